// The clock what is shown follows: forward as the terminal's goes, never behind what is signed, and right again soon.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ShownWatch } from '#kiosk/search-worker/shown-watch.ts';
import { SteadyClock } from '#kiosk/search-worker/steady-clock.ts';
import type { KeptTime } from '#kiosk/store/kept-time.ts';

const minute = 60_000;
const noon = Date.parse('2026-05-08T04:00:00Z');

const hour = 60 * minute;
const day = 24 * hour;
const nothingKept: KeptTime = { signedMs: 0, provenMs: 0, toldMs: 0 };

/** A clock whose sources a test moves. */
function makeClock(at = noon, keptBefore = nothingKept) {
  const sources = { wall: at, elapsed: 0 };
  const kept: KeptTime[] = [];
  const clock = new SteadyClock({
    wallTime: () => sources.wall,
    elapsed: () => sources.elapsed,
    keep: (time) => kept.push(time),
  });
  clock.resume(keptBefore);
  const pass = (ms: number) => {
    sources.wall += ms;
    sources.elapsed += ms;
  };
  const keptLast = () => kept.at(-1) ?? nothingKept;
  return { clock, sources, kept, keptLast, pass };
}

describe('steady clock › when the terminal goes by its own clock', () => {
  it('tells that time', () => {
    const { clock, pass } = makeClock();
    expect(clock.now()).toBe(noon);
    pass(90 * minute);
    expect(clock.now()).toBe(noon + 90 * minute);
  });

  it('begins no earlier than a signed time', () => {
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
    sources.wall -= day;
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

  it('keeps to the newest signed time and what went by since, however far it is set back', () => {
    const { clock, sources, pass } = makeClock();
    clock.raise(noon - hour);
    pass(2 * hour);
    sources.wall = 0;
    expect(clock.now()).toBeGreaterThanOrEqual(noon + hour);
    pass(day);
    expect(clock.now()).toBeGreaterThanOrEqual(noon + hour + day);
  });

  it('goes on from what it told before, when the clock begins anew in 1970 with every start', () => {
    const before = makeClock();
    before.clock.raise(noon - 5 * day);
    before.clock.now();
    const after = makeClock(0, before.keptLast());
    expect(after.clock.now()).toBe(noon);
  });
});

describe('steady clock › when the terminal clock once stood years ahead', () => {
  const ahead = Date.parse('2099-01-01T00:00:00Z');

  /** What is kept of a terminal that was told 2099 after a release signed at noon. */
  function keptAhead(): KeptTime {
    const { clock, keptLast } = makeClock(ahead);
    clock.raise(noon);
    expect(clock.now()).toBe(ahead);
    return keptLast();
  }

  it('tells the right time as soon as it is put right', () => {
    const { clock, sources } = makeClock(ahead);
    clock.raise(noon);
    clock.now();
    sources.wall = noon + hour;
    expect(clock.now()).toBe(noon + hour);
  });

  it('does so after a restart, and where that was kept by a version that kept one number', () => {
    expect(makeClock(noon + hour, keptAhead()).clock.now()).toBe(noon + hour);
    expect(makeClock(noon + hour, { ...nothingKept, toldMs: ahead }).clock.now()).toBe(noon + hour);
  });

  it('is not years ahead while the clock stands in 1970, and right with the next signed time', () => {
    const { clock } = makeClock(0, keptAhead());
    expect(clock.now()).toBeLessThanOrEqual(noon + 31 * day);
    clock.raise(noon + hour);
    expect(clock.now()).toBe(noon + hour);
  });

  it('is right with the next signed time where it was ahead by a day only', () => {
    const { clock, sources } = makeClock(noon + day);
    clock.raise(noon);
    clock.now();
    sources.wall = noon + hour;
    expect(clock.now()).toBe(noon + day);
    clock.raise(noon + minute);
    expect(clock.now()).toBe(noon + hour);
  });

  it('takes from what is kept the signed time another worker learnt', () => {
    const { clock, sources, keptLast } = makeClock(noon + day);
    clock.raise(noon);
    clock.now();
    sources.wall = noon + hour;
    clock.resume({ ...keptLast(), signedMs: noon + minute, provenMs: noon + minute, toldMs: 0 });
    expect(clock.now()).toBe(noon + hour);
  });
});

describe('steady clock › when clocks jump, power goes and releases come in any order', () => {
  const step = fc.oneof(
    fc.record({ is: fc.constant('pass' as const), ms: fc.nat(3 * day) }),
    fc.record({ is: fc.constant('set' as const), ms: fc.integer({ min: -1e13, max: 1e13 }) }),
    fc.record({ is: fc.constant('nudge' as const), ms: fc.integer({ min: -3 * day, max: 3 * day }) }),
    fc.record({ is: fc.constant('sign' as const), ms: fc.nat(2 * day) }),
    fc.record({ is: fc.constant('off' as const), ms: fc.nat(10 * day) }),
  );

  /** Goes through a course of things; `see` is told of the clock after each. */
  function play(steps: readonly { is: string; ms: number }[], see: (at: Played) => void) {
    let truth = noon;
    let offset = 0;
    let signed = 0;
    let made = makeClock(truth);
    for (const { is, ms } of steps) {
      if (is === 'set') offset = ms;
      else if (is === 'nudge') offset += ms;
      else if (is !== 'sign') truth += ms;
      if (is === 'off') made = makeClock(truth + offset, made.keptLast());
      made.sources.wall = truth + offset;
      if (is === 'pass') made.sources.elapsed += ms;
      if (is === 'sign') {
        signed = Math.max(signed, truth - ms);
        made.clock.raise(truth - ms);
      }
      const now = made.clock.now();
      made.clock.keep();
      see({ truth, wall: truth + offset, signed, now, clock: made.clock, kept: made.keptLast() });
    }
  }
  interface Played {
    readonly truth: number;
    readonly wall: number;
    readonly signed: number;
    readonly now: number;
    readonly clock: SteadyClock;
    readonly kept: KeptTime;
  }

  it('is never behind the newest signed time, and what is proven never ahead of the truth', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        play(steps, ({ now, signed, truth, kept }) => {
          expect(now).toBeGreaterThanOrEqual(signed);
          expect(kept.provenMs).toBeLessThanOrEqual(truth);
        });
      }),
    );
  });

  it('is ahead of a clock that may be right by 36 hours at most, and of what is proven by 30 days otherwise', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        play(steps, ({ now, wall, kept }) => {
          if (wall >= kept.provenMs) expect(now - wall).toBeLessThanOrEqual(36 * hour);
          else expect(now - kept.provenMs).toBeLessThanOrEqual(30 * day);
        });
      }),
    );
  });

  it('tells the truth once the clock is put right and a release signed since has come', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const end = [...steps, { is: 'set', ms: 0 }, { is: 'pass', ms: minute }, { is: 'sign', ms: 0 }];
        let last: Played | null = null;
        play(end, (at) => {
          last = at;
        });
        const { now, truth } = last as unknown as Played;
        expect(now).toBe(truth);
      }),
    );
  });
});

describe('steady clock › when the power may go', () => {
  it('has kept a time of the last minutes, and on demand the very last', () => {
    const { clock, kept, keptLast, pass } = makeClock();
    for (let minutes = 0; minutes <= 60; minutes++) {
      clock.now();
      expect(noon + minutes * minute - keptLast().toldMs).toBeLessThan(5 * minute);
      pass(minute);
    }
    expect(kept.length).toBeLessThan(15);
    const now = clock.now();
    clock.keep();
    expect(keptLast().toldMs).toBe(now);
  });

  it('keeps nothing before it knows what was kept', () => {
    const kept: KeptTime[] = [];
    const keep = (time: KeptTime) => void kept.push(time);
    new SteadyClock({ wallTime: () => noon, elapsed: () => 0, keep }).now();
    expect(kept).toEqual([]);
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
