// Spoils what a page's IndexedDB holds, as a failing disk would, and takes its mirrors away: runs inside the page.

/** What to do to the store. Blocks are counted over the whole store, in the order of their keys. */
export type Damage =
  | { readonly type: 'flip-blocks'; readonly every: number }
  | { readonly type: 'remove-blocks'; readonly every: number; readonly keepsMirrors?: boolean }
  | { readonly type: 'spoil-tables' }
  | { readonly type: 'remove-tables' }
  | { readonly type: 'spoil-attachments' }
  | { readonly type: 'remove-attachments' }
  | { readonly type: 'spoil-manifest'; readonly version: number; readonly keepsMirrors?: boolean }
  | { readonly type: 'spoil-root' };

/** Resolves with the number of values changed. */
export async function damageStore(damage: Damage): Promise<number> {
  if (!('keepsMirrors' in damage && damage.keepsMirrors)) await removeMirrors();
  const database = await open();
  const stores = {
    'flip-blocks': 'blocks',
    'remove-blocks': 'blocks',
    'spoil-tables': 'blockFiles',
    'remove-tables': 'blockFiles',
    'spoil-attachments': 'attachments',
    'remove-attachments': 'attachments',
    'spoil-manifest': 'releases',
    'spoil-root': 'metadata',
  } as const;
  const work = database.transaction(stores[damage.type], 'readwrite');
  const finished = new Promise<void>((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error);
  });
  const changed = await walk(work.objectStore(stores[damage.type]), damage);
  await finished;
  database.close();
  return changed;

  /** A page that has just been left may hold its mirrors open for a moment longer. */
  async function removeMirrors(): Promise<void> {
    const root = await navigator.storage.getDirectory();
    for (let attempt = 0; attempt < 100; attempt += 1) {
      try {
        await root.removeEntry('mirrors', { recursive: true });
        return;
      } catch (thrown) {
        if (!(thrown instanceof DOMException) || thrown.name !== 'NoModificationAllowedError') return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  function open(): Promise<IDBDatabase> {
    const request = indexedDB.open('mingchuang');
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  function walk(store: IDBObjectStore, { type, ...options }: Damage): Promise<number> {
    const every = 'every' in options ? options.every : 1;
    const isMeant = (key: IDBValidKey) => {
      if (type === 'spoil-manifest') return 'version' in options && key === options.version;
      return type !== 'spoil-root' || key === 'root.json';
    };
    let seen = 0;
    let count = 0;
    const request = store.openCursor();
    return new Promise((resolve, reject) => {
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) {
          resolve(count);
          return;
        }
        if (isMeant(cursor.key) && seen % every === 0) {
          if (type.startsWith('remove')) cursor.delete();
          else cursor.update(spoil(type, cursor.value));
          count += 1;
        }
        seen += 1;
        cursor.continue();
      };
    });
  }

  function spoil(type: Damage['type'], value: unknown): unknown {
    if (type === 'flip-blocks') return flip(new Uint8Array(value as ArrayBuffer)).buffer;
    if (type === 'spoil-root') return flip(value as Uint8Array);
    if (type === 'spoil-attachments') return new Blob(['spoilt']);
    const row = value as { table?: Uint8Array; manifest?: Uint8Array };
    if (row.table) return { ...row, table: flip(row.table) };
    return { ...row, manifest: flip(row.manifest as Uint8Array) };
  }

  function flip(bytes: Uint8Array): Uint8Array {
    const copy = new Uint8Array(bytes);
    copy[0] = (copy[0] ?? 0) ^ 0xff;
    return copy;
  }
}

/** One text that changes with any stored block: how a test knows that a repair has been written. Runs inside the page. */
export async function describeBlocks(): Promise<string> {
  const opening = indexedDB.open('mingchuang');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const store = database.transaction('blocks').objectStore('blocks');
  const [keys, blocks] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
  database.close();
  const digests = await Promise.all(blocks.map((block) => crypto.subtle.digest('SHA-256', block)));
  return keys.map((key, index) => `${String(key)} ${new Uint8Array(digests[index] ?? [])}`).join('\n');

  function all<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}
