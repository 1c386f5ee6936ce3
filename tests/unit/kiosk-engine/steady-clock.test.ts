// The clock what is shown follows: forward as the terminal's goes, and never back.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ShownWatch } from '#kiosk/search-worker/shown-watch.ts';
import { SteadyClock } from '#kiosk/search-worker/steady-clock.ts';

const minute = 60_000;
const noon = Date.parse('2026-05-08T04:00:00Z');

/** A clock whose sources a test moves. */
function makeClock(at = noon) {
  const sources = { wall: at, elapsed: 0 };
  const kept: number[] = [];
  const clock = new SteadyClock({
    wallTime: () => sources.wall,
    elapsed: () => sources.elapsed,
    keep: (timeMs) => kept.push(timeMs),
  });
  const pass = (ms: number) => {
    sources.wall += ms;
    sources.elapsed += ms;
  };
  return { clock, sources, kept, pass };
}

describe('steady clock › when the terminal goes by its own clock', () => {
  it('tells that time', () => {
    const { clock, pass } = makeClock();
    expect(clock.now()).toBe(noon);
    pass(90 * minute);
    expect(clock.now()).toBe(noon + 90 * minute);
  });

  it('begins no earlier than a signed or kept time', () => {
    const { clock, pass } = makeClock(0);
    clock.raise(noon);
    clock.raise(noon - minute);
    expect(clock.now()).toBe(noon);
    pass(minute);
    expect(clock.now()).toBe(noon + minute);
  });
});

describe('steady clock › when somebody sets the terminal clock back', () => {
  it('goes on by what really passes', () => {
    const { clock, sources, pass } = makeClock();
    clock.now();
    sources.wall -= 24 * 60 * minute;
    expect(clock.now()).toBe(noon);
    pass(3 * minute);
    expect(clock.now()).toBe(noon + 3 * minute);
  });

  it('waits for the terminal clock when it was set back by a second', () => {
    const { clock, sources, pass } = makeClock();
    clock.now();
    sources.wall -= 1_000;
    pass(600);
    expect(clock.now()).toBe(noon);
    pass(600);
    expect(clock.now()).toBe(noon + 200);
  });

  it('never tells an earlier time than before, whatever is done to it', () => {
    const step = fc.record({ wall: fc.integer({ min: -1e9, max: 1e9 }), elapsed: fc.nat(1e8) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { clock, sources } = makeClock();
        let last = 0;
        for (const { wall, elapsed } of steps) {
          sources.wall += wall;
          sources.elapsed += elapsed;
          const now = clock.now();
          expect(now).toBeGreaterThanOrEqual(Math.max(last, sources.wall));
          last = now;
        }
      }),
    );
  });
});

describe('steady clock › when the power may go', () => {
  it('has kept a time of the last minutes, and on demand the very last', () => {
    const { clock, kept, pass } = makeClock();
    for (let minutes = 0; minutes <= 60; minutes++) {
      clock.now();
      expect(noon + minutes * minute - (kept.at(-1) ?? 0)).toBeLessThan(5 * minute);
      pass(minute);
    }
    expect(kept.length).toBeLessThan(15);
    const now = clock.now();
    clock.keep();
    expect(kept.at(-1)).toBe(now);
  });

  it('starts again where it was, though the clock of the terminal begins anew', () => {
    const before = makeClock();
    before.clock.now();
    const after = makeClock(0);
    after.clock.raise(before.kept.at(-1) ?? 0);
    expect(after.clock.now()).toBe(noon);
  });
});

describe('shown watch › when something is about to end', () => {
  beforeEach(() => void vi.useFakeTimers({ now: noon }));
  afterEach(() => void vi.useRealTimers());

  /** A catalogue that says when it was looked at, and that something ends at a time. */
  function watched(next: number) {
    const looks: number[] = [];
    return {
      looks,
      showNow: () => {
        looks.push(Date.now() - noon);
        return Date.now() < next ? next : Number.POSITIVE_INFINITY;
      },
    };
  }

  it('looks at that very moment, and often enough to see a clock that was set', () => {
    const catalogue = watched(noon + 24_500);
    const watch = new ShownWatch(() => Date.now());
    watch.watch(catalogue);
    vi.advanceTimersByTime(35_000);
    expect(catalogue.looks).toEqual([0, 10_000, 20_000, 24_500, 34_500]);
    watch.stop();
    vi.advanceTimersByTime(60_000);
    expect(catalogue.looks).toHaveLength(5);
  });

  it('watches only the catalogue that was opened last', () => {
    const [old, fresh] = [watched(noon + 5_000), watched(noon + 5_000)];
    const watch = new ShownWatch(() => Date.now());
    watch.watch(old);
    watch.watch(fresh);
    vi.advanceTimersByTime(6_000);
    expect([old.looks.length, fresh.looks.length]).toEqual([1, 2]);
  });
});
