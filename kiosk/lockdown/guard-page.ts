// Locks the page down: every way out that a page can close by itself. The launcher's flags and policies close the rest.
import { guardGestures } from './guard-gestures.ts';
import { guardKeys } from './guard-keys.ts';
import { guardNavigation } from './guard-navigation.ts';
import { guardWaysOut } from './guard-ways-out.ts';

/** Puts all guards on the window; call once, before any screen listens to anything. */
export function guardPage(target: Window): void {
  guardGestures(target);
  guardKeys(target);
  guardWaysOut(target);
  guardNavigation(target);
}
