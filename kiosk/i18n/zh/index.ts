// Every word of the terminal's interface in Chinese; its keys are the keys every language must have.
import { aidsZh } from './aids.ts';
import { attractZh } from './attract.ts';
import { guidesZh } from './guides.ts';
import { handwritingZh } from './handwriting.ts';
import { keypadZh } from './keypad.ts';
import { printZh } from './print.ts';
import { readingZh } from './reading.ts';
import { recordZh } from './record.ts';
import { registerLinesZh } from './register-lines.ts';
import { screensZh } from './screens.ts';
import { shellZh } from './shell.ts';
import { shownZh } from './shown.ts';
import { staffZh } from './staff.ts';
import { takeHomeZh } from './take-home.ts';
import { wallZh } from './wall.ts';

export const zh = {
  ...shellZh,
  ...screensZh,
  ...recordZh,
  ...aidsZh,
  ...attractZh,
  ...guidesZh,
  ...handwritingZh,
  ...keypadZh,
  ...printZh,
  ...readingZh,
  ...registerLinesZh,
  ...shownZh,
  ...staffZh,
  ...takeHomeZh,
  ...wallZh,
} as const;

export type MessageKey = keyof typeof zh;
/** The words of one group of keys in another language: every key, none missing. */
export type Translated<Group> = Readonly<Record<keyof Group, string>>;
