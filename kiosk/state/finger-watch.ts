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

/** Starts watching. A newer change takes the place of one that still waits. */
export function watchFinger(target: PressTarget): FingerWatch {
  const pressed = new Set<number>();
  let waiting: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    if (pressed.size > 0) return;
    const change = waiting;
    waiting = null;
    change?.();
  };
  const down = (event: Event) => pressed.add((event as PointerEvent).pointerId);
  const up = (event: Event) => {
    if (event.type === 'blur') pressed.clear();
    else pressed.delete((event as PointerEvent).pointerId);
    clearTimeout(timer);
    // The click comes right after the release; the change must not take its target away.
    timer = setTimeout(run);
  };
  target.addEventListener('pointerdown', down, { capture: true });
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
