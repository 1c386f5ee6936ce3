// Looks for releases by itself and on request, one look at a time in all tabs, and keeps account of how it went.
import { AppError, type PlainError, toPlainError } from '#shared/errors/app-error.ts';
import type { SyncSettings, SyncStatus } from '#shared/protocol/worker-messages.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import { loadPointer, loadRelease } from '../store/release-store.ts';
import { loadSettings, persistSettings } from '../store/settings-store.ts';
import { checkStored } from './check-stored.ts';
import { installPack } from './install-pack.ts';
import { sendWaiting } from './outbox-link.ts';
import { pollDelayMs } from './poll-timer.ts';
import { idleProgress } from './progress-reporter.ts';
import { stoppableSource } from './stoppable-source.ts';
import { measureUsedBytes } from './storage-space.ts';
import { instantOf, type SyncContext } from './sync-context.ts';
import { syncRelease, tidy } from './sync-release.ts';
import { reportToHub } from './terminal-link.ts';
import { isTrustedMetadataExpired } from './trusted-metadata.ts';

const lockName = 'mingchuang-sync';
const reportEveryMs = 4 * 60_000;

export interface LoopOptions {
  readonly context: SyncContext;
  readonly settings: SyncSettings;
  /** The status as the page knows it. */
  readonly status: () => SyncStatus;
  readonly onInstalled: (version: number) => void;
  /** From 0 to 1. */
  readonly random: () => number;
}

export class SyncLoop {
  private readonly options: LoopOptions;
  private readonly context: SyncContext;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private checking: Promise<unknown> | null = null;
  private announced: number | null = null;
  /** Ends the look under way. */
  private stop = new AbortController();
  /** Tells the other tabs that there may be a new release in the store they share. */
  private readonly neighbours = new BroadcastChannel('mingchuang-installed');
  private lastReport = { text: '', atMs: Number.NEGATIVE_INFINITY };

  constructor(options: LoopOptions) {
    this.options = options;
    this.context = options.context;
  }

  /** Shows what was known before, looks once, checks what is stored, then goes on for ever. */
  async start(): Promise<void> {
    await this.recall().catch(() => undefined);
    setInterval(() => void this.tellHub(), reportEveryMs);
    this.neighbours.onmessage = () => void this.announce();
    await this.syncNow();
    await navigator.locks.request(lockName, () => tidy(this.context, null)).catch(() => undefined);
    await this.checkStored();
  }

  /**
   * Looks now and, when a look is under way, once more after it: that one may have begun before there was anything
   * new. Never throws: the outcome is in the status.
   */
  syncNow(): Promise<void> {
    if (!this.running) return this.run();
    this.next ??= this.running.then(() => {
      this.next = null;
      return this.run();
    });
    return this.next;
  }

  private run(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.look().finally(() => {
      this.running = null;
      const isDiskFull = this.options.status().lastProblem?.error.code === 'kiosk.disk-full';
      const delayMs = pollDelayMs(this.failures, isDiskFull, this.options.random());
      this.timer = setTimeout(() => void this.run(), delayMs);
    });
    return this.running;
  }

  private async look(): Promise<void> {
    const { signal } = this.stop;
    const fetcher = stoppableSource(this.context.fetcher, signal);
    try {
      const look = () => syncRelease({ ...this.context, fetcher });
      const installed = await navigator.locks.request(lockName, look);
      if (installed !== null) this.neighbours.postMessage(installed);
      await this.succeed();
    } catch (thrown) {
      // Stopped for a stick is no failure; the next look takes up what was fetched.
      if (!signal.aborted) await this.fail(toPlainError(thrown));
    }
    this.context.report({ sync: idleProgress, usedBytes: await measureUsedBytes() });
    await this.announce();
    if (this.failures === 0 && this.options.status().damagedBlocks > 0) void this.checkStored();
    // Who has not enrolled yet has no name to send in: the report comes first.
    void this.tellHub().then(() => this.sendOutbox());
  }

  /** Installs what a stick brought, instead of a look that is under way. Throws what was wrong with it. */
  async installPack(file: Blob): Promise<number | null> {
    this.stop.abort();
    this.stop = new AbortController();
    try {
      const installed = await navigator.locks.request(lockName, () => installPack(this.context, file));
      if (installed !== null) this.neighbours.postMessage(installed);
      await this.succeed();
      return installed;
    } finally {
      this.context.report({ sync: idleProgress, usedBytes: await measureUsedBytes() });
      await this.announce();
    }
  }

  /** Sends what visitors said and what was counted, where the hub can be reached. */
  sendOutbox(): Promise<void> {
    return this.options.status().isHubReachable ? sendWaiting(this.context) : Promise.resolve();
  }

  /** Another tab may have installed a release: what counts is what the store says now. */
  private async announce(): Promise<void> {
    const pointer = await loadPointer(this.context.store).catch(() => null);
    if (!pointer || pointer.current === this.announced) return;
    this.announced = pointer.current;
    this.options.onInstalled(pointer.current);
  }

  private checkStored(): Promise<unknown> {
    this.checking ??= checkStored(this.context)
      .catch(() => undefined)
      .finally(() => {
        this.checking = null;
      });
    return this.checking;
  }

  private async succeed(): Promise<void> {
    this.failures = 0;
    const lastSyncAt = instantOf(this.context);
    this.context.report({ lastSyncAt, lastProblem: null, isMetadataExpired: false });
    await persistSettings(this.context.store, { lastSyncAt, lastProblem: null });
  }

  private async fail(error: PlainError): Promise<void> {
    this.failures += 1;
    const lastProblem = { at: instantOf(this.context), error };
    const isExpired = error.code === 'release.metadata-expired';
    this.context.report({ lastProblem, ...(isExpired ? { isMetadataExpired: true } : {}) });
    await persistSettings(this.context.store, { lastProblem }).catch(() => undefined);
  }

  private async recall(): Promise<void> {
    const { store, now, report } = this.context;
    const known = await loadSettings(store);
    report({
      lastSyncAt: known.lastSyncAt ?? null,
      lastProblem: known.lastProblem ?? null,
      terminalId: known.terminalId ?? null,
      isMetadataExpired: await isTrustedMetadataExpired(store, now()),
      usedBytes: await measureUsedBytes(),
    });
  }

  /** Reports what is new at once, and what is not every few minutes. */
  private async tellHub(): Promise<void> {
    const { lastProblem, damagedBlocks, usedBytes, lastSyncAt } = this.options.status();
    const held = await this.describeHeld().catch(() => ({ version: null, contentAsOf: null }));
    const problem = lastProblem && { at: lastProblem.at, code: lastProblem.error.code };
    const { terminalName } = await loadSettings(this.context.store).catch(() => ({
      terminalName: undefined,
    }));
    const text = JSON.stringify([held, problem?.code, damagedBlocks, terminalName]);
    const nowMs = this.context.now();
    if (text === this.lastReport.text && nowMs - this.lastReport.atMs < reportEveryMs) return;
    const { appVersion } = this.options.settings;
    const named = terminalName === undefined ? {} : { name: terminalName };
    const report = { ...held, lastSyncAt, problem, damagedBlocks, usedBytes, appVersion, ...named };
    if (await reportToHub(this.context, this.options.settings, report)) {
      this.lastReport = { text, atMs: nowMs };
    }
  }

  private async describeHeld(): Promise<{ version: number | null; contentAsOf: string | null }> {
    const pointer = await loadPointer(this.context.store);
    const release = pointer && (await loadRelease(this.context.store, pointer.current));
    if (!release) throw new AppError('kiosk.no-catalogue');
    return { version: release.version, contentAsOf: parseManifest(release.manifest).publishedAt };
  }
}
