// Migration 7: registers with their revisions, entries with their versions, and the rows of periods gone by.
import type { Migration } from './migration.ts';

export const registers: Migration = {
  number: 7,
  name: 'registers',
  statements: [
    `create table registers (
      id text primary key, slug text not null unique, code text not null unique,
      title text not null, title_key text not null, template text,
      agency_id text not null references agencies(id), node_id text references tree_nodes(id),
      state text not null check (state in ('draft', 'approved', 'withdrawn')),
      version integer not null check (version >= 1), approved_version integer, approved_at text,
      approved_by text, withdrawn_at text, published_version integer,
      created_at text not null, updated_at text not null, updated_by text not null,
      check ((state = 'approved') = (approved_version is not null))
    ) strict`,
    `create table register_versions (
      register_id text not null references registers(id), version integer not null,
      definition_json text not null, period text, agency_id text not null references agencies(id),
      node_id text references tree_nodes(id), form_hash text not null,
      at text not null, who text not null, primary key (register_id, version)
    ) strict`,
    `create table register_entries (
      id text primary key, register_id text not null references registers(id), identity text not null,
      code text not null unique, place integer not null, latest_version integer not null,
      current_version integer, approved_version integer, published_version integer,
      content_hash text not null, unique (register_id, identity)
    ) strict`,
    'create index register_entries_place on register_entries (register_id, place, id)',
    `create index register_entries_waiting on register_entries (register_id, id)
      where approved_version is not current_version`,
    `create index register_entries_to_publish on register_entries (id)
      where published_version is not approved_version`,
    `create index register_entries_public on register_entries (register_id)
      where published_version is not null`,
    `create table register_entry_versions (
      entry_id text not null references register_entries(id), version integer not null,
      cells_json text not null, at text not null, who text not null, primary key (entry_id, version)
    ) strict`,
    `create table register_periods (
      register_id text not null references registers(id), since_version integer not null,
      period text, rows_json text not null, primary key (register_id, since_version)
    ) strict`,
  ],
};
