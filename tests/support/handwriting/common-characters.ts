// The characters in common use, as written by the book, and the recogniser they are tried on.
import { parseModel } from '#kiosk/handwriting/model-format.ts';
import { Recogniser } from '#kiosk/handwriting/recogniser.ts';
import { charactersByLevel, loadHandwritingModel, readMedians } from '#scripts/make-handwriting-model.ts';
import type { WrittenCharacter } from './accuracy.ts';
import { randomFrom, shuffled } from './random.ts';

export async function loadRecogniser(): Promise<Recogniser> {
  return new Recogniser(parseModel(await loadHandwritingModel()));
}

/** The first level of GB 2312, which has 3,755; or as many of them as asked for, always the same. */
export async function loadCommonCharacters(count = Number.POSITIVE_INFINITY): Promise<WrittenCharacter[]> {
  const [common] = charactersByLevel();
  const chosen = shuffled([...common], randomFrom(1988)).slice(0, count);
  const written: WrittenCharacter[] = [];
  for (const character of chosen) written.push({ character, strokes: await readMedians(character) });
  return written;
}
