// Repairs of one part: one at a time, whoever asks.
import { describe, expect, it } from 'vitest';
import { SharedRepairs } from '#kiosk/sync-worker/shared-repairs.ts';

describe('shared repairs', () => {
  it('one part › when asked for again while it is repaired › the repair runs once and both wait for it', async () => {
    const repairs = new SharedRepairs();
    const repair = Promise.withResolvers<void>();
    let runs = 0;
    const run = () => {
      runs += 1;
      return repair.promise;
    };
    const asked = [repairs.share('a/1', run), repairs.share('a/1', run)];
    expect(runs).toBe(1);
    repair.resolve();
    await Promise.all(asked);
    await repairs.share('a/1', run);
    expect(runs).toBe(2);
  });

  it('two parts › when repaired at once › neither waits for the other', async () => {
    const repairs = new SharedRepairs();
    const never = Promise.withResolvers<void>();
    void repairs.share('a/1', () => never.promise);
    await expect(repairs.share('a/2', async () => undefined)).resolves.toBeUndefined();
  });

  it('a repair › when it fails › all who wait are told and the next one is tried anew', async () => {
    const repairs = new SharedRepairs();
    const fail = async () => {
      throw new Error('no hub');
    };
    const asked = await Promise.allSettled([repairs.share('a/1', fail), repairs.share('a/1', fail)]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(repairs.share('a/1', async () => undefined)).resolves.toBeUndefined();
  });
});
