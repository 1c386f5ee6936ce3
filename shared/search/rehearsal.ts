// Questions a catalogue asks itself while nobody else does: code that has run before answers a visitor much faster.
import { han } from './normalise.ts';
import type { SegmentReader } from './segment-reader.ts';
import { symbolAt } from './tokenise.ts';

/** Records whose titles and numbers are asked for, spread over a segment. */
const sampledRecords = 30;

/** Questions of every kind about some of a segment's own records, those that find nothing as they are asked among them. */
export async function rehearsalsOf(segment: SegmentReader): Promise<string[]> {
  const count = Math.min(sampledRecords, segment.records);
  const ordinals = Array.from({ length: count }, (_, at) => Math.floor((segment.records * at) / count));
  const stored = await segment.stored(ordinals);
  const readings = segment.sounds.hasSounds ? await segment.sounds.readings() : new Map<string, string[]>();
  const questions = stored.flatMap(({ record: { title, docNo, indexNo } }) => {
    const characters = chineseOf(title);
    const start = characters.slice(0, 4).join('');
    const end = characters.slice(-3).join('');
    const middle = characters
      .slice(characters.length >> 1)
      .slice(0, 3)
      .join('');
    const mistaken = characters.slice(0, 6).reverse().join('');
    const initials = characters.slice(0, 4).map((one) => readings.get(one)?.[0]?.[0] ?? '');
    const numbers = [docNo, indexNo].flatMap((one) =>
      one === null ? [] : [one, one.slice(0, one.length / 2)],
    );
    return [
      start.slice(0, 2),
      start,
      middle,
      `${start.slice(0, 2)} ${end}`,
      initials.join(''),
      mistaken,
      ...numbers,
    ];
  });
  return [...new Set(questions.filter((one) => one.trim() !== ''))];
}

function chineseOf(title: string): string[] {
  return [...title].filter((character) => symbolAt(character, 0).kind === han);
}
