// Migration 20: sums of use from terminals, words many people searched for, and tasks made of what they did not find.
import type { Migration } from './migration.ts';

export const statistics: Migration = {
  number: 20,
  name: 'statistics',
  statements: [
    `create table statistic_items (
      item_id text primary key, terminal_id text not null, taken_at text not null
    ) strict, without rowid`,
    `create table statistic_sums (
      day text not null, terminal_id text not null, hour integer not null check (hour between 0 and 23),
      name text not null, count integer not null, primary key (day, terminal_id, hour, name)
    ) strict, without rowid`,
    `create table statistic_records (
      day text not null, terminal_id text not null, record_id text not null, count integer not null,
      primary key (day, terminal_id, record_id)
    ) strict, without rowid`,
    `create table statistic_queries (
      day text not null, terminal_id text not null, words text not null,
      sessions integer not null, found_nothing integer not null, primary key (day, terminal_id, words)
    ) strict, without rowid`,
    `create table content_tasks (
      id text primary key, words text not null, agency_id text not null references agencies(id),
      state text not null check (state in ('open', 'drafted', 'linked', 'done', 'dropped')),
      sessions integer not null, note text not null, record_id text references records(id), revision integer not null,
      created_at text not null, created_by text not null, updated_at text not null, updated_by text not null
    ) strict`,
    'create index content_tasks_state on content_tasks (state, created_at)',
  ],
};
