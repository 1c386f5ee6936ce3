// Migration 3: the list of synonyms staff saved; without a row the default list stands.
import type { Migration } from './migration.ts';

export const synonyms: Migration = {
  number: 3,
  name: 'synonyms',
  statements: [
    `create table synonyms (
      id integer primary key check (id = 1), rules_json text not null, updated_at text not null
    ) strict`,
  ],
};
