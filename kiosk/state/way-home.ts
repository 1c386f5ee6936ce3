// The way back through the history at the end of a visit. It takes the browser a moment, and a long one on a busy machine:
// what the next visitor opens meanwhile waits, or arriving would take them back to where the visit before had begun.

/** A browser that goes nowhere says nothing. Longer than any way takes. */
const longestMs = 5_000;

/** What waits for the arrival; null while nobody is under way. */
let waiting: (() => void)[] | null = null;

/** Whether the page is on its way back to the first screen of the visit that ended. */
export function isTravelling(): boolean {
  return waiting !== null;
}

/** Calls at once, or when the way home has come to its end. Another end of a visit before that drops the call. */
export function whenArrived(call: () => void): void {
  if (waiting) waiting.push(call);
  else call();
}

/** Goes `steps` entries back and then calls `arrive`, which changes the entry arrived at; none takes no time. */
export function travelBack(steps: number, arrive: () => void): void {
  if (waiting) {
    // The way before leads home already, and what this visitor asked for is not the next one's.
    waiting = [];
    return;
  }
  if (steps <= 0) {
    arrive();
    return;
  }
  waiting = [];
  const end = () => {
    clearTimeout(timer);
    removeEventListener('popstate', end);
    arrive();
    // Everything else that listens is told of the arrival before the visitor moves on.
    setTimeout(callWaiting);
  };
  const timer = setTimeout(end, longestMs);
  addEventListener('popstate', end);
  history.go(-steps);
}

function callWaiting(): void {
  const calls = waiting ?? [];
  waiting = null;
  for (const call of calls) call();
}
