// Migration 1: venue, agencies, tree, records with their versions, accounts, releases, terminals and the audit trail.
import type { Migration } from './migration.ts';

export const firstSchema: Migration = {
  number: 1,
  name: 'first-schema',
  statements: [
    `create table venue (
      id integer primary key check (id = 1),
      name text not null, region text not null, address text, phone text, hours text,
      supervision_phone text, updated_at text not null
    ) strict`,
    `create table agencies (
      id text primary key, name text not null, name_key text not null unique, short_name text,
      address text, phone text, hours text, leader text, functions text,
      sort_order integer not null, created_at text not null, renamed_at text not null
    ) strict`,
    `create table tree_nodes (
      id text primary key, parent_id text references tree_nodes(id), title text not null,
      title_key text not null, basis text, sort_order integer not null
    ) strict`,
    `create unique index tree_nodes_place on tree_nodes (coalesce(parent_id, ''), title_key)`,
    `create index tree_nodes_title on tree_nodes (title_key)`,
    `create table records (
      id text primary key, code text not null unique, kind text not null, title text not null,
      title_key text not null, agency_id text not null references agencies(id),
      doc_no text, doc_key text, index_no text, index_key text, identity_key text not null,
      date text, sort_date text not null, year text, topic text, validity text not null,
      node_id text references tree_nodes(id), matter_id text references records(id),
      state text not null check (state in ('draft', 'approved', 'withdrawn')),
      version integer not null check (version >= 1), approved_version integer, approved_at text,
      approved_by text, withdrawn_at text, published_version integer, import_hash text,
      created_at text not null, updated_at text not null, updated_by text not null,
      check ((state = 'approved') = (approved_version is not null))
    ) strict`,
    'create index records_updated on records (updated_at, id)',
    'create index records_date on records (sort_date, id)',
    'create index records_title on records (title, id)',
    'create index records_kind_updated on records (kind, updated_at, id)',
    'create index records_agency_updated on records (agency_id, updated_at, id)',
    'create index records_state_updated on records (state, updated_at, id)',
    'create index records_topic_updated on records (topic, updated_at, id)',
    'create index records_year_updated on records (year, updated_at, id)',
    'create index records_node on records (node_id)',
    'create index records_matter on records (matter_id)',
    'create index records_identity on records (identity_key)',
    'create index records_import on records (import_hash) where import_hash is not null',
    'create index records_doc on records (doc_key, agency_id) where doc_key is not null',
    'create index records_index_no on records (index_key) where index_key is not null',
    'create index records_counts on records (state, kind, version, approved_version, published_version, agency_id)',
    `create index records_changed on records (updated_at, id)
      where state = 'approved' and version <> approved_version`,
    'create index records_public on records (id) where published_version is not null',
    'create table bodies (hash text primary key, html text not null, text text not null) strict',
    `create table record_versions (
      record_id text not null references records(id), version integer not null,
      agency_id text not null references agencies(id),
      content_json text not null, body_hash text references bodies(hash), content_hash text not null,
      at text not null, who text not null, origin text not null, batch_id text references import_batches(id),
      primary key (record_id, version)
    ) strict`,
    'create index record_versions_batch on record_versions (batch_id) where batch_id is not null',
    `create table attachments (
      sha256 text primary key, media_type text not null, bytes integer not null, created_at text not null
    ) strict`,
    `create table accounts (
      id text primary key, name text not null, name_key text not null unique, display_name text not null,
      role text not null check (role in ('administrator', 'editor')),
      password_hash text not null, password_changed_at text not null, created_at text not null
    ) strict`,
    `create table sessions (
      id text primary key, account_id text not null references accounts(id), token_hash text not null unique,
      csrf_token text not null, created_at text not null, last_seen_at text not null,
      user_agent text not null, address text not null
    ) strict`,
    'create index sessions_account on sessions (account_id)',
    `create table releases (
      version integer primary key, published_at text not null, note text not null, who text not null,
      records integer not null, bytes integer not null, new_bytes integer not null
    ) strict`,
    `create table terminals (
      id text primary key, name text not null, token_hash text not null unique, user_agent text not null,
      screen text not null, enrolled_at text not null, last_seen_at text, version integer,
      content_as_of text, last_sync_at text, problem_at text, problem_code text,
      damaged_blocks integer not null, used_bytes integer, app_version text
    ) strict`,
    `create table audit_entries (
      id integer primary key autoincrement, at text not null, who text not null, action text not null,
      subject text not null, details text not null
    ) strict`,
    `create trigger audit_entries_keep before update on audit_entries
      begin select raise(abort, 'the audit trail is append-only'); end`,
    `create trigger audit_entries_stay before delete on audit_entries
      begin select raise(abort, 'the audit trail is append-only'); end`,
    `create table import_batches (
      id text primary key, started_at text not null, finished_at text, who text not null,
      approves integer not null, files_json text not null, created integer not null,
      updated integer not null, unchanged integer not null, rejected integer not null
    ) strict`,
  ],
};
