// One open segment: terms, order, columns, records and bodies by ordinal.
import { type FacetPlace, facetPlaces } from '../catalogue/register.ts';
import { decodePiece } from './body-pieces.ts';
import { ColumnReader } from './column-reader.ts';
import type { RecordDates } from './dates-reader.ts';
import type { FacetTable } from './facet-collector.ts';
import { entryRanges, FacetColumn } from './facet-column.ts';
import { type ColumnName, columnNames, sections } from './format.ts';
import { noPhrases, phraseSets } from './frequent-phrases.ts';
import { GroupedReader } from './grouped-reader.ts';
import { type KeypadWord, largestWords, readWords } from './keypad/words-section.ts';
import { joinOrdinals, LiveRecords } from './live-records.ts';
import { blocksOfHash, nameHashOf, ordinalsOfHash } from './lookup.ts';
import { ReadWindow } from './read-window.ts';
import { RecordReader } from './record-reader.ts';
import type { Reused } from './reused.ts';
import type { SegmentAgencies } from './segment-agencies.ts';
import type { SegmentBlocks } from './segment-blocks.ts';
import type { SegmentFences, SegmentMeta } from './segment-directory.ts';
import { SoundsReader } from './sounds-reader.ts';
import type { StoredRecord } from './stored-record.ts';
import { decodeSymbols, type SymbolTable } from './symbol-table.ts';
import { TermSection } from './term-section.ts';
import type { TimedRecords } from './timed-records.ts';
import type { YearRuns } from './year-runs.ts';

/** What every ranked search asks of all its matches first. */
const preloadedColumns: readonly ColumnName[] = ['titleLength', 'topic', 'agency'];
/** A question sums up for its matches, and for those of a filter's own field. */
const mostSums = 2;
/** The last layout that deflated its symbols. */
const lastOfDeflatedSymbols = 3;
/** Largest table of symbols a reader will inflate. */
const largestSymbols = 8 * 1024 * 1024;

/** A segment ready to be asked. Every method throws `search.block-damaged` rather than answer wrongly. */
export class SegmentReader {
  readonly id: string;
  readonly meta: SegmentMeta;
  readonly runs: YearRuns;
  readonly dates: RecordDates;
  readonly records: number;
  /** What counts now. */
  live: LiveRecords;
  readonly terms: TermSection;
  readonly bodyTerms: TermSection;
  readonly agencies: SegmentAgencies;
  readonly columns: Readonly<Record<ColumnName, ColumnReader>>;
  readonly sounds: SoundsReader;
  /** What each place of registers has in entries. */
  readonly facets: Readonly<Record<FacetPlace, FacetColumn>>;
  /** Ordinals that have been superseded, ascending. */
  readonly #deleted: Uint32Array;
  readonly #timed: TimedRecords;
  readonly #fences: SegmentFences;
  readonly #blocks: SegmentBlocks;
  readonly #stored: RecordReader;
  /** Phrases with lists of their own, by the letter of their field. */
  readonly phrases: ReadonlyMap<string, ReadonlySet<string>>;
  /** Phrases that very many titles hold, and how many. */
  readonly crowded: ReadonlyMap<string, number>;
  readonly #bodies: GroupedReader;
  /** Room to sum something up for each agency, from 1; all zero. */
  readonly agencySums: Reused<Float64Array<ArrayBuffer>>;
  #symbols: Promise<SymbolTable> | null = null;
  readonly #toPreload = [...preloadedColumns];
  #preloading: ColumnName | null = null;

  constructor(
    blocks: SegmentBlocks,
    parts: {
      readonly meta: SegmentMeta;
      readonly agencies: SegmentAgencies;
      readonly fences: SegmentFences;
      readonly runs: YearRuns;
      readonly dates: RecordDates;
      readonly timed: TimedRecords;
    },
    deleted: Uint32Array,
  ) {
    const { meta, agencies, fences, runs, dates, timed } = parts;
    this.id = blocks.header.id;
    this.meta = meta;
    this.runs = runs;
    this.dates = dates;
    this.records = meta.records;
    this.terms = new TermSection(sections.terms, fences.terms, meta.records);
    this.bodyTerms = new TermSection(sections.bodyTerms, fences.bodyTerms, meta.records);
    this.agencies = agencies;
    this.columns = Object.fromEntries(
      columnNames.map((name) => [name, new ColumnReader(blocks, meta.columns[name], meta.records)]),
    ) as Record<ColumnName, ColumnReader>;
    this.sounds = new SoundsReader(blocks, fences.sounds);
    this.phrases = phraseSets(meta.phrases ?? noPhrases);
    this.crowded = new Map(meta.crowded ?? []);
    this.#blocks = blocks;
    const newSums = () => new Float64Array(agencies.count + 1);
    this.agencySums = blocks.cache.reuse(newSums, mostSums, (sums) => sums.fill(0));
    this.#fences = fences;
    this.facets = facetColumns(blocks, meta, runs);
    this.#deleted = deleted;
    this.#timed = timed;
    this.live = new LiveRecords(deleted, meta.records, blocks.place('deleted', 0));
    this.#stored = new RecordReader(blocks, fences.records, meta.records);
    this.#bodies = new GroupedReader(blocks, sections.bodies, fences.bodies, meta.bodyPieces);
  }

  /** Lets count what is shown at a time; true when something else counts than before. */
  showAt(time: number): boolean {
    const gone = joinOrdinals(this.#deleted, this.#timed.hiddenAt(time));
    const before = this.live.gone;
    if (gone.length === before.length && gone.every((ordinal, at) => ordinal === before[at])) return false;
    this.live = new LiveRecords(gone, this.records, this.#blocks.place('deleted', 0));
    return true;
  }

  /** When something last began or ceased to be shown, at a time or before; 0 when nothing has. */
  lastChange(time: number): number {
    return this.#timed.lastChange(time);
  }

  /** When something begins or ceases to be shown next, behind a time; `Infinity` when nothing does. */
  nextChange(time: number): number {
    return this.#timed.nextChange(time);
  }

  /** Blocks for one evaluation. */
  window(): ReadWindow {
    return new ReadWindow(this.#blocks);
  }

  /** The values of a column for ordinals in ascending order. */
  column(name: ColumnName, ordinals: Uint32Array): Promise<Uint32Array> {
    return this.columns[name].read(ordinals);
  }

  /** Takes the next part of the columns into memory, as far as there is room for them; false when that is done. */
  async preload(): Promise<boolean> {
    const [name] = this.#toPreload;
    if (name === undefined) return false;
    const column = this.columns[name];
    if (this.#preloading === name || this.#blocks.cache.reserve(column.wholeBytes)) {
      this.#preloading = name;
      if (await column.loadPart()) return true;
    }
    this.#toPreload.shift();
    return this.#toPreload.length > 0;
  }

  /** Records by ordinal, in the order asked for. */
  async stored(ordinals: readonly number[]): Promise<StoredRecord[]> {
    if (ordinals.length === 0) return [];
    return this.#stored.read(ordinals, this.symbols());
  }

  /** The table records are written with; read once, at the first question. */
  symbols(): Promise<SymbolTable> {
    this.#symbols ??= this.#loadSymbols().catch((thrown) => {
      this.#symbols = null;
      throw thrown;
    });
    return this.#symbols;
  }

  async #loadSymbols(): Promise<SymbolTable> {
    const isDeflated = this.#blocks.header.formatVersion <= lastOfDeflatedSymbols;
    const bytes = await (isDeflated
      ? this.#blocks.readPacked(sections.symbols, largestSymbols)
      : this.#blocks.readAll(sections.symbols));
    return decodeSymbols(bytes, this.#blocks.place(sections.symbols, 0));
  }

  /** Words of titles for a keypad; none in segments that were built without. */
  async keypadWords(): Promise<KeypadWord[]> {
    if (this.#blocks.count(sections.keypad) === 0) return [];
    const bytes = await this.#blocks.readPacked(sections.keypad, largestWords);
    return readWords(bytes, await this.sounds.readings(), this.#blocks.place(sections.keypad, 0));
  }

  /** The same of one register alone; null in segments that were built without such lists. */
  async registerWords(register: string): Promise<KeypadWord[] | null> {
    const section = sections.registerWords;
    if (this.meta.registerWords === undefined) return null;
    const place = this.meta.registerWords.find(([id]) => id === register);
    if (place === undefined) return [];
    const [, first, count] = place;
    const bytes = await this.#blocks.readPacked(section, largestWords, first, count);
    return readWords(bytes, await this.sounds.readings(), this.#blocks.place(section, first));
  }

  /** Pieces of bodies by number, in the order asked for. */
  async bodyPieces(numbers: readonly number[]): Promise<{ html: string; text: string }[]> {
    const items = await this.#bodies.read(numbers);
    const place = this.#blocks.place(sections.bodies, 0);
    return items.map((item) => decodePiece(item, place));
  }

  /** The live record with this id or code, or null. */
  async find(field: 'id' | 'code', text: string): Promise<StoredRecord | null> {
    const section = field === 'id' ? sections.ids : sections.codes;
    const hash = nameHashOf(text);
    const [from, to] = blocksOfHash(field === 'id' ? this.#fences.ids : this.#fences.codes, hash);
    const numbers = Array.from({ length: to - from }, (_, at) => from + at);
    const blocks = await this.#blocks.read(section, numbers);
    const ordinals = blocks.flatMap((bytes, at) =>
      ordinalsOfHash(bytes, this.#blocks.place(section, from + at), hash, this.records),
    );
    const live = ordinals.filter((ordinal) => this.live.has(ordinal));
    const stored = await this.stored(live);
    return stored.find(({ record }) => record[field] === text) ?? null;
  }
}

const noFacets: FacetTable = { values: [], column: { width: 1, firstBlock: 0 } };

function facetColumns(
  blocks: SegmentBlocks,
  { facets }: SegmentMeta,
  runs: YearRuns,
): Record<FacetPlace, FacetColumn> {
  const entries = entryRanges(runs);
  const columns = facetPlaces.map((place) => [
    place,
    new FacetColumn(blocks, facets?.[place] ?? noFacets, entries),
  ]);
  return Object.fromEntries(columns) as Record<FacetPlace, FacetColumn>;
}
