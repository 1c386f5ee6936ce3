// What must stand before anything is drawn: the unit of size, the printer, the visitor's modes, the clock, the guards; and
// what is shown when nothing can be.
import { toAppError } from '#shared/errors/app-error.ts';
import { guardPage } from './lockdown/guard-page.ts';
import { startReadAloud } from './speech/read-aloud.ts';
import { startClock } from './state/clock.ts';
import { startModes } from './state/modes.ts';
import { startPrinter } from './state/printer.ts';
import { startScreenUnits } from './state/screen-units.ts';
import { startTakeHome } from './state/take-home.ts';

export function startPage(): void {
  const root = document.documentElement;
  startScreenUnits(root);
  startTakeHome();
  startModes(root, location.search);
  startPrinter();
  startClock();
  startReadAloud(globalThis.speechSynthesis);
  guardPage(window);
}

/** Shows, in the words already on the page, that starting failed; the page tries again by itself. */
export function showStartFailure(thrown: unknown): void {
  console.error(thrown);
  const code = document.getElementById('boot-code');
  if (code) code.textContent = toAppError(thrown).code;
  document.getElementById('boot-problem')?.removeAttribute('hidden');
  setTimeout(() => location.reload(), 30_000);
}
