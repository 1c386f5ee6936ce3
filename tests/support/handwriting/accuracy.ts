// Counts how often a recogniser names the character that was written.
import type { Stroke } from '#kiosk/handwriting/stroke.ts';
import type { Distortion } from './distortions.ts';
import { randomFrom } from './random.ts';

export interface Accuracy {
  /** Parts of 1. */
  readonly top1: number;
  readonly top5: number;
  /** Characters that were not among the first five. */
  readonly missed: readonly string[];
}

export interface WrittenCharacter {
  readonly character: string;
  readonly strokes: readonly Stroke[];
}

/** Writes every character once, distorted, and looks at what is named. */
export function measureAccuracy(
  characters: readonly WrittenCharacter[],
  distort: Distortion,
  recognise: (strokes: readonly Stroke[]) => readonly string[],
  seed: number,
): Accuracy {
  const random = randomFrom(seed);
  const places = characters.map(({ character, strokes }) =>
    recognise(distort(strokes, random)).indexOf(character),
  );
  const within = (limit: number) =>
    places.filter((place) => place >= 0 && place < limit).length / places.length;
  const missed = characters
    .filter((_, i) => (places[i] ?? -1) < 0 || (places[i] ?? 0) >= 5)
    .map(({ character }) => character);
  return { top1: within(1), top5: within(5), missed };
}
