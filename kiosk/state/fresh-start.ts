// A terminal's page runs for months. Once a night, while nobody is there, it begins anew: what a browser keeps of screens
// long gone goes with the page and with nothing else. (Seen to grow: pages of Chromium's heap for drawings that hold a
// tenth of their size in live objects; one media query kept each time the head cell of a table is styled anew.)
import { effect, type ReadonlySignal } from '@preact/signals';
import type { EngineStatus } from '../engine/engine.ts';

const hourMs = 3_600_000;
/** How often it is looked, while nobody is there. */
export const lookEveryMs = 60_000;
/** Nobody must have been there this long: who stepped aside for a moment comes back to what they knew. */
export const quietMs = 10 * 60_000;
const nightFrom = 2;
const nightUntil = 5;
const oldAtNightMs = 20 * hourMs;
/** Terminals switched off at night, and halls open at night, do not go without. */
const oldAtAnyHourMs = 72 * hourMs;
const mostVisits = 2_000;

/** How the page has been used since it began. */
export interface PageUse {
  readonly runningMs: number;
  readonly visits: number;
  /** Since when nobody has been there, in milliseconds. */
  readonly aloneMs: number;
  /** The hour of the terminal's own clock, 0–23. */
  readonly hour: number;
}

/** Whether the page has served long enough and nobody would notice. */
export function isFreshStartDue({ runningMs, visits, aloneMs, hour }: PageUse): boolean {
  if (aloneMs < quietMs) return false;
  const isNight = hour >= nightFrom && hour < nightUntil;
  return visits >= mostVisits || runningMs >= (isNight ? oldAtNightMs : oldAtAnyHourMs);
}

/**
 * Only what comes up again without a network, and never while a release is fetched or put in place: it would be whole all
 * the same, but its work would begin anew.
 */
export function canStartAnew(status: EngineStatus): boolean {
  return status.phase === 'ready' && status.isOfflineReady && status.sync.step === 'idle';
}

export interface FreshStartParts {
  readonly status: ReadonlySignal<EngineStatus>;
  /** Whether the waiting screen stands, which it does when nobody is there. */
  readonly isAlone: ReadonlySignal<boolean>;
  /** Visits since the page began. */
  readonly visits: () => number;
  readonly now: () => Date;
  /** Milliseconds since the page began. */
  readonly elapsed: () => number;
  readonly reload: () => void;
}

/** Watches for the moment; the answer stops it. */
export function startFreshStarts(parts: FreshStartParts): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = effect(() => {
    clearInterval(timer);
    if (!parts.isAlone.value) return;
    const aloneSince = parts.elapsed();
    timer = setInterval(() => {
      const runningMs = parts.elapsed();
      const use = {
        runningMs,
        aloneMs: runningMs - aloneSince,
        visits: parts.visits(),
        hour: parts.now().getHours(),
      };
      if (isFreshStartDue(use) && canStartAnew(parts.status.peek())) parts.reload();
    }, lookEveryMs);
  });
  return () => {
    clearInterval(timer);
    stop();
  };
}
