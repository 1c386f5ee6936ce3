// When the terminal asks the hub again, and when a dead worker is started again.
import { describe, expect, it } from 'vitest';
import { RestartPolicy } from '#kiosk/engine/restart-policy.ts';
import { pollDelayMs } from '#kiosk/sync-worker/poll-timer.ts';

describe('poll timer', () => {
  it('a terminal › when all is well › it asks about once a minute, spread by a fifth to either side', () => {
    expect(pollDelayMs(0, false, 0)).toBe(48_000);
    expect(pollDelayMs(0, false, 0.5)).toBe(60_000);
    expect(pollDelayMs(0, false, 1)).toBe(72_000);
  });

  it('failures › when they go on › the pause grows to five minutes and no further', () => {
    expect(pollDelayMs(1, false, 0.5)).toBe(120_000);
    expect(pollDelayMs(3, false, 0.5)).toBe(300_000);
    expect(pollDelayMs(10_000, false, 0.5)).toBe(300_000);
  });

  it('a full disk › when nothing fits › the next try waits half an hour', () => {
    expect(pollDelayMs(1, true, 0.5)).toBe(1_800_000);
  });
});

describe('restart policy', () => {
  it('deaths › when few › restarts slow down but go on', () => {
    const policy = new RestartPolicy();
    expect([0, 1, 2, 3, 4].map((at) => policy.next(at))).toEqual([100, 200, 400, 800, 1600]);
    expect(policy.isExhausted(5)).toBe(false);
  });

  it('deaths › when six come within a minute › there is a rest, then a new beginning', () => {
    const policy = new RestartPolicy();
    for (let at = 0; at < 5; at += 1) policy.next(at);
    expect(policy.next(5)).toBe(60_000);
    expect(policy.isExhausted(6)).toBe(true);
    expect(policy.isExhausted(60_006)).toBe(false);
    expect(policy.next(60_010)).toBe(100);
  });

  it('deaths › when an hour apart › each is the first', () => {
    const policy = new RestartPolicy();
    for (let hour = 0; hour < 20; hour += 1) expect(policy.next(hour * 3_600_000)).toBe(100);
  });
});
