// What crosses between the kiosk's page and its two workers: versions, calls, answers and events.
import type { CatalogueRecord } from '../catalogue/record.ts';
import type { PlainError } from '../errors/app-error.ts';
import type { ReleaseManifest } from '../release/manifest.ts';
import type { KeypadAnswer } from '../search/keypad/suggest.ts';
import type { WithinAnswer } from '../search/keypad/suggest-within.ts';
import type { SearchQuery } from '../search/types.ts';

/** Grows when a message changes its meaning; a worker of another version is not spoken to. */
export const workerProtocolVersion = 7;

/** Methods by name; each takes one argument that can be cloned and answers one value that can be cloned. */
export type CallMap = Readonly<Record<string, { readonly argument: unknown; readonly answer: unknown }>>;

export type ToWorker<Calls extends CallMap> =
  | {
      [Method in keyof Calls]: {
        readonly type: 'call';
        readonly id: number;
        readonly method: Method;
        readonly argument: Calls[Method]['argument'];
      };
    }[keyof Calls]
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'ping' };

export type FromWorker<Event> =
  | { readonly type: 'ready'; readonly protocol: number }
  | { readonly type: 'answer'; readonly id: number; readonly isGood: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly isGood: false; readonly error: PlainError }
  /** A cancelled call has come to its end: nothing of it goes on in the worker. */
  | { readonly type: 'stopped'; readonly id: number }
  | { readonly type: 'event'; readonly event: Event }
  | { readonly type: 'pong' };

/** A `Blob`, as far as code without the DOM may know it. */
export interface BlobHandle {
  readonly size: number;
  readonly type: string;
}

/** A held version by its number, or by its part. */
export type Generation = number | 'current' | 'previous';

/** The generation a search worker has opened. */
export interface OpenedCatalogue {
  readonly version: number;
  readonly previousVersion: number | null;
  /** Without agencies, which are asked for apart: there may be thousands. */
  readonly manifest: ReleaseManifest;
  /** The moment, in milliseconds since 1970, since when the same of its records have been shown. */
  readonly shownSince: number;
}

/** Something of the open generation began or ceased to be shown. */
export interface SearchWorkerEvent {
  readonly type: 'shown';
  readonly version: number;
  readonly shownSince: number;
}

/** An alias, because only an alias fits `CallMap`. */
export type SearchWorkerCalls = {
  /** Opens a generation; answers null when the terminal holds no such one. */
  readonly open: { argument: { readonly generation: Generation }; answer: OpenedCatalogue | null };
  /**
   * The agencies of the open generation, arrays of `Agency` as JSON: thousands of objects at once would hold the page up for
   * longer. Throws `kiosk.catalogue-unreadable` when they cannot be read.
   */
  readonly agencies: { argument: null; answer: readonly string[] };
  /** The newest notices of a generation, which stays closed otherwise; none when the terminal does not hold it. */
  readonly newestNotices: {
    argument: { readonly generation: Generation; readonly limit: number };
    answer: readonly CatalogueRecord[];
  };
  /** Answered with a `SearchResult` as JSON: a page of records is written and read so in half the time it takes to clone it. */
  readonly search: { argument: SearchQuery; answer: string };
  readonly keypadWithin: {
    argument: { readonly passages: readonly string[]; readonly letters: string };
    answer: WithinAnswer;
  };
  readonly keypad: {
    argument: { readonly text: string; readonly filters: SearchQuery['filters'] };
    answer: KeypadAnswer;
  };
  readonly finds: {
    argument: { readonly texts: readonly string[]; readonly filters: SearchQuery['filters'] };
    answer: readonly boolean[];
  };
  readonly record: { argument: { readonly id: string }; answer: CatalogueRecord | null };
  readonly recordByCode: { argument: { readonly code: string }; answer: CatalogueRecord | null };
  /** The time what is shown follows, in milliseconds since 1970; it never goes back. */
  readonly time: { argument: null; answer: number };
  readonly bodyPart: { argument: { readonly id: string; readonly part: number }; answer: string };
  /** Throws `kiosk.attachment-missing` when it is not stored or no longer what its hash says. */
  readonly attachment: { argument: { readonly sha256: string }; answer: BlobHandle };
};

/** Where a damaged block belongs. */
export interface BlockAddress {
  readonly version: number;
  readonly segment: string;
  readonly section: string;
  readonly block: number;
}

/** What the page tells the sync worker about itself at the start. */
export interface SyncSettings {
  readonly appVersion: string;
  readonly userAgent: string;
  /** Width × height in CSS pixels and the device's pixel ratio, e.g. `1080x1920@1`. */
  readonly screen: string;
  /** The name the launcher gave this terminal, if it did. */
  readonly terminalName: string | null;
}

/** An alias, because only an alias fits `CallMap`. */
export type SyncWorkerCalls = {
  /** Begins looking for releases by itself; answers at once. */
  readonly start: { argument: SyncSettings; answer: null };
  /** Looks now; answers when a release is installed, refused or nothing is new. */
  readonly syncNow: { argument: null; answer: null };
  /**
   * Installs what an update pack holds; answers its version, or null when that is the one held. Throws what was wrong
   * with it, and everything is as before then.
   */
  readonly installPack: { argument: { readonly file: BlobHandle }; answer: number | null };
  /** Sends what waits in the outbox; answers when that is done or cannot be done now. */
  readonly sendOutbox: { argument: null; answer: null };
  /** Fetches one block again. Throws when it could not be put right. */
  readonly repairBlock: { argument: BlockAddress; answer: null };
  readonly repairAttachment: { argument: { readonly sha256: string }; answer: null };
};

/** How far the fetching of a release has come. */
export interface SyncProgress {
  readonly step: 'idle' | 'checking' | 'downloading' | 'verifying' | 'switching';
  /** Bytes of the new release that are stored and verified, and how many there are in all. */
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** The sync worker's share of what the status line and the staff screen tell. */
export interface SyncStatus {
  readonly sync: SyncProgress;
  readonly isHubReachable: boolean;
  readonly isMetadataExpired: boolean;
  readonly lastSyncAt: string | null;
  readonly lastProblem: { readonly at: string; readonly error: PlainError } | null;
  readonly damagedBlocks: number;
  readonly terminalId: string | null;
  readonly usedBytes: number | null;
}

export type SyncWorkerEvent =
  /** Only what changed. */
  | { readonly type: 'status'; readonly changes: Partial<SyncStatus> }
  /** A release is whole and current in the store. */
  | { readonly type: 'installed'; readonly version: number };
