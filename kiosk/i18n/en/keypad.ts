// English words of the on-screen keypad.
import type { Translated } from '../zh/index.ts';
import type { keypadZh } from '../zh/keypad.ts';

export const keypadEn: Translated<typeof keypadZh> = {
  'keypad.label': 'On-screen keypad',
  'keypad.ways': 'Ways to type',
  'keypad.pinyin': 'Pinyin',
  'keypad.number': 'Numbers',
  'keypad.close': 'Hide',
  'keypad.words': 'Words to pick',
  'keypad.delete': 'Delete one character',
  'keypad.years': 'Years in document numbers',
  'keypad.pinyinHint': 'Type the first letters of the pinyin, such as SBK for 社保卡, then touch a word.',
  'keypad.numberHint': 'Touch a year, then the number. Digits of an index number work as well.',
  'keypad.nothing': 'Nothing begins that way; the last key was taken back.',
  'keypad.resultsFor': 'Results for “{text}”. You can go on typing.',
};
