// Asks the search worker, and has damaged parts repaired before a question is given up.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { AppError, toAppError } from '#shared/errors/app-error.ts';
import type {
  BlockAddress,
  Generation,
  OpenedCatalogue,
  SearchWorkerCalls,
  SearchWorkerEvent,
  SyncWorkerCalls,
  SyncWorkerEvent,
} from '#shared/protocol/worker-messages.ts';
import type { WorkerBridge } from './worker-bridge.ts';

/** A question may reveal several damaged blocks one after the other. */
const maxRepairs = 12;
/** Looked through for what cannot wait. */
const newestNotices = 40;

export type SearchBridge = WorkerBridge<SearchWorkerCalls, SearchWorkerEvent>;
export type SyncBridge = WorkerBridge<SyncWorkerCalls, SyncWorkerEvent>;

export class CatalogueLink {
  private readonly search: SearchBridge;
  private readonly sync: SyncBridge;
  private version: number | null = null;

  constructor(search: SearchBridge, sync: SyncBridge) {
    this.search = search;
    this.sync = sync;
  }

  /** The generation questions are asked of; null while none is open. */
  get openVersion(): number | null {
    return this.version;
  }

  /** Opens a generation. Resolves with null when the terminal holds no such one. */
  async open(generation: Generation): Promise<OpenedCatalogue | null> {
    const opened = await this.repairing(() => this.search.call('open', { generation }));
    if (opened) this.version = opened.version;
    return opened;
  }

  /** Tells a fresh search worker what its predecessor had open. */
  reopen(): void {
    if (this.version === null) return;
    this.search.call('open', { generation: this.version }).catch(() => undefined);
  }

  /** Asks about the open catalogue. Throws `kiosk.no-catalogue` while there is none. */
  async ask<
    Method extends
      | 'search'
      | 'keypad'
      | 'finds'
      | 'keypadWithin'
      | 'record'
      | 'recordByCode'
      | 'bodyPart'
      | 'agencies',
  >(
    method: Method,
    argument: SearchWorkerCalls[Method]['argument'],
    signal?: AbortSignal,
  ): Promise<SearchWorkerCalls[Method]['answer']> {
    if (this.version === null) throw new AppError('kiosk.no-catalogue');
    return await this.repairing(() => this.search.call(method, argument, signal));
  }

  /** The newest notices of a generation that is held, whichever is open. */
  async newestNotices(generation: Generation): Promise<readonly CatalogueRecord[]> {
    const asked = { generation, limit: newestNotices };
    return await this.repairing(() => this.search.call('newestNotices', asked));
  }

  /** The steady time; asked of the worker even while nothing is open. */
  async time(): Promise<number> {
    return await this.search.call('time', null);
  }

  /** Throws `kiosk.attachment-missing` when it is neither stored soundly nor to be had from the hub. */
  async attachment(sha256: string): Promise<Blob> {
    const load = async () => (await this.search.call('attachment', { sha256 })) as Blob;
    try {
      return await load();
    } catch (thrown) {
      if (toAppError(thrown).code !== 'kiosk.attachment-missing') throw thrown;
      await this.sync.call('repairAttachment', { sha256 }).catch(() => {
        throw thrown;
      });
      return await load();
    }
  }

  /** Never fewer results because of a damaged block: it is fetched again, or the question fails and says why. */
  private async repairing<T>(question: () => Promise<T>): Promise<T> {
    for (let repairs = 0; ; repairs += 1) {
      try {
        return await question();
      } catch (thrown) {
        const damage = damageIn(thrown);
        if (!damage || repairs >= maxRepairs) throw thrown;
        await this.sync.call('repairBlock', damage).catch(() => {
          throw thrown;
        });
      }
    }
  }
}

/** Where a `search.block-damaged` from the store says the damage is; null for any other error. */
function damageIn(thrown: unknown): BlockAddress | null {
  if (!(thrown instanceof AppError) || thrown.code !== 'search.block-damaged') return null;
  const { version, segment, section, block } = thrown.details;
  if (typeof version !== 'number' || typeof block !== 'number') return null;
  return { version, segment: String(segment), section: String(section), block };
}
