// Migration 23: the total rows of a register beside its entries, and the order its rows can be listed in.
import type { Migration } from './migration.ts';

export const registerTotalsAndOrder: Migration = {
  number: 23,
  name: 'register-totals-and-order',
  statements: [
    "alter table register_versions add column totals_json text not null default '[]'",
    `create table register_sort_columns (
      id integer primary key, register_id text not null references registers(id), column_key text not null,
      kind text not null, is_complete integer not null, unique (register_id, column_key)
    ) strict`,
    `create table register_sort_keys (
      sort_id integer not null, is_empty integer not null, sort_key any not null,
      entry_id text not null, version integer not null,
      primary key (sort_id, is_empty, sort_key, entry_id, version)
    ) strict, without rowid`,
  ],
};
