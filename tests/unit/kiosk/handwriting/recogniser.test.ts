// Names what is written: promised accuracy under every distortion, and sense in what no character is.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Recogniser } from '#kiosk/handwriting/recogniser.ts';
import { readMedians } from '#scripts/make-handwriting-model.ts';
import { measureAccuracy, type WrittenCharacter } from '#tests/support/handwriting/accuracy.ts';
import { loadCommonCharacters, loadRecogniser } from '#tests/support/handwriting/common-characters.ts';
import { further, promised } from '#tests/support/handwriting/distortions.ts';

let recogniser: Recogniser;
let characters: WrittenCharacter[];

beforeAll(async () => {
  recogniser = await loadRecogniser();
  characters = await loadCommonCharacters(150);
});

const recognise = (strokes: WrittenCharacter['strokes']) => recogniser.recognise(strokes, 10);

describe('common characters', () => {
  test.each(Object.keys(promised) as (keyof typeof promised)[])(
    'recogniser › when written with %s › 95 in 100 are among the first five',
    (name) => {
      const { top1, top5, missed } = measureAccuracy(characters, promised[name], recognise, 4);
      expect(top5, `missed ${missed.join('')}`).toBeGreaterThanOrEqual(0.95);
      expect(top1).toBeGreaterThanOrEqual(0.9);
    },
  );

  test.each(Object.keys(further))(
    'recogniser › when written with %s › 95 in 100 are among the first five',
    (name) => {
      const { top5, missed } = measureAccuracy(characters.slice(0, 60), further[name] as never, recognise, 5);
      expect(top5, `missed ${missed.join('')}`).toBeGreaterThanOrEqual(0.95);
    },
  );
});

describe('odd input', () => {
  test('recogniser › when nothing is written › it names nothing', () => {
    expect(recognise([])).toEqual([]);
    expect(recognise([[], []])).toEqual([]);
    expect(recognise([[{ x: Number.NaN, y: 1 }]])).toEqual([]);
  });

  test('recogniser › when a traditional character is written › it is among the first', async () => {
    for (const character of '國學發廳龍') {
      expect(recognise(await readMedians(character)).slice(0, 5)).toContain(character);
    }
  });

  test('recogniser › when one line is drawn › 一 is first, however small and slanted', () => {
    for (const rise of [-0.2, -0.1, 0, 0.02, 0.1, 0.2]) {
      const line = [
        { x: 3, y: 3 },
        { x: 4, y: 3 + rise },
      ];
      expect(recognise([line])[0], `rising by ${rise}`).toBe('一');
    }
  });

  test('recogniser › when the square is scribbled full › it still answers', () => {
    const scribble = Array.from({ length: 20_000 }, (_, i) => ({ x: (i * 37) % 100, y: (i * 61) % 101 }));
    expect(recognise([scribble, scribble, [{ x: 1, y: 1 }]])).toHaveLength(10);
  });

  test('recogniser › when a point of light touch is all › it answers with dots, not an error', () => {
    expect(recognise([[{ x: 5, y: 5 }]]).length).toBeGreaterThan(0);
  });
});
