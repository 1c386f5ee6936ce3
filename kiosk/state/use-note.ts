// Notes for the visit's sums that a part of the screen was shown.
import { useEffect } from 'preact/hooks';
import { noteVisit } from './visit-notes.ts';

export function useNote(what: string): void {
  useEffect(() => noteVisit(what), [what]);
}
