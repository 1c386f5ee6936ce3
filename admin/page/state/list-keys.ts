// Moving through a list without the mouse: j and k or the arrows, Enter opens, x ticks.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Where keys mean letters, or belong to the control that has the focus. */
const typingPlaces =
  'input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog, [role=dialog]';

/** Whether a key press may be read as a command of the desk. */
export function isCommandKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (document.querySelector('dialog[open]')) return false;
  return !(event.target instanceof Element && event.target.closest(typingPlaces));
}

export type ListCommand = 'next' | 'previous' | 'first' | 'last' | 'toggle';

const commands: Readonly<Record<string, ListCommand>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  x: 'toggle',
};

export const commandOf = (key: string): ListCommand | null => commands[key] ?? null;

/** The row to go to from row `at`, -1 when none is chosen. */
export function rowAfter(command: ListCommand, at: number, count: number): number {
  if (count === 0) return -1;
  if (command === 'first') return 0;
  if (command === 'last') return count - 1;
  if (command === 'next') return Math.min(count - 1, at + 1);
  if (command === 'previous') return Math.max(0, at - 1);
  return at;
}

/** Rows are marked `data-row`; the link in a row takes the focus, so that Enter opens it. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = isCommandKey(event) ? commandOf(event.key) : null;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      if (command === null || rows.length === 0) return;
      const isInside = list.current?.contains(document.activeElement) ?? false;
      const isLetter = event.key.length === 1;
      // Arrows scroll the page until somebody is in the list; the letters lead into it.
      if (!isInside && !isLetter) return;
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      event.preventDefault();
      if (command === 'toggle') return rows[at]?.querySelector<HTMLElement>('input[type=checkbox]')?.click();
      const row = rows[rowAfter(command, at, rows.length)];
      row?.querySelector<HTMLElement>('a')?.focus();
      row?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
