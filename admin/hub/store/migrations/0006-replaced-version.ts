// Migration 6: remembers which published version the public one took the place of, for telling what changed.
import type { Migration } from './migration.ts';

export const replacedVersion: Migration = {
  number: 6,
  name: 'replaced-version',
  statements: ['alter table records add column replaced_version integer'],
};
