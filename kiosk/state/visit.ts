// The end of a visit: everything the visitor did is gone, and the engine may apply what waits.
import { signal } from '@preact/signals';
import type { KioskEngine } from '../engine/engine.ts';
import { reader } from '../speech/read-aloud.ts';
import { forgetTicks } from './guide-ticks.ts';
import { forgetKeypad } from './keypad.ts';
import { resetModes } from './modes.ts';
import { leaveHistory } from './navigation.ts';
import { endStaffSession } from './staff-session.ts';
import { clearTaken } from './take-home.ts';
import { forgetTyping } from './typed-text.ts';
import { forgetResults } from './use-results.ts';
import { forgetVisit } from './visit-end.ts';
import { endNotes } from './visit-notes.ts';

/** Counts visits since the page was opened; the page is drawn anew with each. */
export const visitNumber = signal(1);

/** Clears query, filters, list, modes, language, history and scroll, and goes home. */
export function endVisit(engine: KioskEngine): void {
  for (const dialog of document.querySelectorAll('dialog[open]')) (dialog as HTMLDialogElement).close();
  getSelection()?.removeAllRanges();
  endStaffSession();
  forgetTyping();
  forgetKeypad();
  forgetTicks();
  forgetResults();
  forgetVisit();
  resetModes();
  reader.reset();
  clearTaken();
  leaveHistory();
  endNotes();
  visitNumber.value += 1;
  engine.visitorLeft();
}
