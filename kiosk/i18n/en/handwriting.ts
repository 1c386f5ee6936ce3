// English words of the writing pad.

import type { handwritingZh } from '../zh/handwriting.ts';
import type { Translated } from '../zh/index.ts';

export const handwritingEn: Translated<typeof handwritingZh> = {
  'keypad.handwriting': 'Handwriting',
  'handwriting.label': 'Writing pad',
  'handwriting.square': 'Writing square, {count|stroke written|strokes written}',
  'handwriting.candidates': 'Characters it may be',
  'handwriting.hint':
    'Write one Chinese character in the square with a finger, strokes in any order, joined or not. Then touch the character you meant.',
  'handwriting.loading': 'Getting the writing pad ready …',
  'handwriting.looking': 'Recognising …',
  'handwriting.nothing': 'Not recognised. Touch “Clear”, and write it larger.',
  'handwriting.failed': 'The writing pad cannot be opened. Please use pinyin instead.',
  'handwriting.undo': 'Undo stroke',
  'handwriting.delete': 'Delete',
  'handwriting.takenBack': 'Nothing begins that way; the last character was taken back.',
  'handwriting.clear': 'Clear',
};
