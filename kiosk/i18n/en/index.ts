// Every word of the terminal's interface in English.
import type { MessageKey } from '../zh/index.ts';
import { aidsEn } from './aids.ts';
import { attractEn } from './attract.ts';
import { guidesEn } from './guides.ts';
import { handwritingEn } from './handwriting.ts';
import { keypadEn } from './keypad.ts';
import { printEn } from './print.ts';
import { readingEn } from './reading.ts';
import { recordEn } from './record.ts';
import { registerLinesEn } from './register-lines.ts';
import { screensEn } from './screens.ts';
import { shellEn } from './shell.ts';
import { shownEn } from './shown.ts';
import { staffEn } from './staff.ts';
import { takeHomeEn } from './take-home.ts';
import { wallEn } from './wall.ts';

export const en: Readonly<Record<MessageKey, string>> = {
  ...shellEn,
  ...screensEn,
  ...recordEn,
  ...aidsEn,
  ...attractEn,
  ...guidesEn,
  ...handwritingEn,
  ...keypadEn,
  ...printEn,
  ...readingEn,
  ...registerLinesEn,
  ...shownEn,
  ...staffEn,
  ...takeHomeEn,
  ...wallEn,
};
