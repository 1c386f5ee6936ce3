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

  'file.tooLarge': 'This attachment is too large to open here',
  'file.tooLargeLine': 'It is too large or too complex. Continue on your phone to read it there.',
  'file.unreadable': 'This attachment cannot be read',
  'file.unreadableLine':
    'The file may be damaged or locked with a password. Try it on your phone or computer.',
  'file.noText': 'There is no text in this file.',
  'table.filter': 'Only rows that hold these words',
  'table.rows': '{count} rows',
  'table.sheets': 'Sheets',
  'table.cut':
    'The table is very large: only its first {count} rows are shown here. Continue on your phone for all of it.',

  'meaning.note': 'What its validity means',
  'meaning.holds': 'This text is in force.',
  'meaning.holdsUntil': 'This text is in force until {date}.',
  'meaning.endsSoon': 'This text is in force, but not for long: until {date}.',
  'meaning.overdue':
    'This text is marked as in force, but its stated end was {date}. Ask the issuing agency before you rely on it.',
  'meaning.amended': 'This text has been amended; the amended wording applies.',
  'meaning.ended': 'This text is no longer in force. It is kept for reference only.',
  'meaning.endedOn': 'This text ended on {date}. It is kept for reference only.',
  'meaning.repealed': 'This text has been repealed. It is kept for reference only.',
  'meaning.repealedOn': 'This text was repealed on {date}. It is kept for reference only.',
  'meaning.willEnd': 'This text ends on {date}; it is in force until then.',
  'meaning.notYet': 'This text is dated {date}, which is still to come; until then the present rules apply.',
  'meaning.instead': 'In force under the same name:',
};
