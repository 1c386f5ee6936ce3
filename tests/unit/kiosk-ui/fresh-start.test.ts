// When a page that runs for months begins anew: when it served many or grew old, while nobody is there and nothing is under way.
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startingStatus } from '#kiosk/engine/engine-status.ts';
import {
  canStartAnew,
  isFreshStartDue,
  lookEveryMs,
  manyVisits,
  mostVisits,
  type PageUse,
  quietMs,
  shortQuietMs,
  startFreshStarts,
} from '#kiosk/state/fresh-start.ts';

const hourMs = 3_600_000;
const rested = { ...startingStatus, phase: 'ready', isOfflineReady: true } as const;

describe('a fresh start', () => {
  const use: PageUse = { runningMs: hourMs, visits: 10, aloneMs: quietMs, hour: 12 };

  it.each([
    ['the page is young', {}, false],
    ['it ran all day and it is night', { runningMs: 21 * hourMs, hour: 3 }, true],
    ['it ran all day and it is day', { runningMs: 21 * hourMs }, false],
    ['it ran all day and the night is over', { runningMs: 21 * hourMs, hour: 5 }, false],
    ['it ran for three days through', { runningMs: 72 * hourMs }, true],
    ['it is old and somebody left a while ago', { runningMs: 72 * hourMs, aloneMs: quietMs - 1 }, false],
    ['it has served many', { visits: manyVisits, aloneMs: shortQuietMs }, true],
    ['it has served fewer', { visits: manyVisits - 1 }, false],
    [
      'it has served many and somebody has just left',
      { visits: manyVisits, aloneMs: shortQuietMs - 1 },
      false,
    ],
  ] as const)('when %s › is due or not accordingly', (_, changes, isDue) => {
    expect(isFreshStartDue({ ...use, ...changes })).toBe(isDue);
  });

  it.each([
    ['everything is held and rests', {}, true],
    ['a release is being fetched', { sync: { step: 'downloading', doneBytes: 1, totalBytes: 2 } }, false],
    ['the page could not come up without a network', { isOfflineReady: false }, false],
    ['there is no catalogue yet', { phase: 'empty' }, false],
  ] as const)('when %s › may happen or not accordingly', (_, changes, isAllowed) => {
    expect(canStartAnew({ ...rested, ...changes } as never)).toBe(isAllowed);
  });
});

describe('the watch for it', () => {
  const isAlone = signal(false);
  const status = signal(rested as never);
  const visitNumber = signal(1);
  const startWaiting = vi.fn();
  const startHome = vi.fn();
  let stop = () => {};

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(2026, 10, 22, 12) });
    vi.clearAllMocks();
    isAlone.value = false;
    visitNumber.value = 1;
    status.value = rested as never;
    const begun = Date.now() - 80 * hourMs;
    stop = startFreshStarts({
      status,
      isAlone,
      visitNumber,
      now: () => new Date(),
      elapsed: () => Date.now() - begun,
      startWaiting,
      startHome,
    });
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('while somebody is there › never begins anew, however old the page', () => {
    vi.advanceTimersByTime(quietMs * 3);
    expect(startWaiting).not.toHaveBeenCalled();
  });

  it('when somebody comes back in time › counts the quiet from the beginning', () => {
    isAlone.value = true;
    vi.advanceTimersByTime(quietMs - lookEveryMs);
    isAlone.value = false;
    vi.advanceTimersByTime(lookEveryMs);
    isAlone.value = true;
    vi.advanceTimersByTime(quietMs - lookEveryMs);
    expect(startWaiting).not.toHaveBeenCalled();
    vi.advanceTimersByTime(lookEveryMs);
    expect(startWaiting).toHaveBeenCalledOnce();
  });

  it('while a release is being put in place › waits for its end', () => {
    status.value = { ...rested, sync: { step: 'switching', doneBytes: 1, totalBytes: 1 } } as never;
    isAlone.value = true;
    vi.advanceTimersByTime(quietMs * 2);
    expect(startWaiting).not.toHaveBeenCalled();
    status.value = rested as never;
    vi.advanceTimersByTime(lookEveryMs);
    expect(startWaiting).toHaveBeenCalledOnce();
  });

  it('when visits never leave it alone › begins anew behind the end of one', () => {
    visitNumber.value = mostVisits;
    expect(startHome).not.toHaveBeenCalled();
    visitNumber.value = mostVisits + 1;
    expect(startHome).toHaveBeenCalledOnce();
  });

  it('when the end of such a visit finds a release under way › waits for the end of the next', () => {
    status.value = { ...rested, sync: { step: 'downloading', doneBytes: 1, totalBytes: 2 } } as never;
    visitNumber.value = mostVisits + 1;
    status.value = rested as never;
    expect(startHome).not.toHaveBeenCalled();
    visitNumber.value = mostVisits + 2;
    expect(startHome).toHaveBeenCalledOnce();
  });
});
