// Gathers and writes the words a keypad offers: those of a segment's titles, and those of each register's entries.
import type { CatalogueRecord } from '../../catalogue/record.ts';
import { sections } from '../format.ts';
import { normalisedText } from '../normalise.ts';
import { registerOf } from '../register-fields.ts';
import { type RegisterWordsPlace, writeBlob } from '../segment-directory.ts';
import type { Speller } from '../speller.ts';
import type { BlockSink } from '../types.ts';
import { RegisterStretches } from './register-stretches.ts';
import { type CountedStretch, StretchCounter, stretchesIn } from './stretch-counter.ts';
import { mostTitles, wordsKept, writeWords } from './words-section.ts';

/** A sink that tells how many blocks each section has. */
interface CountingSink extends BlockSink {
  readonly blocks: Readonly<Record<string, number>>;
}

export class TitleWords {
  readonly #all = new StretchCounter();
  readonly #registers = new RegisterStretches();
  readonly #records: number;
  readonly #everyTitle: number;

  /** @param records how many the segment has */
  constructor(records: number) {
    this.#records = records;
    this.#everyTitle = Math.ceil(records / mostTitles);
  }

  /** To be told every record, in the order of ordinals. */
  add(record: CatalogueRecord, ordinal: number): void {
    const isTaken = ordinal % this.#everyTitle === 0;
    const register = registerOf(record);
    const isWanted = register !== null && this.#registers.isWanted(register);
    if (!isTaken && !isWanted) return;
    const stretches = stretchesIn(normalisedText(record.title));
    if (isTaken) this.#all.add(stretches);
    if (isWanted) this.#registers.add(register, stretches);
  }

  /** Writes both sections; gives where each register's words lie. */
  async write(
    sink: CountingSink,
    speller: Speller,
    pack: (raw: Uint8Array) => Promise<Uint8Array>,
  ): Promise<RegisterWordsPlace[]> {
    const packed = (stretches: readonly CountedStretch[]) =>
      pack(new TextEncoder().encode(writeWords(stretches, speller)));
    await writeBlob(sink, sections.keypad, await packed(this.#all.best(wordsKept(this.#records))));
    const blocks = () => sink.blocks[sections.registerWords] ?? 0;
    const places: RegisterWordsPlace[] = [];
    for (const [register, stretches] of this.#registers.best()) {
      const first = blocks();
      await writeBlob(sink, sections.registerWords, await packed(stretches));
      places.push([register, first, blocks() - first]);
    }
    return places;
  }
}
