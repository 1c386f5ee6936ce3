// The outbox in IndexedDB: a database of its own, so that neither an update of the catalogue's store nor its loss touches it.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { isConnectionLost, toStoreError } from '../store/store-errors.ts';
import type { OutboxShelf, ShelfChange, WaitingItem } from './shelf.ts';

interface OutboxSchema extends DBSchema {
  items: { key: string; value: WaitingItem };
}

const databaseName = 'mingchuang-outbox';

/** `name` is another one only in tests. Methods throw `kiosk.store-failed` or `kiosk.disk-full`. */
export function openOutboxShelf(name: string = databaseName): OutboxShelf {
  const connection = new Connection(name);
  return {
    read: () => connection.use((database) => database.getAll('items')),
    change: (decide) =>
      connection.use(async (database) => {
        const work = database.transaction('items', 'readwrite', { durability: 'strict' });
        const { answer, ...change } = decide(await work.store.getAll());
        await Promise.all([...writes(work.store, change), work.done]);
        return answer;
      }),
  };
}

function writes(
  store: {
    put(value: WaitingItem, key: string): Promise<unknown>;
    delete(key: string): Promise<unknown>;
  },
  { put = [], remove = [] }: ShelfChange,
): Promise<unknown>[] {
  return [...put.map((one) => store.put(one, one.id)), ...remove.map((id) => store.delete(id))];
}

/** Opens when it is first needed, and once more when the browser closed it. */
class Connection {
  private readonly name: string;
  private opening: Promise<IDBPDatabase<OutboxSchema>> | null = null;

  constructor(name: string) {
    this.name = name;
  }

  async use<T>(work: (database: IDBPDatabase<OutboxSchema>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.open());
    } catch (thrown) {
      if (!isConnectionLost(thrown)) throw toStoreError(thrown);
      this.opening = null;
    }
    try {
      return await work(await this.open());
    } catch (thrown) {
      throw toStoreError(thrown);
    }
  }

  private open(): Promise<IDBPDatabase<OutboxSchema>> {
    this.opening ??= openDB<OutboxSchema>(this.name, 1, {
      upgrade: (database) => {
        database.createObjectStore('items');
      },
      blocking: (_current, _blocked, event) => {
        this.opening = null;
        (event.target as IDBDatabase).close();
      },
      terminated: () => {
        this.opening = null;
      },
    }).catch((thrown) => {
      this.opening = null;
      throw thrown;
    });
    return this.opening;
  }
}
