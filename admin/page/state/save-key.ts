// The key that saves, as in every other program.

/** Ctrl+S, or ⌘S on a Mac. */
export function isSaveKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's';
}
