// Notices that a visitor has left: asks first, counts down, then says so. One timer, no work per frame.
import { effect, signal } from '@preact/signals';

/** Seconds left to answer "are you still reading?"; null while nobody is asked. */
export const idleSecondsLeft = signal<number | null>(null);

export const warningSeconds = 20;
const idleMs = 60_000;
const idleElderMs = 120_000;
const idleReadingMs = 180_000;

export interface IdleRules {
  /** Large text is on: the visitor gets more time. */
  isElder(): boolean;
  /** Something is being read aloud: who listens does not touch. Reads a signal. */
  isListening(): boolean;
  /** A record or an attachment is open. */
  isReading(): boolean;
  /** Nothing to clear: home, untouched. */
  isUntouched(): boolean;
  /** The visit is over; everything of it is to be cleared. */
  onLeft(): void;
}

/** Time without any touch, key or wheel before the visitor is asked, in milliseconds. */
export function idleTimeMs(rules: Pick<IdleRules, 'isElder' | 'isReading'>): number {
  if (rules.isReading()) return idleReadingMs;
  return rules.isElder() ? idleElderMs : idleMs;
}

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input', 'click'] as const;
/** While the visitor is asked, only these answer: a press must not close the question under the finger. */
const answers = new Set(['click', 'keydown']);
/** Marks the button that ends the visit, whose press is no answer to stay. */
export const endsVisitAttribute = 'data-ends-visit';

function isAnswer(event: Event): boolean {
  const onEnd = event.target instanceof Element && event.target.closest(`[${endsVisitAttribute}]`) !== null;
  return answers.has(event.type) && !onEnd;
}

/** Starts watching; the answer stops it, and takes the question back. */
export function startIdleWatch(rules: IdleRules): () => void {
  let lastSignAt = Date.now();
  let timer: ReturnType<typeof setTimeout>;
  const look = () => {
    const left = idleSecondsLeft.peek();
    if (left === null && rules.isListening()) lastSignAt = Date.now();
    if (left !== null) countDown(left);
    else if (Date.now() - lastSignAt < idleTimeMs(rules)) return wait();
    else if (rules.isUntouched()) lastSignAt = Date.now();
    else idleSecondsLeft.value = warningSeconds;
    wait();
  };
  const countDown = (left: number) => {
    idleSecondsLeft.value = left > 1 ? left - 1 : null;
    if (left > 1) return;
    lastSignAt = Date.now();
    rules.onLeft();
  };
  const wait = () => {
    clearTimeout(timer);
    const quietMs = idleSecondsLeft.peek() === null ? idleTimeMs(rules) - (Date.now() - lastSignAt) : 1_000;
    timer = setTimeout(look, Math.max(quietMs, 0));
  };
  const alive = (event: Event) => {
    const isAsked = idleSecondsLeft.peek() !== null;
    if (isAsked && !isAnswer(event)) return;
    lastSignAt = Date.now();
    if (!isAsked) return;
    idleSecondsLeft.value = null;
    wait();
  };
  for (const name of signsOfLife) addEventListener(name, alive, { capture: true, passive: true });
  // The time to ask begins anew when the reading ends.
  const stopListening = effect(() => {
    rules.isListening();
    lastSignAt = Date.now();
  });
  wait();
  return () => {
    clearTimeout(timer);
    idleSecondsLeft.value = null;
    stopListening();
    for (const name of signsOfLife) removeEventListener(name, alive, { capture: true });
  };
}
