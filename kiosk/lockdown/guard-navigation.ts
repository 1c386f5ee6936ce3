// The last guard: whatever starts a navigation, the browser asks here first, and only the terminal's screens pass.
import { isFileWorkAllowed } from './file-work.ts';
import { isOwnAddress } from './guard-ways-out.ts';

/** The part of the browser's navigation event that is judged (HTML standard, section 7.2.6, the navigation API). */
export interface NavigationAttempt {
  readonly navigationType: 'push' | 'replace' | 'reload' | 'traverse';
  readonly downloadRequest: string | null;
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

/**
 * Whether the page may go there: between its screens without loading anything, and loading itself anew, as
 * it does after an update.
 */
export function isAllowedNavigation(attempt: NavigationAttempt, base: string): boolean {
  const { downloadRequest, destination } = attempt;
  if (downloadRequest !== null) return isFileWorkAllowed() && destination.url.startsWith('blob:');
  if (attempt.navigationType === 'reload') return true;
  return attempt.destination.sameDocument && isOwnAddress(attempt.destination.url, base);
}

/** Puts the guard on the window; browsers without the navigation API have the other guards. */
export function guardNavigation(target: Window): void {
  const { navigation } = target as Window & { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const attempt = event as Event & NavigationAttempt;
    if (event.cancelable && !isAllowedNavigation(attempt, document.baseURI)) event.preventDefault();
  });
}
