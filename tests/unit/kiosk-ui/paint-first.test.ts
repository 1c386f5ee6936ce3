// What a touch sets off waits for the frame that answers it; all else does not.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerFirst } from '#kiosk/paint-first.ts';

/** Stands in for a page: an event being handled, and frames that come when told. */
const page = globalThis as unknown as { event: { type: string } | undefined };
let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call));
});

afterEach(() => {
  page.event = undefined;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const paint = async () => {
  const isPainted = new Promise((resolve) => answerFirst(() => resolve(null)));
  for (const frame of frames.splice(0)) frame();
  await isPainted;
};
let calls: string[] = [];
const note = (name: string) => () => calls.push(name);

describe('what a touch sets off', () => {
  beforeEach(() => {
    calls = [];
  });

  it('outside of any act › is done at once', () => {
    answerFirst(note('a'));
    expect(calls).toEqual(['a']);
  });

  it('by a key or a message › is done at once', () => {
    for (const type of ['keydown', 'input', 'message']) {
      page.event = { type };
      answerFirst(note(type));
    }
    expect(calls).toEqual(['keydown', 'input', 'message']);
  });

  it('by a finger › waits for the frame, and all of it comes in order', async () => {
    page.event = { type: 'click' };
    answerFirst(note('a'));
    answerFirst(note('b'));
    expect(calls).toEqual([]);
    expect(frames).toHaveLength(1);
    await paint();
    expect(calls).toEqual(['a', 'b']);
  });

  it('when no frame comes › is done all the same', () => {
    page.event = { type: 'popstate' };
    answerFirst(note('a'));
    page.event = undefined;
    vi.advanceTimersByTime(1_000);
    expect(calls).toEqual(['a']);
  });
});
