// The engine itself: brings workers, service worker and screen state together and keeps them so.
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { Agency } from '#shared/catalogue/venue.ts';
import { AppError, toPlainError } from '#shared/errors/app-error.ts';
import type { ListedRecord } from '#shared/handoff/list-payload.ts';
import type {
  Generation,
  OpenedCatalogue,
  SearchWorkerEvent,
  SyncSettings,
  SyncWorkerEvent,
} from '#shared/protocol/worker-messages.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { KeypadAnswer } from '#shared/search/keypad/suggest.ts';
import type { WithinAnswer } from '#shared/search/keypad/suggest-within.ts';
import type { SearchQuery, SearchResult } from '#shared/search/types.ts';
import { openTerminalOutbox } from '../outbox/terminal-outbox.ts';
import { AppUpdate } from './app-update.ts';
import { CatalogueLink, type SearchBridge, type SyncBridge } from './catalogue-link.ts';
import type { EngineStatus, KioskEngine, TerminalSettings } from './engine.ts';
import { startingStatus } from './engine-status.ts';
import { readHeldBack, writeHeldBack } from './held-back.ts';
import { keepList } from './keep-list.ts';
import { openTerminalSettings } from './terminal-settings.ts';
import { VisitorPresence } from './visitor-presence.ts';
import { WorkerBridge, type WorkerLike } from './worker-bridge.ts';

export interface MachineParts {
  readonly spawnSearch: () => WorkerLike;
  readonly spawnSync: () => WorkerLike;
  readonly settings: SyncSettings;
}

export class KioskMachine implements KioskEngine {
  private readonly statusSignal: Signal<EngineStatus> = signal(startingStatus);
  private readonly manifestSignal: Signal<ReleaseManifest | null> = signal(null);
  readonly status: ReadonlySignal<EngineStatus> = this.statusSignal;
  readonly manifest: ReadonlySignal<ReleaseManifest | null> = this.manifestSignal;
  private readonly aheadSignal: Signal<readonly CatalogueRecord[]> = signal([]);
  readonly noticesAhead: ReadonlySignal<readonly CatalogueRecord[]> = this.aheadSignal;
  readonly settings: TerminalSettings = openTerminalSettings();
  readonly outbox = openTerminalOutbox(() => {
    this.syncBridge.call('sendOutbox', null).catch(() => undefined);
  });
  private readonly presence = new VisitorPresence(window);
  private readonly searchBridge: SearchBridge;
  private readonly syncBridge: SyncBridge;
  private readonly catalogue: CatalogueLink;
  private readonly appUpdate: AppUpdate;
  private readonly page: SyncSettings;
  private installedVersion: number | null = null;
  private isShellStored = false;
  private areAgenciesLoaded = false;
  private showing: Promise<void> = Promise.resolve();

  constructor({ spawnSearch, spawnSync, settings }: MachineParts) {
    this.page = settings;
    this.searchBridge = new WorkerBridge({
      name: 'search',
      spawn: spawnSearch,
      oneAtATime: ['search', 'keypad', 'finds', 'keypadWithin'],
      onEvent: (event: SearchWorkerEvent) => this.followShown(event),
      onStart: () => this.catalogue.reopen(),
    });
    this.syncBridge = new WorkerBridge({
      name: 'sync',
      spawn: spawnSync,
      onEvent: (event: SyncWorkerEvent) => this.receive(event),
      onStart: () => this.beginSync(),
    });
    this.catalogue = new CatalogueLink(this.searchBridge, this.syncBridge);
    this.appUpdate = new AppUpdate({
      onShellStored: () => {
        this.isShellStored = true;
        this.change({});
      },
      onUpdateWaiting: () => this.change({ isUpdateWaiting: true }),
      isVisitorPresent: () => this.presence.isPresent,
    });
  }

  /** Shows what the terminal holds; never throws. Syncing and the service worker go on in the background. */
  async start(): Promise<void> {
    const heldBack = readHeldBack();
    if (heldBack !== null) {
      // Known before anything is open: a sync that ends meanwhile must not take it for news.
      this.change({ heldBackVersion: heldBack });
      await this.show('previous');
      if (!this.isReady) this.change({ heldBackVersion: null });
    }
    if (!this.isReady) await this.show('current');
    if (!this.isReady) await this.show('previous');
    if (!this.isReady) this.change({ phase: 'empty' });
    void this.appUpdate.start();
    navigator.storage?.persist?.().catch(() => false);
  }

  async search(query: SearchQuery, signal?: AbortSignal): Promise<SearchResult> {
    return JSON.parse(await this.catalogue.ask('search', query, signal)) as SearchResult;
  }

  keypad(text: string, filters: SearchQuery['filters'], signal?: AbortSignal): Promise<KeypadAnswer> {
    return this.catalogue.ask('keypad', { text, filters }, signal);
  }

  finds(
    texts: readonly string[],
    filters: SearchQuery['filters'],
    signal?: AbortSignal,
  ): Promise<readonly boolean[]> {
    return this.catalogue.ask('finds', { texts, filters }, signal);
  }

  keypadWithin(passages: readonly string[], letters: string, signal?: AbortSignal): Promise<WithinAnswer> {
    return this.catalogue.ask('keypadWithin', { passages, letters }, signal);
  }

  recordByCode(code: string, signal?: AbortSignal): Promise<CatalogueRecord | null> {
    return this.catalogue.ask('recordByCode', { code }, signal);
  }

  time(): Promise<number> {
    return this.catalogue.time();
  }

  record(id: string, signal?: AbortSignal): Promise<CatalogueRecord | null> {
    return this.catalogue.ask('record', { id }, signal);
  }

  bodyPart(id: string, part: number, signal?: AbortSignal): Promise<string> {
    return this.catalogue.ask('bodyPart', { id, part }, signal);
  }

  attachment(sha256: string): Promise<Blob> {
    return this.catalogue.attachment(sha256);
  }

  keepList(records: readonly ListedRecord[], signal?: AbortSignal): Promise<string> {
    return keepList(records, signal);
  }

  /** Who asks for a newer release wants to see it: it is shown at once. */
  async syncNow(): Promise<void> {
    await this.syncBridge.call('syncNow', null).catch((thrown) => this.noteProblem(thrown));
    await this.showInstalled();
  }

  async installPack(file: Blob): Promise<number | null> {
    const version = await this.syncBridge.call('installPack', { file });
    await this.showInstalled();
    return version;
  }

  showNewest(): Promise<void> {
    return this.showInstalled();
  }

  async showGeneration(generation: 'current' | 'previous'): Promise<void> {
    const newest = this.installedVersion ?? this.status.value.heldBackVersion ?? this.catalogue.openVersion;
    await this.show(generation);
    const isBack = newest !== null && this.catalogue.openVersion !== newest;
    this.holdBack(generation === 'previous' && isBack ? newest : null);
  }

  visitorLeft(): void {
    this.presence.leave();
    void this.showInstalled().then(() => {
      if (!this.presence.isPresent) this.appUpdate.applyWaiting();
    });
  }

  private beginSync(): void {
    this.syncBridge.call('start', this.page).catch((thrown) => this.noteProblem(thrown));
  }

  private receive(event: SyncWorkerEvent): void {
    if (event.type === 'status') this.change(event.changes);
    else this.installedVersion = event.version;
    // Also after a good sync: what could not be opened before may have been repaired since.
    const isNews = event.type === 'installed' || typeof event.changes.lastSyncAt === 'string';
    if (!isNews) return;
    if (!this.isReady || !this.presence.isPresent) void this.showInstalled();
    else if (event.type === 'installed') void this.lookAhead(event.version);
  }

  /** A visitor keeps the release they read from; of a newer one they see what cannot wait for them to leave. */
  private async lookAhead(version: number): Promise<void> {
    if (version === this.status.value.heldBackVersion) return;
    const notices = await this.catalogue.newestNotices(version).catch(() => []);
    if (this.catalogue.openVersion !== version) this.aheadSignal.value = notices;
  }

  private followShown({ version, shownSince }: SearchWorkerEvent): void {
    if (version === this.status.value.version) this.change({ shownSince });
  }

  private get isReady(): boolean {
    return this.status.value.phase === 'ready';
  }

  /** Looks what is to be shown once everything asked for before is. */
  private showInstalled(): Promise<void> {
    this.showing = this.showing.then(async () => {
      const version = this.installedVersion ?? this.catalogue.openVersion;
      if (version === null || version === this.status.value.heldBackVersion) return;
      const isOpen = version === this.catalogue.openVersion;
      // Where agencies could not be read, what is open already is tried once more.
      if (isOpen && this.areAgenciesLoaded) return;
      if (!isOpen) this.holdBack(null);
      await this.open(version);
    });
    return this.showing;
  }

  /** Keeps `version` from being shown by itself; null for whatever is newest. */
  private holdBack(version: number | null): void {
    if (version === this.status.value.heldBackVersion) return;
    this.change({ heldBackVersion: version });
    writeHeldBack(version);
  }

  /** Opens one generation after the other, never two at once. */
  private show(generation: Generation): Promise<void> {
    this.showing = this.showing.then(() => this.open(generation));
    return this.showing;
  }

  private async open(generation: Generation): Promise<void> {
    try {
      const opened = await this.catalogue.open(generation);
      if (opened) await this.present(opened);
    } catch (thrown) {
      this.noteProblem(thrown);
    }
  }

  /** Shows a generation at once; its agencies, of which there may be thousands, follow. */
  private async present(opened: OpenedCatalogue): Promise<void> {
    const { version, previousVersion, manifest, shownSince } = opened;
    const before = this.manifestSignal.value?.agencies ?? [];
    this.areAgenciesLoaded = false;
    this.aheadSignal.value = [];
    this.manifestSignal.value = { ...manifest, agencies: before };
    this.change({ phase: 'ready', version, previousVersion, contentAsOf: manifest.publishedAt, shownSince });
    const agencies = await parseInSteps(await this.catalogue.ask('agencies', null));
    this.manifestSignal.value = { ...manifest, agencies };
    this.areAgenciesLoaded = true;
  }

  private noteProblem(thrown: unknown): void {
    const error = toPlainError(thrown instanceof AppError ? thrown : new AppError('internal'));
    this.change({ lastProblem: { at: new Date().toISOString(), error } });
  }

  private change(changes: Partial<EngineStatus>): void {
    const next = { ...this.status.value, ...changes };
    this.statusSignal.value = { ...next, isOfflineReady: this.isShellStored && next.phase === 'ready' };
  }
}

/** Parses piece by piece, with room between for what a visitor does. */
async function parseInSteps(pieces: readonly string[]): Promise<Agency[]> {
  const agencies: Agency[] = [];
  for (const piece of pieces) {
    agencies.push(...(JSON.parse(piece) as Agency[]));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return agencies;
}
