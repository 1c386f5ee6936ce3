// Migration 17: what each release brought, ledgers written by hand, score rules, bulletins, annual reports, and which release each terminal showed when.
import type { Migration } from './migration.ts';

/** A version that is public was brought by the first release after its approval; else by the last one. */
const broughtBy = (table: 'records' | 'registers') => `insert into publications
  (item_id, release_version, version, approved_by, approved_at)
  select id,
    coalesce(
      (select min(releases.version) from releases
        where approved_version = published_version and releases.published_at >= approved_at),
      (select max(releases.version) from releases), 0),
    published_version,
    case when approved_version = published_version then approved_by end,
    case when approved_version = published_version then approved_at end
  from ${table} where published_version is not null`;

const keep = (table: string, what: string) => [
  `create trigger ${table}_keep before update on ${table}
    begin select raise(abort, '${what}'); end`,
  `create trigger ${table}_stay before delete on ${table}
    begin select raise(abort, '${what}'); end`,
];

export const reports: Migration = {
  number: 17,
  name: 'reports',
  statements: [
    `create table publications (
      item_id text not null, release_version integer not null, version integer,
      approved_by text, approved_at text, primary key (item_id, release_version)
    ) strict, without rowid`,
    'create index publications_release on publications (release_version, item_id)',
    broughtBy('records'),
    broughtBy('registers'),
    `create table publication_start (
      id integer primary key check (id = 1), since_release integer not null
    ) strict`,
    'insert into publication_start (id, since_release) select 1, coalesce(max(version), 0) from releases',
    `create table ledger_entries (
      id text primary key, ledger text not null check (ledger in ('opinions', 'meetings')),
      number text not null, date text not null, agency_id text references agencies(id),
      version integer not null, is_void integer not null, created_at text not null, unique (ledger, number)
    ) strict`,
    'create index ledger_entries_date on ledger_entries (ledger, date, id)',
    `create table ledger_entry_versions (
      entry_id text not null references ledger_entries(id), version integer not null,
      content_json text not null, is_void integer not null, reason text not null,
      at text not null, who text not null, primary key (entry_id, version)
    ) strict`,
    ...keep('ledger_entry_versions', 'a ledger is corrected by new versions, never changed'),
    `create trigger ledger_entries_stay before delete on ledger_entries
      begin select raise(abort, 'entries of a ledger are never removed'); end`,
    `create table score_rules (
      id integer primary key check (id = 1), rules_json text not null,
      updated_at text not null, updated_by text not null
    ) strict`,
    `create table bulletins (
      id text primary key, period text not null, title text not null,
      state text not null check (state in ('draft', 'final')), text_json text not null, figures_json text,
      revision integer not null, created_at text not null, created_by text not null,
      updated_at text not null, updated_by text not null, finalised_at text, finalised_by text,
      check ((state = 'final') = (figures_json is not null))
    ) strict`,
    'create index bulletins_period on bulletins (period, id)',
    `create trigger bulletins_frozen before update on bulletins when old.state = 'final'
      begin select raise(abort, 'a final bulletin is frozen'); end`,
    `create table annual_reports (
      id text primary key, year integer not null, agency_id text references agencies(id),
      state text not null check (state in ('draft', 'final')), content_json text not null, figures_json text,
      revision integer not null, record_id text references records(id),
      created_at text not null, created_by text not null, updated_at text not null,
      updated_by text not null, finalised_at text, finalised_by text,
      check ((state = 'final') = (figures_json is not null))
    ) strict`,
    `create unique index annual_reports_year on annual_reports (year, coalesce(agency_id, ''))`,
    `create trigger annual_reports_frozen before update on annual_reports
      when old.state = 'final' and (new.content_json <> old.content_json or new.figures_json is not old.figures_json
        or new.state <> old.state)
      begin select raise(abort, 'a final report is frozen'); end`,
    `create table terminal_versions (
      terminal_id text not null references terminals(id), reported_at text not null, heard_at text not null,
      version integer, installed_at text, primary key (terminal_id, reported_at)
    ) strict, without rowid`,
    `insert into terminal_versions (terminal_id, reported_at, heard_at, version, installed_at)
      select id, last_seen_at, last_seen_at, version, last_sync_at from terminals where last_seen_at is not null`,
    "create index records_docs_date on records (agency_id, date) where kind = 'document'",
  ],
};
