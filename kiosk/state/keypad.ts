// The on-screen keypad: whether it is open, how it is written with, and what it last answered.
import { signal } from '@preact/signals';
import type { KeypadAnswer } from '#shared/search/keypad/suggest.ts';
import { typedText } from './typed-text.ts';

export const keypadWays = ['pinyin', 'handwriting', 'number'] as const;
export type KeypadWay = (typeof keypadWays)[number];

export const isKeypadOpen = signal(false);
export const keypadWay = signal<KeypadWay>('pinyin');
/** Null until the first answer; it may lag behind what is typed. */
export const keypadAnswer = signal<KeypadAnswer | null>(null);
/** True after a key that led nowhere was taken back, until the next one. */
export const isKeyTakenBack = signal(false);

export function openKeypad(): void {
  isKeypadOpen.value = true;
}

export function closeKeypad(): void {
  isKeypadOpen.value = false;
  isKeyTakenBack.value = false;
}

/** Nothing of one visitor's writing is left for the next. */
export function forgetKeypad(): void {
  closeKeypad();
  keypadWay.value = 'pinyin';
  keypadAnswer.value = null;
}

/** The answer to what stands in the field now; null while it is on its way. */
export function currentAnswer(): KeypadAnswer | null {
  const answer = keypadAnswer.value;
  return answer?.text === typedText.value ? answer : null;
}
