// Exchanges the page for a new one of its own kind, unseen: with the waiting screen over everything, or behind the end of a visit.
import { readStored, writeStored } from './session-value.ts';
import { whenArrived } from './way-home.ts';

const key = 'mingchuang.waiting';
const session = () => sessionStorage;
/** What the visit that ended leaves to be written, sums above all, is on the disk by then. */
const settleMs = 500;
/** A browser that refuses to begin anew gives the page back. */
const longestMs = 5_000;

/** As long as what the waiting screen shows takes to fade (`kiosk/styles/attract.css`), in milliseconds. */
const fadeMs = 400;
const touches = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Begins anew with the waiting screen: it is the first thing the new page draws. What it shows fades before, for between two
 * pages lies a moment of bare paper. Who touches the glass before this page is gone keeps it.
 */
export function startWaitingAnew(): void {
  const root = document.documentElement;
  const watch = new AbortController();
  const stay = () => {
    watch.abort();
    clearTimeout(timer);
    root.classList.remove('is-leaving');
    writeStored(session, key, null);
    // Of what the page itself fetches only code of screens could be broken off; it is fetched when its screen is opened.
    window.stop();
  };
  for (const touch of touches) addEventListener(touch, stay, { capture: true, signal: watch.signal });
  writeStored(session, key, 'yes');
  root.classList.add('is-leaving');
  const timer = setTimeout(() => location.reload(), fadeMs);
}

/**
 * Begins anew at home, where the visit that ended has left. A touch until then does nothing at all: what it opened would be
 * gone the moment it came.
 */
export function startHomeAnew(): void {
  const root = document.documentElement;
  root.inert = true;
  setTimeout(() => whenArrived(() => location.reload()), settleMs);
  setTimeout(() => {
    root.inert = false;
  }, longestMs);
}

/** Whether the page before this one handed its waiting screen over. Tells so once. */
export function takeWaiting(): boolean {
  const isHandedOver = readStored(session, key) !== null;
  writeStored(session, key, null);
  return isHandedOver;
}
