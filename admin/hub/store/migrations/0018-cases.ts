// Migration 18: requests, opinions and the like in one ledger, with what happened to them, their files and papers.
import type { Migration } from './migration.ts';

export const cases: Migration = {
  number: 18,
  name: 'cases',
  statements: [
    `create table cases (
      id text primary key, kind text not null, number text not null unique,
      code_digest text not null unique, phone_digest text, submission_id text unique,
      channel text not null, state text not null, agency_id text references agencies(id), handler_id text,
      applicant_class text, record_id text, record_version integer, consultation_id text,
      received_on text not null, due_on text, reply_kind text, ground text, replied_on text,
      outcome text, satisfaction integer, wanted_form text, wanted_route text, may_publish integer not null,
      person_digest text, words_digest text, merged_into text references cases(id),
      published_json text, published_at text, content_record_id text,
      wrapped_key text, sealed text, revision integer not null,
      created_at text not null, updated_at text not null, settled_on text, erased_at text,
      check ((wrapped_key is null) = (erased_at is not null))
    ) strict`,
    'create index cases_received on cases (received_on, id)',
    'create index cases_due on cases (due_on) where due_on is not null and settled_on is null',
    'create index cases_handler on cases (handler_id, state)',
    'create index cases_agency on cases (agency_id, received_on)',
    'create index cases_person on cases (person_digest) where person_digest is not null',
    'create index cases_words on cases (words_digest) where words_digest is not null',
    'create index cases_settled on cases (settled_on) where settled_on is not null and erased_at is null',
    'create index cases_consultation on cases (consultation_id) where consultation_id is not null',
    'create index cases_published on cases (published_at) where published_at is not null',
    `create table case_events (
      id integer primary key autoincrement, case_id text not null references cases(id), kind text not null,
      at text not null, on_day text not null, who text not null, facts_json text not null, sealed text
    ) strict`,
    'create index case_events_case on case_events (case_id, id)',
    `create trigger case_events_keep before update on case_events
      when new.sealed is not null or new.kind <> old.kind or new.at <> old.at or new.on_day <> old.on_day
        or new.who <> old.who or new.facts_json <> old.facts_json or new.case_id <> old.case_id
      begin select raise(abort, 'what happened to a case is added to, never changed'); end`,
    `create trigger case_events_stay before delete on case_events
      begin select raise(abort, 'what happened to a case is added to, never removed'); end`,
    `create table case_files (
      id text primary key, case_id text references cases(id), origin text not null check (origin in ('applicant', 'office')),
      media_type text not null, bytes integer not null, received_bytes integer not null, is_complete integer not null,
      wrapped_key text not null, sealed_name text not null, created_at text not null, touched_at text not null,
      pieces integer not null default 0
    ) strict`,
    'create index case_files_case on case_files (case_id)',
    'create index case_files_waiting on case_files (touched_at) where case_id is null',
    `create table case_papers (
      id text primary key, case_id text not null references cases(id), kind text not null, number text not null,
      made_at text not null, who text not null, sealed text
    ) strict`,
    'create index case_papers_case on case_papers (case_id)',
    `create table case_settings (
      id integer primary key check (id = 1), settings_json text not null,
      updated_at text not null, updated_by text not null
    ) strict`,
    `create table case_submissions (
      submission_id text primary key, case_id text not null references cases(id), at text not null
    ) strict, without rowid`,
    'create index case_submissions_case on case_submissions (case_id)',
    `create table case_numbers (
      family text not null, year integer not null, last integer not null, primary key (family, year)
    ) strict, without rowid`,
  ],
};
