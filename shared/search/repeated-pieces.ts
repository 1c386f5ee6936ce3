// Leaves out of a record's summary what is found by another piece of its header anyway: registers say most things twice.
import type { FieldText } from './fields.ts';
import { fieldLetters } from './format.ts';
import { findWord, isWordStart } from './tokenise.ts';

/** Of a summary in more pieces only so many are compared with each other: what repeats stands in short ones. */
const mostCompared = 32;

/**
 * The fields as they are indexed. A piece of the summary is left out when it stands in the title, in a number or in
 * another piece of the summary, from the beginning of a word to the end of one: whatever finds it finds that, in a
 * field that fits no worse.
 */
export function withoutRepeats(fields: readonly FieldText[]): FieldText[] {
  const others = fields
    .filter(({ letter }) => letter !== fieldLetters.summary)
    .flatMap(({ pieces }) => pieces);
  return fields.map((field) => {
    const { letter, pieces } = field;
    if (letter !== fieldLetters.summary || pieces.length > mostCompared) return field;
    const isRepeat = (piece: string, at: number) =>
      others.some((other) => holds(other, piece)) ||
      pieces.some(
        (other, place) => isSaidBefore(other.length - piece.length, place - at) && holds(other, piece),
      );
    return { letter, pieces: pieces.filter((piece, at) => !isRepeat(piece, at)) };
  });
}

/** Whether a piece is to be held against another: a longer one, or one just as long that stands before it. */
function isSaidBefore(longerBy: number, behindBy: number): boolean {
  return longerBy > 0 || (longerBy === 0 && behindBy < 0);
}

/** Whether a piece stands in a text as whole words. */
function holds(text: string, piece: string): boolean {
  if (piece.length > text.length) return false;
  for (let at = findWord(text, piece); at >= 0; at = findWord(text, piece, at + 1)) {
    const end = at + piece.length;
    if (end === text.length || isWordStart(text, end)) return true;
  }
  return false;
}
