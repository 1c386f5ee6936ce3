// A process of its own that recognises distorted characters and tells how long each took; it may be held back.
import { loadCommonCharacters, loadRecogniser } from '#tests/support/handwriting/common-characters.ts';
import { promised } from '#tests/support/handwriting/distortions.ts';
import { randomFrom } from '#tests/support/handwriting/random.ts';

/** What the process prints, as JSON. */
export interface Timing {
  readonly loadMs: number;
  readonly recogniseMs: readonly number[];
}

if (import.meta.main) {
  const random = randomFrom(7);
  const inks = (await loadCommonCharacters(350)).map(({ strokes }) =>
    promised['all together'](strokes, random),
  );
  process.stdout.write('ready\n');
  // Begins when told to, once it is held back.
  await new Promise((resolve) => process.stdin.once('data', resolve));
  const started = performance.now();
  const recogniser = await loadRecogniser();
  const loadMs = performance.now() - started;
  for (const ink of inks.slice(0, 50)) recogniser.recognise(ink, 10);
  const recogniseMs = inks.slice(50).map((ink) => {
    const before = performance.now();
    recogniser.recognise(ink, 10);
    return performance.now() - before;
  });
  process.stdout.write(`${JSON.stringify({ loadMs, recogniseMs } satisfies Timing)}\n`);
  process.exit(0);
}
