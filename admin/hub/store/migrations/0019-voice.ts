// Migration 19: what terminals send up: votes, wishes and what was done about them.
import type { Migration } from './migration.ts';

export const voice: Migration = {
  number: 19,
  name: 'voice',
  statements: [
    `create table outbox_taken (
      id text primary key, kind text not null, terminal_id text not null,
      way text not null check (way in ('network', 'stick')), taken_at text not null
    ) strict, without rowid`,
    `create table voice_ratings (
      id text primary key references outbox_taken(id), on_day text not null, terminal_id text not null,
      record_id text not null, record_version integer not null,
      overall integer not null check (overall between 1 and 5),
      truth integer, accuracy integer, completeness integer, timeliness integer, regularity integer
    ) strict`,
    'create index voice_ratings_record on voice_ratings (record_id, on_day)',
    'create index voice_ratings_day on voice_ratings (on_day)',
    `create table voice_unhelpful (
      id text primary key references outbox_taken(id), on_day text not null, terminal_id text not null,
      record_id text not null, record_version integer not null, reason text not null
    ) strict`,
    'create index voice_unhelpful_record on voice_unhelpful (record_id, on_day)',
    `create table voice_wishes (
      id text primary key references outbox_taken(id), on_day text not null, terminal_id text not null,
      group_key text not null, topic_id text, words text not null, way text not null
    ) strict`,
    'create index voice_wishes_group on voice_wishes (group_key, on_day)',
    `create table voice_wish_answers (
      group_key text primary key, state text not null check (state in ('noted', 'tasked', 'disclosed')),
      agency_id text references agencies(id), matter_id text, due_on text, record_id text, note text not null,
      who text not null, at text not null
    ) strict`,
    `create table voice_settings (
      id integer primary key check (id = 1), voice_json text not null,
      updated_at text not null, updated_by text not null
    ) strict`,
  ],
};
