// What stands in the search field, which runs ahead of the address while someone types.
import { signal } from '@preact/signals';

export const typedText = signal('');
/** Grows by one when a button asks for the field to take the focus. */
export const focusRequests = signal(0);

/** Empties the field, and lets it wait for the next visitor without the focus. */
export function forgetTyping(): void {
  typedText.value = '';
  focusRequests.value = 0;
}

export function requestSearchFocus(): void {
  focusRequests.value += 1;
}
