// The phone's database for the forms, or a place in memory where the browser has none to give.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { TableAccess, Tables } from './kept.ts';

interface FormsSchema extends DBSchema {
  drafts: { key: string; value: unknown };
  outbox: { key: string; value: unknown };
  receipts: { key: string; value: unknown };
}

const databaseName = 'mingchuang-forms';
const names = ['drafts', 'outbox', 'receipts'] as const;

/** Private windows and full disks refuse a database: the forms work without one, and say so. */
export async function openTables(): Promise<Tables> {
  try {
    return lastingTables(
      await openDB<FormsSchema>(databaseName, 1, {
        upgrade(database) {
          for (const name of names) database.createObjectStore(name);
        },
        // A newer page of ours wants to change the tables: this one lets go of them.
        blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
      }),
    );
  } catch {
    return memoryTables();
  }
}

function lastingTables(database: IDBPDatabase<FormsSchema>): Tables {
  return {
    isLasting: true,
    async change(work) {
      const transaction = database.transaction(names, 'readwrite');
      const access: TableAccess = {
        get: (table, key) => transaction.objectStore(table).get(key),
        all: (table) => transaction.objectStore(table).getAll(),
        put: (table, key, value) => transaction.objectStore(table).put(value, key),
        remove: (table, key) => transaction.objectStore(table).delete(key),
        clear: (table) => transaction.objectStore(table).clear(),
      };
      const result = await work(access);
      await transaction.done;
      return result;
    },
  };
}

/** The same in memory. */
export function memoryTables(): Tables {
  const tables = { drafts: new Map(), outbox: new Map(), receipts: new Map() } as const;
  const access: TableAccess = {
    get: async (table, key) => tables[table].get(key),
    all: async (table) => [...tables[table].values()],
    put: async (table, key, value) => tables[table].set(key, value),
    remove: async (table, key) => tables[table].delete(key),
    clear: async (table) => tables[table].clear(),
  };
  return { isLasting: false, change: (work) => work(access) };
}
