// A terminal's page runs for months. Between visits, while nobody is there, it begins anew now and then: what a browser
// keeps of screens long gone goes with the page and with nothing else. (Seen to grow: pages of Chromium's heap for drawings
// that hold a tenth of their size in live objects; one media query kept each time the head cell of a table is styled anew.)
import { effect, type ReadonlySignal } from '@preact/signals';
import type { EngineStatus } from '../engine/engine.ts';

const hourMs = 3_600_000;
/** How often it is looked, while nobody is there. */
export const lookEveryMs = 20_000;
/**
 * Two hundred visits cost some 20 to 50 MB that only a new page gives back (the bench `soak`). By then the waiting screen
 * need not have stood for long: the next visitor loses nothing by it but a touch within the second it takes.
 */
export const manyVisits = 150;
export const shortQuietMs = 60_000;
/** Where nobody ever lets the waiting screen come, the page begins anew behind the end of a visit. */
export const mostVisits = 250;
/** For its age alone the page waits until nobody has been there this long. */
export const quietMs = 10 * 60_000;
const nightFrom = 2;
const nightUntil = 5;
const oldAtNightMs = 20 * hourMs;
/** Terminals switched off at night, and halls open at night, do not go without. */
const oldAtAnyHourMs = 72 * hourMs;

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
  if (visits >= manyVisits && aloneMs >= shortQuietMs) return true;
  const isNight = hour >= nightFrom && hour < nightUntil;
  return aloneMs >= quietMs && runningMs >= (isNight ? oldAtNightMs : oldAtAnyHourMs);
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
  /** Which visit it is since the page began: 1 until the first has ended. */
  readonly visitNumber: ReadonlySignal<number>;
  readonly now: () => Date;
  /** Milliseconds since the page began. */
  readonly elapsed: () => number;
  /** Begins anew under the waiting screen. */
  readonly startWaiting: () => void;
  /** Begins anew at home, right after a visit. */
  readonly startHome: () => void;
}

/** Watches for the moment; the answer stops it. */
export function startFreshStarts(parts: FreshStartParts): () => void {
  const stopWaiting = watchWaiting(parts);
  const stopVisits = effect(() => {
    const visits = parts.visitNumber.value - 1;
    if (visits >= mostVisits && canStartAnew(parts.status.peek())) parts.startHome();
  });
  return () => {
    stopWaiting();
    stopVisits();
  };
}

function watchWaiting(parts: FreshStartParts): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = (aloneSince: number) => {
    const runningMs = parts.elapsed();
    const use = {
      runningMs,
      aloneMs: runningMs - aloneSince,
      visits: parts.visitNumber.peek() - 1,
      hour: parts.now().getHours(),
    };
    if (isFreshStartDue(use) && canStartAnew(parts.status.peek())) parts.startWaiting();
  };
  const stop = effect(() => {
    clearInterval(timer);
    if (!parts.isAlone.value) return;
    const aloneSince = parts.elapsed();
    timer = setInterval(() => look(aloneSince), lookEveryMs);
  });
  return () => {
    clearInterval(timer);
    stop();
  };
}
