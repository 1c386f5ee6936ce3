// Keeps the headers of arriving records small until all have come and their order is known.
import type { CatalogueRecord } from '../catalogue/record.ts';
import { recordKinds, validities } from '../catalogue/record.ts';
import { decodeText } from './body-pieces.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import type { Compress } from './grouped-writer.ts';
import { NameHashes } from './name-hashes.ts';
import { readName, writeName } from './packed-names.ts';
import { classOf, compareClasses } from './record-classes.ts';
import { listingDate } from './record-date.ts';
import type { PackedRecord } from './record-writer.ts';
import { fromRecordText, type StoredBody, type StoredRecord, toRecordText } from './stored-record.ts';
import { SymbolEncoder, SymbolTable } from './symbol-table.ts';
import { trainSymbols } from './train-symbols.ts';

const batchRecords = 128;
/** Records the table of symbols is learnt from, spread evenly over all. */
const sampleRecords = 16_000;
/** Characters of one record that count for the sample. */
const sampledCharacters = 2000;
const nowhere = { segment: '', section: 'records', block: 0 };

/** Records by arrival, packed; first as deflated batches, then record by record. */
export class Arrivals {
  readonly #deflate: Compress;
  readonly #inflate: Compress;
  readonly #batches: Uint8Array[] = [];
  /** The batch that is being deflated. */
  #deflating: Promise<Uint8Array> | null = null;
  #batch = new ByteWriter();
  #classes: number[] = [];
  #dates: number[] = [];
  #count = 0;

  constructor(deflate: Compress, inflate: Compress) {
    this.#deflate = deflate;
    this.#inflate = inflate;
  }

  get count(): number {
    return this.#count;
  }

  async add(record: CatalogueRecord, body: StoredBody | null): Promise<void> {
    const { id, code, text } = toRecordText({ record, body });
    const encoder = new TextEncoder();
    for (const part of [id, code, text]) {
      const bytes = encoder.encode(part);
      this.#batch.varint(bytes.length);
      this.#batch.bytes(bytes);
    }
    const kind = Math.max(0, recordKinds.indexOf(record.kind));
    this.#classes.push(classOf(kind, Math.max(0, validities.indexOf(record.validity))));
    this.#dates.push(listingDate(record));
    this.#count++;
    if (this.#count % batchRecords === 0) await this.#closeBatch();
  }

  /** One batch is deflated while the next fills. */
  async #closeBatch(): Promise<void> {
    if (this.#deflating !== null) this.#batches.push(await this.#deflating);
    this.#deflating = null;
    if (this.#batch.length === 0) return;
    this.#deflating = this.#deflate(this.#batch.take());
    // Whoever waits for it hears of it.
    this.#deflating.catch(() => {});
  }

  /**
   * Learns the symbols and packs every record with them. No record comes after this. Throws
   * `search.duplicate-record` when two have the same id or code.
   */
  async pack(): Promise<PackedArrivals> {
    // The last one, and then what is deflated.
    await this.#closeBatch();
    await this.#closeBatch();
    const symbols = trainSymbols(await this.#sample());
    const encoder = new SymbolEncoder(symbols);
    const out = new ByteWriter();
    const classes = Uint8Array.from(this.#classes);
    const dates = Uint32Array.from(this.#dates);
    const order = orderOf(classes, dates);
    const shelves = shelvesOf(order);
    const pages = new Pages(order.length);
    const [ids, codes] = [new NameHashes(), new NameHashes()];
    for await (const batch of this.#takeBatches()) {
      for (const [id = '', code = '', text = ''] of readBatch(batch)) {
        ids.add(id);
        codes.add(code);
        writeName(out, id);
        writeName(out, code);
        encoder.encode(text, out);
        pages.add(out.take(), shelves);
      }
    }
    ids.requireDistinct((arrival) => namesIn(pages.at(arrival)).id);
    codes.requireDistinct((arrival) => namesIn(pages.at(arrival)).code);
    return new PackedArrivals({ pages, symbols, order, classes, dates, ids, codes });
  }

  /** The batches inflated, each let go of; the next is inflated while one is worked on. */
  async *#takeBatches(): AsyncGenerator<Uint8Array> {
    const take = (number: number) => {
      const batch = this.#batches[number];
      if (batch === undefined) return null;
      this.#batches[number] = noBytes;
      const inflating = this.#inflate(batch);
      // Whoever takes it hears of it; a walk that has ended does not.
      inflating.catch(() => {});
      return inflating;
    };
    let next = take(0);
    for (let number = 1; next !== null; number++) {
      const batch = await next;
      next = take(number);
      yield batch;
    }
  }

  async #sample(): Promise<string[]> {
    const wanted = Math.max(1, Math.floor((this.#batches.length * batchRecords) / sampleRecords));
    const sample: string[] = [];
    let at = 0;
    for (const batch of this.#batches) {
      if (Math.floor((at + batchRecords) / wanted) === Math.floor(at / wanted)) {
        at += batchRecords;
        continue;
      }
      for (const [, , text = ''] of readBatch(await this.#inflate(batch))) {
        if (at++ % wanted === 0) sample.push(text.slice(0, sampledCharacters));
      }
    }
    return sample;
  }
}

function* readBatch(bytes: Uint8Array): Generator<string[]> {
  const reader = new ByteReader(bytes, nowhere);
  const part = () => decodeText(reader.run(reader.varint()), nowhere);
  while (!reader.isAtEnd) yield [part(), part(), part()];
}

/** Arrivals by ordinal: the better class first, then newest first, then as they came. */
function orderOf(classes: Uint8Array, dates: Uint32Array): Uint32Array {
  const places = new Map([...new Set(classes)].sort(compareClasses).map((number, place) => [number, place]));
  const placeOf = (arrival: number) => places.get(classes[arrival] as number) ?? 0;
  // Class, date and arrival together stay below 2^53 for less than 2^21 records, and plain numbers sort fastest.
  if (classes.length < 2 ** 21) {
    const keys = Float64Array.from(
      classes,
      (_, at) => (placeOf(at) * 2 ** 23 + 2 ** 22 - (dates[at] as number)) * 2 ** 21 + at,
    );
    return Uint32Array.from(keys.sort(), (key) => key % 2 ** 21);
  }
  return Uint32Array.from(classes.keys()).sort(
    (a, b) => placeOf(a) - placeOf(b) || (dates[b] as number) - (dates[a] as number) || a - b,
  );
}

/** Records that are taken about the same time lie together, so that their pages are let go of when they have been. */
const shelfCount = 32;

/** The shelf of each arrival: early ordinals lie on the first. */
function shelvesOf(order: Uint32Array): Uint8Array {
  const shelves = new Uint8Array(order.length);
  order.forEach((arrival, ordinal) => {
    shelves[arrival] = Math.floor((ordinal * shelfCount) / order.length);
  });
  return shelves;
}

/** As large as the pages postings are collected in (`posting-arena.ts`): what is let go of is soon one of those. */
const pageBytes = 1 << 18;

/** Runs of bytes in pages. */
class Pages {
  readonly #pages: Uint8Array[] = [];
  /** Runs of each page that were not taken yet. */
  readonly #left: number[] = [];
  readonly #starts: Float64Array;
  readonly #ends: Uint32Array;
  #count = 0;
  /** The page of each shelf that is being filled, and how far it is. */
  readonly #open = new Int32Array(shelfCount).fill(-1);
  readonly #used = new Uint32Array(shelfCount).fill(pageBytes);

  constructor(runs: number) {
    this.#starts = new Float64Array(runs);
    this.#ends = new Uint32Array(runs);
  }

  /** Adds the next run, to the shelf it has. */
  add(bytes: Uint8Array, shelves: Uint8Array): void {
    const shelf = shelves[this.#count] as number;
    if ((this.#used[shelf] as number) + bytes.length > pageBytes) {
      this.#open[shelf] = this.#pages.length;
      this.#used[shelf] = 0;
      this.#pages.push(new Uint8Array(Math.max(pageBytes, bytes.length)));
      this.#left.push(0);
    }
    const page = this.#open[shelf] as number;
    const used = this.#used[shelf] as number;
    (this.#pages[page] as Uint8Array).set(bytes, used);
    this.#left[page] = (this.#left[page] as number) + 1;
    this.#starts[this.#count] = page * 2 ** 32 + used;
    this.#ends[this.#count++] = used + bytes.length;
    this.#used[shelf] = used + bytes.length;
  }

  at(number: number): Uint8Array {
    const start = this.#starts[number] as number;
    const page = this.#pages[Math.floor(start / 2 ** 32)] as Uint8Array;
    return page.subarray(start % 2 ** 32, this.#ends[number]);
  }

  /** The same for the last time: a page from which all was taken is let go. */
  take(number: number): Uint8Array {
    const run = this.at(number);
    const page = Math.floor((this.#starts[number] as number) / 2 ** 32);
    const left = (this.#left[page] as number) - 1;
    this.#left[page] = left;
    if (left === 0) this.#pages[page] = noBytes;
    return run;
  }
}

const noBytes = new Uint8Array(0);

function namesIn(bytes: Uint8Array): { readonly id: string; readonly code: string; readonly textAt: number } {
  const reader = new ByteReader(bytes, nowhere);
  const [id, code] = [readName(reader), readName(reader)];
  return { id, code, textAt: reader.at };
}

/** What is known of a segment's records when all have come. */
interface PackedParts {
  readonly pages: Pages;
  readonly symbols: readonly string[];
  readonly order: Uint32Array;
  readonly classes: Uint8Array;
  readonly dates: Uint32Array;
  readonly ids: NameHashes;
  readonly codes: NameHashes;
}

/** All records of a segment, in order. */
export class PackedArrivals {
  readonly symbols: readonly string[];
  /** Arrival of each ordinal. */
  readonly order: Uint32Array;
  readonly ids: NameHashes;
  readonly codes: NameHashes;
  readonly #pages: Pages;
  readonly #table: SymbolTable;
  readonly #classes: Uint8Array;
  readonly #dates: Uint32Array;

  constructor({ pages, symbols, order, classes, dates, ids, codes }: PackedParts) {
    this.#pages = pages;
    this.symbols = symbols;
    this.#table = SymbolTable.of(symbols);
    this.order = order;
    this.#classes = classes;
    this.#dates = dates;
    this.ids = ids;
    this.codes = codes;
  }

  get classes(): Uint8Array {
    return Uint8Array.from(this.order, (arrival) => this.#classes[arrival] as number);
  }

  get dates(): Uint32Array {
    return this.order.map((arrival) => this.#dates[arrival] as number);
  }

  /** The record as `RecordWriter` takes it, and as it came; each can be taken once. */
  take(ordinal: number): { readonly packed: PackedRecord; readonly stored: StoredRecord } {
    const bytes = this.#pages.take(this.order[ordinal] as number);
    const { id, code, textAt } = namesIn(bytes);
    const text = bytes.subarray(textAt);
    const written = this.#table.decode(text, 0, text.length, nowhere);
    return { packed: { id, code, text }, stored: fromRecordText({ id, code, text: written }, nowhere) };
  }
}
