// Knows whether something is pressed at this moment, and lets changes of the screen wait until it is not.
import { useCallback, useEffect, useRef } from 'preact/hooks';

/** The part of `window` that is listened to. */
export type PressTarget = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

export interface FingerWatch {
  /** Runs `change` now, or as soon as nothing is pressed any more and the press has had its effect. */
  whenUp(change: () => void): void;
  stop(): void;
}

const ends = ['pointerup', 'pointercancel', 'blur'] as const;

/**
 * A mouse clicks with its release. A finger's click is an event of its own, which the browser makes up when it has heard
 * that the page did not want the touch: on a busy page so much later, in milliseconds. A long press has none.
 */
const longestClickMs = 300;

/** Starts watching. A newer change takes the place of one that still waits. */
export function watchFinger(target: PressTarget): FingerWatch {
  const pressed = new Set<number>();
  let waiting: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    if (pressed.size > 0 || timer !== undefined) return;
    const change = waiting;
    waiting = null;
    change?.();
  };
  const runIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      run();
    }, ms);
  };
  const down = (event: Event) => pressed.add((event as PointerEvent).pointerId);
  const up = (event: Event) => {
    const { pointerId, pointerType } = event as PointerEvent;
    if (event.type === 'blur') pressed.clear();
    else pressed.delete(pointerId);
    // The change must not take the click's target away, nor put another in its place.
    const hasClickToCome = event.type === 'pointerup' && pointerType !== 'mouse';
    runIn(hasClickToCome ? longestClickMs : 0);
  };
  const clicked = () => {
    if (timer !== undefined) runIn(0);
  };
  target.addEventListener('pointerdown', down, { capture: true });
  target.addEventListener('click', clicked, { capture: true });
  for (const type of ends) target.addEventListener(type, up, { capture: true });
  return {
    whenUp: (change) => {
      waiting = change;
      run();
    },
    stop: () => {
      clearTimeout(timer);
      waiting = null;
      target.removeEventListener('pointerdown', down, { capture: true });
      target.removeEventListener('click', clicked, { capture: true });
      for (const type of ends) target.removeEventListener(type, up, { capture: true });
    },
  };
}

/** `whenUp` of a watch that lives as long as the component. */
export function useFingerWatch(): FingerWatch['whenUp'] {
  const watch = useRef<FingerWatch | null>(null);
  useEffect(() => {
    watch.current = watchFinger(window);
    return () => {
      watch.current?.stop();
      watch.current = null;
    };
  }, []);
  return useCallback((change) => {
    if (watch.current) watch.current.whenUp(change);
    else change();
  }, []);
}
