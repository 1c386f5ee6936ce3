// Notices that nobody stands at the home screen, and that somebody came: when the waiting screen comes and goes.
import { signal } from '@preact/signals';
import { visitNumber } from './visit.ts';

/** Whether the waiting screen lies over everything. */
export const isAttracting = signal(false);

/** Time without a touch on a home screen that was left, in milliseconds. */
export const attractAfterVisitMs = 30_000;
/** The same after the page started: whoever set the terminal up may still be looking at it. */
export const attractAfterStartMs = 120_000;

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input', 'click'] as const;

export interface AttractRules {
  /** Home, with nothing of a visitor on it. */
  isUntouched(): boolean;
  /** Nobody is here. */
  onAlone(): void;
}

/** Starts watching; the answer stops it and takes the waiting screen away, also one that stood from the beginning. */
export function startAttractWatch(rules: AttractRules): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const isStarting = visitNumber.peek() === 1 && !isAttracting.peek();
  let waitMs = isStarting ? attractAfterStartMs : attractAfterVisitMs;
  const look = () => {
    if (isAttracting.peek() || !rules.isUntouched()) return wait();
    isAttracting.value = true;
    rules.onAlone();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(look, waitMs);
  };
  const alive = () => {
    waitMs = attractAfterVisitMs;
    wait();
  };
  for (const name of signsOfLife) addEventListener(name, alive, { capture: true, passive: true });
  wait();
  return () => {
    clearTimeout(timer);
    isAttracting.value = false;
    for (const name of signsOfLife) removeEventListener(name, alive, { capture: true });
  };
}
