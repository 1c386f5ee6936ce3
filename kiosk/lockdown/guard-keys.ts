// Closes every key that would reach past the page: shortcuts of the browser, function keys, keys of multimedia boards.

/** What a key press is judged by. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  /** The third level of a keyboard, which some systems report as Ctrl and Alt together: it types characters. */
  readonly isAltGraph: boolean;
  /** Whether the press goes into a field one writes in. */
  readonly isInField: boolean;
};

/** With Ctrl or Meta, what moves about and mends within a field; everything else together with them is closed. */
const fieldKeys = new Set([
  ...['a', 'z', 'y', 'Backspace', 'Delete'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'],
]);

/** Keys that reach past the page by themselves. */
const closedAlone =
  /^(F([1-9]|1\d|2[0-4])|Browser.*|Launch.*|Mail.*|Print|PrintScreen|Help|ContextMenu|Alt|Meta|Close|Open|Save|New|Find|ZoomIn|ZoomOut|ZoomToggle|Eject|Power|Sleep|WakeUp)$/;

/** Whether the press may not have the effect the browser would give it. */
export function isClosedKey(press: KeyPress): boolean {
  if (closedAlone.test(press.key)) return true;
  if (press.isAltGraph && press.key.length === 1) return false;
  if (press.altKey) return true;
  if (!press.ctrlKey && !press.metaKey) return false;
  return !(press.isInField && fieldKeys.has(press.key.length === 1 ? press.key.toLowerCase() : press.key));
}

const textual = 'input:not([type=button], [type=checkbox], [type=radio], [type=submit]), textarea';

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(textual);
}

let releasedUntilMs = 0;

/** Lets every key through for a while, for staff who leave the terminal's page; 0 closes them again. */
export function releaseKeys(forMs: number): void {
  releasedUntilMs = Date.now() + forMs;
}

function close(event: KeyboardEvent): void {
  if (Date.now() < releasedUntilMs) return;
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isAltGraph = event.getModifierState?.('AltGraph') ?? false;
  const press = { key, ctrlKey, metaKey, altKey, shiftKey, isAltGraph, isInField: isField(event.target) };
  if (isClosedKey(press)) event.preventDefault();
}

/** Puts the guard on the window, before anything else listens; call once. */
export function guardKeys(target: Window): void {
  target.addEventListener('keydown', close, { capture: true });
  // The menu of a browser opens when Alt is let go.
  target.addEventListener('keyup', close, { capture: true });
}
