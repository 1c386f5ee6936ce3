// Lets the screen answer a finger before the next screen is drawn: what a touch sets off is rendered after the frame
// that shows the control pressed. On a slow processor a whole screen takes longer to draw than a person waits for a sign.
import { options } from 'preact';

/**
 * What a finger makes, and the way back through the history that it sets off. Keys are not among them: a scanner sends
 * them faster than frames come, and each must find drawn what the one before it did.
 */
const answered = new Set(['click', 'pointerdown', 'pointerup', 'popstate']);

/** A page that is not shown has no frames: then this is waited for instead, in milliseconds. */
const longestFrameMs = 100;

let waiting: (() => void)[] = [];

/** Calls at once, or, while a person's own act is being answered, when the frame that is due has been painted. */
export function answerFirst(call: () => void): void {
  // The event being handled now, wherever in the page this is asked.
  const { event } = globalThis;
  if (event === undefined || !answered.has(event.type)) {
    call();
    return;
  }
  waiting.push(call);
  if (waiting.length === 1) afterPaint(callWaiting);
}

/** All that waits comes in one task, so that no frame shows a part of it. */
function callWaiting(): void {
  const calls = waiting;
  waiting = [];
  for (const call of calls) call();
}

function afterPaint(call: () => void): void {
  let isCalled = false;
  const once = () => {
    if (isCalled) return;
    isCalled = true;
    clearTimeout(timer);
    call();
  };
  const timer = setTimeout(once, longestFrameMs);
  // A message comes after the frame is handed over, and before timers that wait.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // An open channel outlives its page's interest in it: it takes two collections to be found unused.
      port1.close();
      once();
    };
    port2.postMessage(null);
  });
}

/**
 * From now on renders that a person's own act asked for wait for the frame; all others come as they did. Two acts
 * may come within one frame: the second finds drawn what the first set off.
 */
export function paintFirst(): void {
  for (const act of ['pointerdown', 'keydown']) addEventListener(act, callWaiting, { capture: true });
  options.debounceRendering = (render) => answerFirst(() => queueMicrotask(render));
}
