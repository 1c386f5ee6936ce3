// Migration 15: the non-disclosure register. No table that is published refers to it.
import type { Migration } from './migration.ts';

export const withheld: Migration = {
  number: 15,
  name: 'withheld',
  statements: [
    `create table withheld_entries (
      id text primary key, number_year integer not null, number_seq integer not null,
      agency_id text not null references agencies(id), title text not null, title_key text not null,
      doc_no text not null, index_no text not null, formed_on text, ground text not null, reason text not null,
      until text, review_every_months integer not null check (review_every_months > 0),
      state text not null check (state in ('proposed', 'refused', 'withheld', 'partial', 'disclosed')),
      revision integer not null, proposed_by text not null, proposed_at text not null,
      decided_by text, decided_at text, decision_note text not null, next_review_on text, record_id text,
      unique (number_year, number_seq)
    ) strict`,
    'create index withheld_entries_review on withheld_entries (next_review_on) where next_review_on is not null',
    'create index withheld_entries_agency on withheld_entries (agency_id)',
    `create table withheld_events (
      id text primary key, entry_id text not null references withheld_entries(id),
      at text not null, who text not null, act text not null, note text not null
    ) strict`,
    'create index withheld_events_entry on withheld_events (entry_id, id)',
  ],
};
