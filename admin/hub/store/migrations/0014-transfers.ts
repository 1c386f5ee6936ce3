// Migration 14: transfers with their files and what they became, upload links, and what the watched folder took in.
import type { Migration } from './migration.ts';

export const transfers: Migration = {
  number: 14,
  name: 'transfers',
  statements: [
    `create table upload_links (
      id text primary key, agency_id text not null references agencies(id), token_hash text not null unique,
      label text not null, created_at text not null, created_by text not null, expires_at text not null,
      revoked_at text, revoked_by text, max_files integer not null, max_bytes integer not null,
      used_files integer not null, used_bytes integer not null, last_used_at text
    ) strict`,
    `create table transfers (
      id text primary key, agency_id text not null references agencies(id), month text not null,
      state text not null check (state in ('preparing', 'sent', 'received', 'returned')),
      source text not null check (source in ('desk', 'link', 'folder')),
      link_id text references upload_links(id), is_empty integer not null check (is_empty in (0, 1)),
      contact text not null, note text not null, rows_json text, listed_total integer,
      list_name text, list_sha256 text, scan_name text, scan_sha256 text, revision integer not null,
      created_at text not null, created_by text not null, updated_at text not null,
      sent_at text, sent_by text, decided_at text, decided_by text, return_reasons text not null,
      number_year integer, number_seq integer, summary text not null, batch_id text,
      unique (number_year, number_seq), check ((state = 'received') = (number_seq is not null))
    ) strict`,
    'create index transfers_month on transfers (month, agency_id)',
    'create index transfers_state on transfers (state)',
    `create table transfer_files (
      id text primary key, transfer_id text not null references transfers(id), name text not null,
      sha256 text not null, bytes integer not null, items_json text not null, problem_json text,
      added_at text not null, added_by text not null, unique (transfer_id, name)
    ) strict`,
    `create table transfer_items (
      transfer_id text not null references transfers(id), place integer not null, file_name text not null,
      record_id text references records(id), title text not null, title_key text not null,
      doc_no text not null, doc_key text, index_no text not null, index_key text, date text not null,
      withdrawal_id text, primary key (transfer_id, place)
    ) strict`,
    'create index transfer_items_record on transfer_items (record_id)',
    'create index transfer_items_title on transfer_items (title_key)',
    'create index transfer_items_doc on transfer_items (doc_key) where doc_key is not null',
    'create index transfer_items_index on transfer_items (index_key) where index_key is not null',
    `create table transfer_withdrawals (
      id text primary key, transfer_id text not null references transfers(id), letter_no text not null,
      letter_name text not null, letter_sha256 text not null, reason text not null,
      at text not null, who text not null
    ) strict`,
    `create table transfer_events (
      id text primary key, transfer_id text not null references transfers(id),
      at text not null, who text not null, act text not null, note text not null
    ) strict`,
    'create index transfer_events_transfer on transfer_events (transfer_id, id)',
    `create table inbox_files (
      id text primary key, path text not null, sha256 text not null, bytes integer not null,
      transfer_id text not null, taken_at text not null, moved_at text
    ) strict`,
    'create index inbox_files_unmoved on inbox_files (path) where moved_at is null',
  ],
};
