// Whether the visitor has begun to move in a text: from then on nothing pulls them elsewhere.
import { isReturning, scroller } from './navigation.ts';

export interface Settled {
  isSettled: boolean;
}

/** Settled from the start on a screen that is returned to, else with the first touch, wheel or key. */
export function watchSettled(cancel: AbortSignal): Settled {
  const state: Settled = { isSettled: isReturning() };
  const settle = () => {
    state.isSettled = true;
  };
  for (const type of ['pointerdown', 'wheel', 'keydown'] as const)
    scroller.current?.addEventListener(type, settle, { passive: true, signal: cancel });
  return state;
}
