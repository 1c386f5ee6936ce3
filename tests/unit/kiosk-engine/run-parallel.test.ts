// Jobs in parallel: bounded, and stopped by the first failure.
import { describe, expect, it } from 'vitest';
import { runParallel } from '#kiosk/sync-worker/run-parallel.ts';

describe('parallel jobs', () => {
  it('many jobs › when run › each runs once and never more than the width at a time', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await runParallel([...Array(20).keys()], 4, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      done.push(item);
      running -= 1;
    });
    expect(done.toSorted((a, b) => a - b)).toEqual([...Array(20).keys()]);
    expect(most).toBe(4);
  });

  it('one job › when it fails › the others are cancelled, none starts later, and its error comes out', async () => {
    const started: number[] = [];
    const cancelled: number[] = [];
    const work = runParallel([0, 1, 2, 3, 4, 5], 2, async (item, signal) => {
      started.push(item);
      if (item === 1) throw new Error('job 1');
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => {
          cancelled.push(item);
          resolve();
        });
      });
    });
    await expect(work).rejects.toThrow('job 1');
    expect(started).toEqual([0, 1]);
    expect(cancelled).toEqual([0]);
  });

  it('no jobs › when run › it resolves', async () => {
    await expect(runParallel([], 4, async () => undefined)).resolves.toBeUndefined();
  });
});
