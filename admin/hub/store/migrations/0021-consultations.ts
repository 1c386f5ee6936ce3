// Migration 21: consultations, what happened to them, and what staff made of the replies.
import type { Migration } from './migration.ts';

export const consultations: Migration = {
  number: 21,
  name: 'consultations',
  statements: [
    `create table consultations (
      id text primary key, kind text not null check (kind in ('comment', 'objection', 'hearing')),
      record_id text not null unique references records(id), draft_id text references records(id),
      summary_id text not null, participants_id text not null,
      revision integer not null, created_at text not null, created_by text not null
    ) strict`,
    'create index consultations_draft on consultations (draft_id) where draft_id is not null',
    `create table consultation_events (
      id text primary key, consultation_id text not null references consultations(id),
      at text not null, who text not null, act text not null, note text not null
    ) strict`,
    'create index consultation_events_of on consultation_events (consultation_id, id)',
    `create table consultation_replies (
      seq integer primary key autoincrement, case_id text not null unique references cases(id),
      consultation_id text not null references consultations(id), point integer,
      verdict text check (verdict in ('taken', 'partly', 'not-taken')),
      gist text not null, reason text not null, sorted_at text, sorted_by text,
      is_chosen integer not null check (is_chosen in (0, 1))
    ) strict`,
    'create index consultation_replies_of on consultation_replies (consultation_id, seq)',
  ],
};
