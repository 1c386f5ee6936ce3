// Keys of a real keyboard, or of a barcode scanner, go to the search wherever the visitor is.
import { useEffect } from 'preact/hooks';
import { usePhase } from './engine-context.ts';
import { typedText } from './typed-text.ts';
import { useTyping } from './use-typing.ts';

/** Where keys have a meaning of their own. */
const ownKeys = 'input, textarea, select, [contenteditable], dialog, [role="slider"], [data-own-keys]';

/** A key that writes a character, pressed where no key has a meaning yet. */
function writesText(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey)
    return false;
  const isTaken = event.target instanceof Element && event.target.closest(ownKeys) !== null;
  return !isTaken && document.querySelector('dialog[open]') === null && /^[^\s]$/u.test(event.key);
}

/** By the address, which is ahead of what is drawn: a scanner's second character comes before the field. */
const hasField = () => location.pathname === '/' || location.pathname === '/search';

/** Stands once on the page. `isOff` names screens that have no search, such as those of the staff. */
export function useKeyCapture(isOff: boolean): void {
  const type = useTyping();
  const isReady = usePhase() === 'ready';
  useEffect(() => {
    if (isOff || !isReady) return;
    const capture = (event: KeyboardEvent) => {
      if (!writesText(event)) return;
      event.preventDefault();
      // Where no field is seen, what an earlier search left in it is not being gone on with.
      type((hasField() ? typedText.peek() : '') + event.key);
      // The search field appears with the search screen; what is typed from then on is its own.
      requestAnimationFrame(() => document.querySelector<HTMLElement>('input[type="search"]')?.focus());
    };
    addEventListener('keydown', capture);
    return () => removeEventListener('keydown', capture);
  });
}
