// English words of the reading room: going to an article, finding within a text.
import type { Translated } from '../zh/index.ts';
import type { readingZh } from '../zh/reading.ts';

export const readingEn: Translated<typeof readingZh> = {
  'reading.pad': 'Go to an article by number',
  'reading.padTyped': 'Article number',
  'reading.padDelete': 'Delete',
  'reading.padGo': 'Go to {place}',
  'reading.padHint': 'Touch digits to go to that article',

  'find.open': 'Find in text',
  'find.title': 'Find in this text',
  'find.label': 'Find a word in this text',
  'find.words': 'Words to look for',
  'find.count': 'Place',
  'find.none': 'Not found',
  'find.previous': 'Previous',
  'find.next': 'Next',
  'find.close': 'Close find',

  'pdf.jump': 'Go to page',
  'pdf.before': 'Page',
  'pdf.after': '',
  'pdf.goTo': 'Page {page}',
  'pdf.jumpHint': '{pages} pages; touch digits to choose one',
  'zoom.fit': '{level}% now; back to fitting size',
  'pan.title': 'Move',
  'pan.left': 'Left',
  'pan.right': 'Right',
  'pan.up': 'Up',
  'pan.down': 'Down',
};
