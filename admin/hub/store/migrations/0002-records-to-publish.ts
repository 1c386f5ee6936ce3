// Migration 2: finds the records the next release would change without going through all of them.
import type { Migration } from './migration.ts';

export const recordsToPublish: Migration = {
  number: 2,
  name: 'records-to-publish',
  statements: [
    'create index records_to_publish on records (id) where published_version is not approved_version',
  ],
};
