// Arrow keys move the focus to what lies that way; Escape goes back. Where keys write or slide, they keep their meaning.
import { reachableControls } from './controls.ts';
import { type Direction, nearestIn } from './nearest.ts';

const directionOf: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const ownKeys = 'input, textarea, select, [contenteditable], [role="slider"]';
/** Parts of the page one looks through to their end before going on to the next. */
const areas = '.main, .rail, .keypad, .speech, dialog';

/** The nearest control that way, first within the same part of the page. Null leaves the key to scrolling. */
function neighbour(from: Element, direction: Direction): HTMLElement | null {
  const all = reachableControls().filter((control) => control !== from && !control.contains(from));
  const area = from.closest(areas);
  const near = all.filter((control) => control.closest(areas) === area);
  for (const group of [near, all]) {
    const boxes = group.map((control) => control.getBoundingClientRect());
    const found = group[nearestIn(direction, from.getBoundingClientRect(), boxes)];
    if (found) return found;
  }
  return null;
}

function move(event: KeyboardEvent): void {
  const direction = directionOf[event.key];
  const from = document.activeElement;
  if (!direction || !from || from.matches(`${ownKeys}, body, main`)) return;
  const next = neighbour(from, direction);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Listens from now on; the answer stops it. `back` is what Escape does where no sheet is open. */
export function startArrowKeys(back: () => void): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const isFree = !(event.target instanceof Element && event.target.matches(ownKeys));
    if (event.key !== 'Escape') move(event);
    else if (isFree && !document.querySelector('dialog[open]')) back();
  };
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}
