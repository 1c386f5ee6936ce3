// Migration 5: lists too long for one QR code, kept under short codes until they expire.
import type { Migration } from './migration.ts';

export const handoffLists: Migration = {
  number: 5,
  name: 'handoff lists',
  statements: [
    'create table handoff_lists (code text primary key, list text not null, expires_at text not null) strict',
    'create index handoff_lists_by_expiry on handoff_lists (expires_at)',
  ],
};
