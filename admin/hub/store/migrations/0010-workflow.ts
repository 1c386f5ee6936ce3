// Migration 10: procedures, reviews with their steps, comments, schedules, release groups, and what publishing owes.
import type { Migration } from './migration.ts';

export const workflow: Migration = {
  number: 10,
  name: 'workflow',
  statements: [
    `create table procedures (
      id text primary key, title text not null, steps text not null, sort_order integer not null
    ) strict`,
    `insert into procedures (id, title, steps, sort_order)
      values ('default', '通用程序', 'self-check secrecy approval', 1)`,
    `create table procedure_nodes (
      node_id text primary key references tree_nodes(id) on delete cascade,
      procedure_id text not null references procedures(id) on delete cascade
    ) strict`,
    'create index procedure_nodes_procedure on procedure_nodes (procedure_id)',
    `create table reviews (
      id text primary key, record_id text not null references records(id), version integer not null,
      base_version integer not null,
      state text not null check (state in ('in-review', 'follow-up', 'returned', 'recalled', 'approved')),
      steps text not null, step text, submitted_by text not null, submitted_at text not null, note text not null,
      closed_at text,
      check ((state in ('in-review', 'follow-up')) = (step is not null))
    ) strict`,
    'create index reviews_waiting on reviews (id) where step is not null',
    `create unique index reviews_open on reviews (record_id) where step is not null`,
    'create index reviews_record on reviews (record_id, id)',
    'create index reviews_state on reviews (state, id)',
    'create index reviews_step on reviews (step, id) where step is not null',
    `create table review_steps (
      review_id text not null references reviews(id), position integer not null, step text not null,
      decision text not null check (decision in ('pass', 'return')), who text not null, display_name text not null,
      at text not null, opinion text not null, primary key (review_id, position)
    ) strict`,
    'create index review_steps_who on review_steps (who, review_id)',
    `create table review_comments (
      id text primary key, record_id text not null references records(id), version integer not null,
      place text not null, quote text not null, text text not null, who text not null, at text not null,
      resolved_at text, resolved_by text
    ) strict`,
    'create index review_comments_record on review_comments (record_id, id)',
    `create table record_schedules (
      record_id text primary key references records(id), version integer not null, at text not null,
      who text not null, made_at text not null
    ) strict`,
    'create index record_schedules_at on record_schedules (at)',
    `create table publish_orders (
      id text primary key, at text not null, who text not null, note text not null,
      done_at text, problem text, tries integer not null
    ) strict`,
    'create index publish_orders_open on publish_orders (id) where done_at is null',
    `create table release_groups (
      id text primary key, title text not null, at text, created_by text not null, created_at text not null,
      released_at text, order_id text references publish_orders(id)
    ) strict`,
    'create index release_groups_open on release_groups (at) where released_at is null',
    `create table release_group_items (
      group_id text not null references release_groups(id) on delete cascade,
      record_id text not null references records(id), version integer not null, position integer not null,
      primary key (group_id, record_id)
    ) strict`,
    'create index release_group_items_record on release_group_items (record_id)',
    `create table record_fates (
      record_id text primary key references records(id), fate text not null check (fate in ('superseded', 'archived')),
      successor_id text references records(id), reason text not null, who text not null, at text not null
    ) strict`,
    `create table register_revision_authors (
      register_id text not null references registers(id), version integer not null, who text not null,
      primary key (register_id, version, who)
    ) strict`,
    `insert into register_revision_authors (register_id, version, who)
      select register_id, version, who from register_versions`,
  ],
};
