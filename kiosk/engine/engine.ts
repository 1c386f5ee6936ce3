// What the terminal's screens may ask of the machinery below them: the catalogue, its state, its files.
import type { ReadonlySignal } from '@preact/signals';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { PlainError } from '#shared/errors/app-error.ts';
import type { ListedRecord } from '#shared/handoff/list-payload.ts';
import type { SyncProgress } from '#shared/protocol/worker-messages.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { KeypadAnswer } from '#shared/search/keypad/suggest.ts';
import type { WithinAnswer } from '#shared/search/keypad/suggest-within.ts';
import type { SearchQuery, SearchResult } from '#shared/search/types.ts';
import type { TerminalOutbox } from '../outbox/terminal-outbox.ts';
import type { Settings } from '../store/schema.ts';

export type { SyncProgress };

/** What the status line and the staff screen tell. */
export interface EngineStatus {
  /** `empty` until the first whole release is stored. */
  readonly phase: 'starting' | 'empty' | 'ready';
  readonly version: number | null;
  /** Since when, in milliseconds since 1970, the same records of it have been shown; 0 when none ever ended. */
  readonly shownSince: number;
  /** When the shown release was published: "内容截至". */
  readonly contentAsOf: string | null;
  readonly previousVersion: number | null;
  /** False after a failed request to the hub, true after the next good one. */
  readonly isHubReachable: boolean;
  /** True when page, service worker and catalogue are all held locally: "可离线使用". */
  readonly isOfflineReady: boolean;
  /** Signed metadata is past its time: content stays on screen, nothing new is installed. */
  readonly isMetadataExpired: boolean;
  readonly sync: SyncProgress;
  readonly lastSyncAt: string | null;
  /** The last refusal or failure, for staff; null after a good sync. */
  readonly lastProblem: { readonly at: string; readonly error: PlainError } | null;
  readonly damagedBlocks: number;
  readonly terminalId: string | null;
  readonly usedBytes: number | null;
  readonly isUpdateWaiting: boolean;
  /** The newest release held, while staff show the one before it; null otherwise. */
  readonly heldBackVersion: number | null;
}

/** The terminal's own facts, kept over a restart. */
export interface TerminalSettings {
  load(): Promise<Partial<Settings>>;
  /** Sets the given facts and removes those given as null. */
  persist(changes: { readonly [Key in keyof Settings]?: Settings[Key] | null }): Promise<void>;
}

/** Given by `startKioskEngine()`; screens get it through context and tests may give a fake. */
export interface KioskEngine {
  readonly status: ReadonlySignal<EngineStatus>;
  /** The manifest of the shown release; null while phase is not `ready`. */
  readonly manifest: ReadonlySignal<ReleaseManifest | null>;
  /** The newest notices of a release that is held, and not shown while somebody is here; empty otherwise. */
  readonly noticesAhead: ReadonlySignal<readonly CatalogueRecord[]>;
  search(query: SearchQuery, signal?: AbortSignal): Promise<SearchResult>;
  /** What a keypad offers behind what is typed: words that find something under the filters and keys that lead on. */
  keypad(text: string, filters: SearchQuery['filters'], signal?: AbortSignal): Promise<KeypadAnswer>;
  /** Which of some texts, 20 at most, find something under the filters. */
  finds(
    texts: readonly string[],
    filters: SearchQuery['filters'],
    signal?: AbortSignal,
  ): Promise<readonly boolean[]>;
  /** The same for words within a text, given as its paragraphs. */
  keypadWithin(passages: readonly string[], letters: string, signal?: AbortSignal): Promise<WithinAnswer>;
  record(id: string, signal?: AbortSignal): Promise<CatalogueRecord | null>;
  /** The record with this hand-off code. */
  recordByCode(code: string, signal?: AbortSignal): Promise<CatalogueRecord | null>;
  bodyPart(id: string, part: number, signal?: AbortSignal): Promise<string>;
  /** The time what is shown follows, in milliseconds since 1970: it never goes back, whatever the clock is set to. */
  time(): Promise<number>;
  /** The bytes of an attachment, from the terminal's own store. Throws `kiosk.attachment-missing`. */
  attachment(sha256: string): Promise<Blob>;
  /**
   * Has the hub keep a list too long for one symbol, and gives the short code under which phones find it.
   * Throws `kiosk.hub-unreachable`.
   */
  keepList(records: readonly ListedRecord[], signal?: AbortSignal): Promise<string>;
  /** Asks the hub for a newer release now; resolves when it is installed or refused. */
  syncNow(): Promise<void>;
  /**
   * Installs the update pack of a stick and shows it; resolves with its version, or null when that is the one held.
   * Rejects with what was wrong with it; the catalogue stays as it was then.
   */
  installPack(file: Blob): Promise<number | null>;
  /** Shows the newest release held at once, although somebody is here: they asked for what is in it. */
  showNewest(): Promise<void>;
  /** Shows the release before the newest until staff go back to it or a newer one arrives. */
  showGeneration(generation: 'current' | 'previous'): Promise<void>;
  readonly settings: TerminalSettings;
  /** What visitors said, until the hub has it. */
  readonly outbox: TerminalOutbox;
  /** Told by the idle reset: a waiting update of release or application may now be applied. */
  visitorLeft(): void;
}
