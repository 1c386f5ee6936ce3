// Reading aloud as the screens know it: one reader for the terminal, what it reads marked and kept in sight.
import { effect } from '@preact/signals';
import { scroller } from '../state/navigation.ts';
import { noteVisit } from '../state/visit-notes.ts';
import { collectPieces } from './readable.ts';
import { Reader } from './reader.ts';
import { speak } from './speak.ts';
import { startVoices } from './voices.ts';

export const reader = new Reader(speak);

/** Name of the mark on the sentence being read, as the style sheet has it. */
const highlightName = 'reading';
/** Room left above and below a sentence that is brought into sight, as a share of the reading area. */
const marginShare = 0.2;

/** Someone who listens is there, though nothing is touched. */
export function isListening(): boolean {
  return reader.state.value === 'reading';
}

/** Reads the screen that is open, from what is in sight. */
export function readScreen(): void {
  const area = scroller.current;
  if (!area) return;
  noteVisit('mode.speech');
  const fromTop = area.getBoundingClientRect().top + area.scrollTop;
  reader.start(() => (area.isConnected ? collectPieces(area, fromTop) : []));
}

function keepInSight(range: Range): void {
  const area = scroller.current;
  if (!area) return;
  const [place, frame] = [range.getBoundingClientRect(), area.getBoundingClientRect()];
  // A hidden title has no place; it is shown elsewhere.
  if (place.height === 0) return;
  const margin = frame.height * marginShare;
  if (place.top >= frame.top && place.bottom <= frame.bottom - margin) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  area.scrollBy({ top: place.top - frame.top - margin, behavior });
}

function mark(range: Range | null): void {
  if (!('highlights' in CSS)) return;
  if (range) CSS.highlights.set(highlightName, new Highlight(range));
  else CSS.highlights.delete(highlightName);
}

/** Finds the machine's voices and follows the reader with the mark; call once. */
export function startReadAloud(synthesis: SpeechSynthesis | undefined): void {
  startVoices(synthesis);
  effect(() => {
    const range = reader.piece.value?.range ?? null;
    mark(range);
    if (range && reader.state.peek() === 'reading') keepInSight(range);
  });
}
