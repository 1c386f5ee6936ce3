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

/**
 * Goes back until `countSteps`, asked anew at each entry come to, says that none are left; then calls `arrive`, which
 * changes that entry. A screen that was opened and left within one frame was never numbered: the first answer may be short.
 */
export function travelBack(countSteps: () => number, arrive: () => void): void {
  if (waiting) {
    // The way before leads home already, and what this visitor asked for is not the next one's.
    waiting = [];
    return;
  }
  const first = countSteps();
  if (first <= 0) {
    arrive();
    return;
  }
  waiting = [];
  const end = () => {
    clearTimeout(timer);
    removeEventListener('popstate', look);
    arrive();
    // Everything else that listens is told of the arrival before the visitor moves on.
    setTimeout(callWaiting);
  };
  const look = (event: Event) => {
    const left = countSteps();
    if (left <= 0) return end();
    // Nobody is to draw what stands on the way.
    event.stopImmediatePropagation();
    history.go(-left);
  };
  const timer = setTimeout(end, longestMs);
  addEventListener('popstate', look);
  history.go(-first);
}

function callWaiting(): void {
  const calls = waiting ?? [];
  waiting = null;
  for (const call of calls) call();
}
