// The way back at the end of a visit: what the next visitor opens while the browser is still under way waits for its end.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isTravelling, travelBack, whenArrived } from '#kiosk/state/way-home.ts';

let calls: string[] = [];
let listeners: ((event: object) => void)[] = [];
/** What the entry the browser stands at says of the way that is left. */
let stepsLeft = 0;
const travel = (steps: number, arrive: () => void) => {
  stepsLeft = steps;
  travelBack(() => stepsLeft, arrive);
};
const note = (name: string) => () => void calls.push(name);
/** The browser has arrived, and says so. */
const popstate = (left = 0) => {
  stepsLeft = left;
  const stopImmediatePropagation = note('kept from the screens');
  for (const listener of [...listeners]) listener({ stopImmediatePropagation });
  vi.advanceTimersByTime(0);
};

beforeEach(() => {
  calls = [];
  listeners = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('addEventListener', (_: string, listener: (event: object) => void) =>
    listeners.push(listener),
  );
  vi.stubGlobal('removeEventListener', (_: string, listener: (event: object) => void) => {
    listeners = listeners.filter((one) => one !== listener);
  });
  vi.stubGlobal('history', { go: (steps: number) => calls.push(`go ${steps}`) });
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the way home', () => {
  it('when the visit never left its first screen › arrives at once', () => {
    travel(0, note('arrived'));
    whenArrived(note('opened'));
    expect(calls).toEqual(['arrived', 'opened']);
  });

  it('when the next visitor is faster than the browser › opens their screen after the arrival, not before', () => {
    travel(3, note('arrived'));
    whenArrived(note('opened'));
    expect(calls).toEqual(['go -3']);
    popstate();
    expect(calls).toEqual(['go -3', 'arrived', 'opened']);
    expect(isTravelling()).toBe(false);
  });

  it('when a screen on the way was never numbered › goes on from where it came to', () => {
    travel(2, note('arrived'));
    popstate(1);
    whenArrived(note('opened'));
    expect(calls).toEqual(['go -2', 'kept from the screens', 'go -1']);
    popstate();
    expect(calls).toEqual(['go -2', 'kept from the screens', 'go -1', 'arrived', 'opened']);
  });

  it('when one goes back later in the next visit › does not arrive a second time', () => {
    travel(1, note('arrived'));
    popstate();
    popstate();
    expect(calls).toEqual(['go -1', 'arrived']);
  });

  it('when the next visit ends as well before the arrival › forgets what it asked for and travels once', () => {
    travel(2, note('arrived'));
    whenArrived(note('opened'));
    travel(1, note('arrived again'));
    popstate();
    expect(calls).toEqual(['go -2', 'arrived']);
  });

  it('when the browser goes nowhere and says nothing › the terminal does not wait for ever', () => {
    travel(60, note('arrived'));
    whenArrived(note('opened'));
    vi.runAllTimers();
    expect(calls).toEqual(['go -60', 'arrived', 'opened']);
    popstate();
    expect(calls).toHaveLength(3);
  });
});
