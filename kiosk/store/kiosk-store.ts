// One connection to the terminal's database, opened when needed and opened again when it was lost.
import { openDB } from 'idb';
import { AppError } from '#shared/errors/app-error.ts';
import { type KioskDatabase, type KioskSchema, storeName, storeVersion, upgradeStore } from './schema.ts';
import { isConnectionLost, toStoreError } from './store-errors.ts';

/** How long an open may wait for another tab to let go of an older version. */
const openTimeoutMs = 15_000;

export class KioskStore {
  private opening: Promise<KioskDatabase> | null = null;
  private lastTurn: Promise<unknown> = Promise.resolve();
  private readonly name: string;

  /** @param name the database's name; another one only in tests */
  constructor(name: string = storeName) {
    this.name = name;
  }

  /**
   * Runs `work` on an open database; once more on a fresh connection when the browser closed the old one.
   * Throws `kiosk.store-unavailable`, `kiosk.store-failed` or `kiosk.disk-full`.
   */
  async use<T>(work: (database: KioskDatabase) => Promise<T>): Promise<T> {
    try {
      return await work(await this.open());
    } catch (thrown) {
      if (!isConnectionLost(thrown)) throw toStoreError(thrown);
      this.forget();
    }
    try {
      return await work(await this.open());
    } catch (thrown) {
      throw toStoreError(thrown);
    }
  }

  /**
   * The same for large writes: one after the other, however many callers there are. A reader then waits for one
   * transaction at most, and not for a queue of them.
   */
  async useInTurn<T>(work: (database: KioskDatabase) => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(() => this.use(work));
    this.lastTurn = turn.catch(() => undefined);
    return await turn;
  }

  /** Closes the connection; the next use opens it again. */
  async close(): Promise<void> {
    const opening = this.opening;
    this.forget();
    (await opening?.catch(() => null))?.close();
  }

  private forget(): void {
    this.opening = null;
  }

  private open(): Promise<KioskDatabase> {
    if (this.opening) return this.opening;
    const opening = this.connect().catch((thrown) => {
      if (this.opening === opening) this.forget();
      throw new AppError('kiosk.store-unavailable', {}, { cause: thrown });
    });
    this.opening = opening;
    return opening;
  }

  private async connect(): Promise<KioskDatabase> {
    let isGivenUp = false;
    let blocked: (() => void) | undefined;
    const isBlocked = new Promise<never>((_, reject) => {
      blocked = () =>
        setTimeout(() => {
          isGivenUp = true;
          reject(new Error('Another tab holds an older version of the store.'));
        }, openTimeoutMs);
    });
    isBlocked.catch(() => undefined);
    const connecting = openDB<KioskSchema>(this.name, storeVersion, {
      upgrade: upgradeStore,
      blocked: () => blocked?.(),
      blocking: (_current, _blocked, event) => {
        this.forget();
        (event.target as IDBDatabase).close();
      },
      terminated: () => this.forget(),
    });
    // An open that succeeds after it was given up would hold the database against the next version.
    connecting.then((database) => isGivenUp && database.close()).catch(() => undefined);
    return await Promise.race([connecting, isBlocked]);
  }
}
