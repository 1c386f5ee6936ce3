// Nothing changes under a finger: changes of the screen wait until it is lifted.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FingerWatch, watchFinger } from '#kiosk/state/finger-watch.ts';

let target: EventTarget;
let watch: FingerWatch;
let changes: string[];
beforeEach(() => {
  vi.useFakeTimers();
  target = new EventTarget();
  watch = watchFinger(target);
  changes = [];
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

const press = (type: string, pointerId = 1, pointerType = 'touch') =>
  target.dispatchEvent(Object.assign(new Event(type), { pointerId, pointerType }));
const change = (name: string) => watch.whenUp(() => changes.push(name));

describe('a change of the screen', () => {
  it('when nothing is pressed › it happens at once', () => {
    change('a');
    press('pointerdown');
    press('pointerup');
    vi.runAllTimers();
    change('b');
    expect(changes).toEqual(['a', 'b']);
  });

  it('when a finger is down › it waits until after the click that follows the release', () => {
    press('pointerdown');
    change('results');
    vi.runAllTimers();
    expect(changes).toEqual([]);
    press('pointerup');
    target.addEventListener('click', () => changes.push('click'));
    press('click');
    vi.advanceTimersByTime(0);
    expect(changes).toEqual(['click', 'results']);
  });

  it('when a finger’s click comes later than its release › it waits for it, also if asked in between', () => {
    press('pointerdown');
    press('pointerup');
    vi.advanceTimersByTime(100);
    change('results');
    vi.advanceTimersByTime(100);
    expect(changes).toEqual([]);
    press('click');
    vi.advanceTimersByTime(0);
    expect(changes).toEqual(['results']);
  });

  it('when a long press ends without a click › it happens all the same', () => {
    press('pointerdown');
    change('a');
    press('pointerup');
    vi.runAllTimers();
    expect(changes).toEqual(['a']);
  });

  it('when a mouse is released › it does not wait longer than for the click of that release', () => {
    press('pointerdown', 1, 'mouse');
    change('a');
    press('pointerup', 1, 'mouse');
    vi.advanceTimersByTime(0);
    expect(changes).toEqual(['a']);
  });

  it('when several come under one finger › only the newest happens', () => {
    press('pointerdown');
    for (const name of ['a', 'b', 'c']) change(name);
    press('pointercancel');
    vi.runAllTimers();
    expect(changes).toEqual(['c']);
  });

  it('when two fingers are down › it waits for both, unless the window loses them', () => {
    press('pointerdown', 1);
    press('pointerdown', 2);
    change('a');
    press('pointerup', 1);
    vi.runAllTimers();
    expect(changes).toEqual([]);
    press('blur');
    vi.runAllTimers();
    expect(changes).toEqual(['a']);
  });

  it('when the watch has ended › it never happens', () => {
    press('pointerdown');
    change('a');
    watch.stop();
    press('pointerup');
    vi.runAllTimers();
    expect(changes).toEqual([]);
  });
});
