// Migration 13: imported holiday notices, what is owed by when, what is out of date, and marks of what to look at again.
import type { Migration } from './migration.ts';

/** Columns of a record on which its deadlines rest. */
const watched =
  'title, agency_id, date, matter_id, validity, state, version, approved_version, published_version, kind';

export const deadlines: Migration = {
  number: 13,
  name: 'deadlines',
  statements: [
    `create table holiday_notices (
      year integer not null, version integer not null check (version >= 1), days_json text not null,
      source text not null, at text not null, who text not null, primary key (year, version)
    ) strict`,
    `create table deadline_policy (
      id integer primary key check (id = 1), policy_json text not null, updated_at text not null
    ) strict`,
    'create table deadline_touched (record_id text primary key) strict',
    `create table deadlines (
      subject_id text not null, kind text not null check (kind in ('record', 'period')),
      agency_id text not null, matter_id text, person text not null, title text not null,
      starts_on text, due_on text, is_open integer not null, met_on text, problem text,
      primary key (subject_id, kind)
    ) strict`,
    'create index deadlines_owed on deadlines (due_on, subject_id) where is_open = 1',
    'create index deadlines_agency on deadlines (agency_id, due_on) where is_open = 1',
    'create index deadlines_matter on deadlines (matter_id)',
    'create index deadlines_problem on deadlines (problem) where problem is not null and is_open = 1',
    `create table stale_marks (
      subject_id text not null, reason text not null, kind text not null, agency_id text not null,
      title text not null, since text not null, detail text not null, primary key (subject_id, reason)
    ) strict`,
    'create index stale_marks_since on stale_marks (since, subject_id)',
    'create index stale_marks_agency on stale_marks (agency_id, since)',
    `create table repeals (
      record_id text not null, title_key text not null, doc_key text not null,
      primary key (record_id, title_key, doc_key)
    ) strict`,
    'create index repeals_title on repeals (title_key)',
    `create index repeals_doc on repeals (doc_key) where doc_key <> ''`,
    'create table matter_rules (matter_id text primary key, rule_key text not null) strict',
    'create table contact_checks (subject_id text primary key, at text not null, who text not null) strict',
    'alter table agencies add column contact_at text',
    'update agencies set contact_at = renamed_at',
    `create trigger agencies_contact_new after insert on agencies
      begin update agencies set contact_at = new.created_at where id = new.id and contact_at is null; end`,
    `create trigger records_touched_new after insert on records
      begin insert into deadline_touched (record_id) values (new.id) on conflict do nothing; end`,
    `create trigger records_touched after update of ${watched} on records
      begin insert into deadline_touched (record_id) values (new.id) on conflict do nothing; end`,
    'insert into deadline_touched (record_id) select id from records',
  ],
};
