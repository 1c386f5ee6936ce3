// Writes which pairs of characters in titles sound like which pairs of syllables, and how characters are read.
import { ByteWriter } from './byte-writer.ts';
import { blockBytes, sections } from './format.ts';
import { classInNormalised, han } from './normalise.ts';
import type { Speller } from './speller.ts';
import type { TitlePair } from './term-collector.ts';
import { writeKey } from './term-keys.ts';
import type { BlockSink } from './types.ts';

/** Ways to read one pair that are followed. */
const mostReadings = 4;

/** What the reader keeps: the first key of each block. */
export interface SoundsWritten {
  readonly fences: string[];
  /** Lines of a character and its syllables, parted by blanks. */
  readonly readings: string;
}

/**
 * A block is entries in the order of their keys: two syllables and a blank between them (`term-keys.ts`, the first
 * of a block whole), how many pairs sound so (varint), the pairs as four bytes each, the most frequent first.
 */
export async function writeSounds(
  sink: BlockSink,
  pairs: Iterable<TitlePair>,
  speller: Speller | null,
): Promise<SoundsWritten> {
  if (speller === null) return { fences: [], readings: '' };
  const bySound = new Map<string, number[]>();
  const readings = new Map<string, string>();
  for (const { pair, count } of pairs) {
    if (classInNormalised(pair.charCodeAt(0)) !== han || classInNormalised(pair.charCodeAt(1)) !== han)
      continue;
    const [first = [], second = []] = speller.spell(pair);
    const entry = count * 2 ** 32 + pair.charCodeAt(0) * 65_536 + pair.charCodeAt(1);
    for (const sound of waysToSay(first, second)) {
      const held = bySound.get(sound);
      if (held === undefined) bySound.set(sound, [entry]);
      else held.push(entry);
    }
    for (const character of pair) {
      if (readings.has(character)) continue;
      const [syllables = []] = speller.spell(character);
      readings.set(character, syllables.join(' '));
    }
  }
  const fences = await writeBlocks(sink, bySound);
  const lines = [...readings]
    .filter(([, syllables]) => syllables !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { fences, readings: lines.map(([character, syllables]) => `${character}${syllables}`).join('\n') };
}

function waysToSay(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((left) => second.map((right) => `${left} ${right}`)).slice(0, mostReadings);
}

async function writeBlocks(sink: BlockSink, bySound: ReadonlyMap<string, number[]>): Promise<string[]> {
  const fences: string[] = [];
  const out = new ByteWriter();
  let before = '';
  const flush = async () => {
    if (out.length > 0) await sink.write(sections.sounds, out.take());
    before = '';
  };
  for (const sound of [...bySound.keys()].sort()) {
    const entries = (bySound.get(sound) as number[]).sort((a, b) => b - a).slice(0, 4000);
    if (out.length > 0 && out.length + sound.length + entries.length * 4 + 8 > blockBytes) await flush();
    if (out.length === 0) fences.push(sound);
    writeKey(out, sound, before);
    before = sound;
    out.varint(entries.length);
    for (const entry of entries) {
      const pair = entry % 2 ** 32;
      out.u16(Math.floor(pair / 65_536));
      out.u16(pair % 65_536);
    }
  }
  await flush();
  return fences;
}
