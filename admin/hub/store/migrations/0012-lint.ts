// Migration 12: what the linter found in versions and attachments, and how people answered it.
import type { Migration } from './migration.ts';

export const lint: Migration = {
  number: 12,
  name: 'lint',
  statements: [
    `create table lint_runs (
      record_id text not null references records(id), version integer not null, rules integer not null,
      at text not null, open integer not null, hints integer not null, primary key (record_id, version)
    ) strict`,
    'create index lint_runs_open on lint_runs (record_id, version) where open > 0',
    `create table lint_findings (
      record_id text not null references records(id), version integer not null, fingerprint text not null,
      place integer not null, rule text not null, severity text not null check (severity in ('must-answer', 'hint')),
      place_json text not null, excerpt text not null, count integer not null,
      primary key (record_id, version, fingerprint)
    ) strict`,
    `create table lint_answers (
      record_id text not null references records(id), fingerprint text not null,
      answer text not null check (answer in ('false-alarm', 'intended', 'mended')), reason text not null,
      who text not null, at text not null, version integer not null, rule text not null, excerpt text not null,
      primary key (record_id, fingerprint)
    ) strict`,
    `create table lint_files (
      sha256 text primary key, rules integer not null, at text not null, findings_json text not null
    ) strict`,
  ],
};
