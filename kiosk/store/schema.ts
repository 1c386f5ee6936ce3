// What the terminal keeps in IndexedDB, as one type, and how each version of the database is made.
import type { DBSchema, IDBPDatabase } from 'idb';
import type { PlainError } from '#shared/errors/app-error.ts';
import type { Tally } from '#shared/statistics/tally.ts';
import type { PinTries, StoredPin } from '../state/staff-pin.ts';
import type { LogEntry } from '../state/technical-log.ts';
import type { KeptTime } from './kept-time.ts';

export const storeName = 'mingchuang';
export const storeVersion = 1;

/** A block file that is wholly stored: its table, kept so that each block can be checked on every read. */
export interface StoredBlockFile {
  readonly sha256: string;
  /** Target path it came from, for fetching it again. */
  readonly path: string;
  /** Length of the whole file. */
  readonly bytes: number;
  /** The file's beginning: prefix and table of offsets, lengths and digests (block-file.ts). */
  readonly table: Uint8Array<ArrayBuffer>;
}

/** One file of a release as the signed targets name it. */
export interface HeldTarget {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A whole release held by the terminal. */
export interface HeldRelease {
  readonly version: number;
  /** The manifest as signed, byte for byte, and its SHA-256 in hex. */
  readonly manifest: Uint8Array<ArrayBuffer>;
  readonly manifestSha256: string;
  /**
   * The manifest without its agencies, which make most of it and which nobody asks for first; absent in rows written
   * before there was one.
   */
  readonly outline?: { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string };
  /** The hash its mirror is found by (`manifest-mirror.ts`); absent where there is none. */
  readonly manifestMirror?: string;
  readonly blockFiles: readonly HeldTarget[];
  readonly attachments: readonly HeldTarget[];
  /** Lists of ordinals no longer live, by target path: small, so they lie here with their bytes. */
  readonly deletedLists: readonly (HeldTarget & { readonly content: Uint8Array<ArrayBuffer> })[];
  readonly installedAt: string;
}

/** The part of a release that opening it takes: small where a manifest with its agencies is megabytes. */
export type HeldOpening = Pick<
  HeldRelease,
  'version' | 'blockFiles' | 'deletedLists' | 'outline' | 'manifestMirror'
>;

/** Which generations are in use. Changed only in the transaction that switches. */
export interface Pointer {
  readonly current: number;
  readonly previous: number | null;
  readonly switchedAt: string;
  /** Of the current generation, so that one read at a start gives all; absent in rows written before there was one. */
  readonly opening?: HeldOpening;
}

/** The terminal's own facts. Every one is optional: a wiped store starts over. */
export interface Settings {
  readonly terminalId: string;
  readonly terminalToken: string;
  readonly lastSyncAt: string;
  readonly lastProblem: { readonly at: string; readonly error: PlainError };
  /** What staff call this terminal; sent with its reports. */
  readonly terminalName: string;
  readonly pin: StoredPin;
  readonly pinTries: PinTries;
  /** What is shown for a time only is held against these (`kept-time.ts`); earlier versions kept one number. */
  readonly latestTimeMs: number | KeptTime;
  /** Sums of visits that are not sent yet: numbers, and words nobody is known by. */
  readonly tally: Tally;
  /** Oldest first. */
  readonly log: readonly LogEntry[];
}

export interface KioskSchema extends DBSchema {
  /** Key: SHA-256 of the block file, number of the block in it. */
  blocks: { key: [fileSha256: string, block: number]; value: ArrayBuffer };
  blockFiles: { key: string; value: StoredBlockFile };
  attachments: { key: string; value: Blob };
  releases: { key: number; value: HeldRelease };
  /** Trusted TUF metadata, by file name. */
  metadata: { key: string; value: Uint8Array<ArrayBuffer> };
  settings: { key: keyof Settings; value: Settings[keyof Settings] };
  pointer: { key: 'pointer'; value: Pointer };
}

export type KioskDatabase = IDBPDatabase<KioskSchema>;

/** Brings the database from any older version to the present one. */
export function upgradeStore(database: KioskDatabase, oldVersion: number): void {
  if (oldVersion < 1) {
    database.createObjectStore('blocks');
    database.createObjectStore('blockFiles', { keyPath: 'sha256' });
    database.createObjectStore('attachments');
    database.createObjectStore('releases', { keyPath: 'version' });
    database.createObjectStore('metadata');
    database.createObjectStore('settings');
    database.createObjectStore('pointer');
  }
}
