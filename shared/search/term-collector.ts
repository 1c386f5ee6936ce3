// Gathers the terms of all records of a segment under construction, field by field.
import type { CatalogueRecord } from '../catalogue/record.ts';
import { agencyTerm, headerFields } from './fields.ts';
import { fieldLetters } from './format.ts';
import { PostingArena } from './posting-arena.ts';
import type { TermWriter } from './term-writer.ts';
import { tokenise } from './tokenise.ts';

/** Places between two pieces of a field: more than the one blank a phrase may have inside. */
const pieceGap = 2;

/** Takes records in order of arrival; `writeHeader` and `writeBody` bring out the lists by ordinal. */
export class TermCollector {
  readonly #arenas = new Map<string, PostingArena>();

  /** Header fields, and the ids records are filtered by. */
  addRecord(record: CatalogueRecord, doc: number): void {
    for (const field of headerFields(record)) {
      let base = 0;
      for (const piece of field.pieces) {
        this.#addText(field.letter, piece, base, doc);
        base += piece.length + pieceGap;
      }
    }
    this.#arena(fieldLetters.agency).add(agencyTerm(record.agencyId, record.agencyName), doc, 0);
    if (record.nodeId !== null) this.#arena(fieldLetters.node).add(record.nodeId, doc, 0);
    if (record.matterId !== null) this.#arena(fieldLetters.matter).add(record.matterId, doc, 0);
  }

  addBody(normalisedText: string, doc: number): void {
    this.#addText(fieldLetters.body, normalisedText, 0, doc);
  }

  async writeHeader(writer: TermWriter, ordinals: Uint32Array): Promise<void> {
    const letters = [...this.#arenas.keys()].filter((letter) => letter !== fieldLetters.body).sort();
    for (const letter of letters) await this.#write(letter, writer, ordinals);
    await writer.finish();
  }

  async writeBody(writer: TermWriter, ordinals: Uint32Array): Promise<void> {
    await this.#write(fieldLetters.body, writer, ordinals);
    await writer.finish();
  }

  async #write(letter: string, writer: TermWriter, ordinals: Uint32Array): Promise<void> {
    const arena = this.#arenas.get(letter);
    if (arena === undefined) return;
    for (const term of arena.sortedTerms()) await writer.add(letter + term, arena.postings(term, ordinals));
  }

  #addText(letter: string, text: string, base: number, doc: number): void {
    const arena = this.#arena(letter);
    tokenise(text, base, {
      term: (term, position) => arena.add(term, doc, position),
      character: (character, position) => arena.addOnce(character, doc, position),
    });
  }

  #arena(letter: string): PostingArena {
    let arena = this.#arenas.get(letter);
    if (arena === undefined) {
      arena = new PostingArena();
      this.#arenas.set(letter, arena);
    }
    return arena;
  }
}
