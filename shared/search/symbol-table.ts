// Writes texts in few bytes by a table of frequent pieces, each text on its own, so that one can be read alone.
//
// After FSST (Boncz, Neumann, Leis: "FSST: Fast Random Access String Compression", VLDB 2020), for UTF-16: a code of
// one byte stands for one of the commonest pieces, one of two bytes for any other, and an escape for a single unit.
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readNumbers, readUnitArray, textOfUnits, writeNumbers, writeUnits } from './raw-arrays.ts';

/** Codes below this take one byte. Code 0 is the escape: two bytes of a unit follow. */
const shortCodes = 112;
/** Codes there are altogether. */
export const mostSymbols = shortCodes + (256 - shortCodes) * 256;
/** Units of the longest piece. */
export const longestSymbol = 96;

/** Units a text may have before the room it is put together in grows. */
const usualText = 1024;

/** Pieces by code, in one array: tens of thousands of strings would take ten times as much. */
export class SymbolTable {
  readonly #units: Uint16Array;
  /** Where each piece begins; one more for the end. The piece of code 0 is never used. */
  readonly #starts: Uint32Array;
  #text = new Uint16Array(usualText);

  constructor(units: Uint16Array, starts: Uint32Array) {
    this.#units = units;
    this.#starts = starts;
  }

  static of(symbols: readonly string[]): SymbolTable {
    const starts = new Uint32Array(symbols.length + 1);
    symbols.forEach((symbol, code) => {
      starts[code + 1] = (starts[code] as number) + symbol.length;
    });
    const all = symbols.join('');
    return new SymbolTable(
      Uint16Array.from({ length: all.length }, (_, at) => all.charCodeAt(at)),
      starts,
    );
  }

  /** The text of `bytes[from … to)`. Throws `search.block-damaged` for codes that stand for nothing. */
  decode(bytes: Uint8Array, from: number, to: number, place: BlockPlace): string {
    const starts = this.#starts;
    let text = this.#text;
    let length = 0;
    let at = from;
    while (at < to) {
      const first = bytes[at++] as number;
      if (length + longestSymbol > text.length) text = this.#grow();
      if (first === 0) {
        text[length++] = (bytes[at] as number) * 256 + (bytes[at + 1] as number);
        at += 2;
        continue;
      }
      const code =
        first < shortCodes ? first : shortCodes + (first - shortCodes) * 256 + (bytes[at++] as number);
      if (code + 1 >= starts.length) throw blockDamaged(place);
      const end = starts[code + 1] as number;
      for (let unit = starts[code] as number; unit < end; unit++)
        text[length++] = this.#units[unit] as number;
    }
    if (at !== to) throw blockDamaged(place);
    return textOfUnits(text, length);
  }

  #grow(): Uint16Array<ArrayBuffer> {
    const grown = new Uint16Array(this.#text.length * 2);
    grown.set(this.#text);
    this.#text = grown;
    return grown;
  }
}

/** Numbers of an edge, the last one unused: four of them never cross a line of the processor's cache. */
const edgeNumbers = 4;

/** Finds the longest piece at every place of a text, by a trie whose edges lie in one table. */
export class SymbolEncoder {
  /** Edges by open addressing, side by side: the node they leave plus one, the unit they take, where they lead. */
  #edges = new Int32Array(edgeNumbers << 12);
  #edgeCount = 0;
  /** The code that ends at a node, or 0. */
  #codes = new Uint16Array(1024);
  #nodes = 1;

  constructor(symbols: readonly string[]) {
    symbols.forEach((symbol, code) => {
      if (code > 0) this.#add(symbol, code);
    });
  }

  #add(symbol: string, code: number): void {
    let node = 0;
    for (let at = 0; at < symbol.length; at++) {
      const unit = symbol.charCodeAt(at);
      const next = this.#follow(node, unit);
      node = next >= 0 ? next : this.#addEdge(node, unit);
    }
    this.#codes[node] = code;
  }

  #addEdge(node: number, unit: number): number {
    if (this.#edgeCount * 2 * edgeNumbers >= this.#edges.length) this.#growEdges();
    const slot = this.#slotOf(node, unit);
    this.#edges[slot] = node + 1;
    this.#edges[slot + 1] = unit;
    this.#edges[slot + 2] = this.#nodes;
    this.#edgeCount++;
    if (this.#nodes >= this.#codes.length) {
      const grown = new Uint16Array(this.#codes.length * 2);
      grown.set(this.#codes);
      this.#codes = grown;
    }
    return this.#nodes++;
  }

  #slotOf(node: number, unit: number): number {
    const edges = this.#edges;
    const mask = edges.length / edgeNumbers - 1;
    const mixed = Math.imul(node ^ (unit << 15), 0x9e3779b1);
    for (let place = (mixed ^ (mixed >>> 15)) & mask; ; place = (place + 1) & mask) {
      const slot = place * edgeNumbers;
      const from = edges[slot] as number;
      if (from === 0 || (from === node + 1 && edges[slot + 1] === unit)) return slot;
    }
  }

  /** The node an edge leads to, or -1. */
  #follow(node: number, unit: number): number {
    const slot = this.#slotOf(node, unit);
    return this.#edges[slot] === 0 ? -1 : (this.#edges[slot + 2] as number);
  }

  #growEdges(): void {
    const before = this.#edges;
    this.#edges = new Int32Array(before.length * 2);
    for (let old = 0; old < before.length; old += edgeNumbers) {
      if (before[old] === 0) continue;
      const slot = this.#slotOf((before[old] as number) - 1, before[old + 1] as number);
      this.#edges.set(before.subarray(old, old + edgeNumbers), slot);
    }
  }

  /** Calls `take` with each code of a text and the piece's place; code 0 for a unit that is in no piece. */
  split(text: string, take: (code: number, from: number, to: number) => void): void {
    const codes = this.#codes;
    for (let at = 0; at < text.length; ) {
      let node = 0;
      let code = 0;
      let to = at + 1;
      for (let next = at; next < text.length; next++) {
        node = this.#follow(node, text.charCodeAt(next));
        if (node < 0) break;
        if (codes[node] !== 0) {
          code = codes[node] as number;
          to = next + 1;
        }
      }
      take(code, at, to);
      at = to;
    }
  }

  encode(text: string, out: ByteWriter): void {
    this.split(text, (code, at) => {
      if (code === 0) {
        out.u8(0);
        out.u16(text.charCodeAt(at));
      } else if (code < shortCodes) out.u8(code);
      else {
        const rest = code - shortCodes;
        out.u8(shortCodes + (rest >>> 8));
        out.u8(rest & 0xff);
      }
    });
  }
}

/** A table as bytes, as it is read into memory (`raw-arrays.ts`): how many pieces, how long each is, their units. */
export function encodeSymbols(symbols: readonly string[]): Uint8Array {
  const out = new ByteWriter();
  writeNumbers(out, [symbols.length]);
  for (const { length } of symbols) out.u8(length);
  writeUnits(out, symbols);
  return out.take();
}

/** The opposite of `encodeSymbols`. Throws `search.block-damaged`. */
export function decodeSymbols(bytes: Uint8Array, place: BlockPlace): SymbolTable {
  const reader = new ByteReader(bytes, place);
  const [count = 0] = readNumbers(reader, 1);
  if (count > mostSymbols) throw blockDamaged(place);
  const lengths = reader.run(count);
  const starts = new Uint32Array(count + 1);
  let end = 0;
  // Below zero as soon as one piece is too long.
  let rest = longestSymbol;
  for (let code = 0; code < count; code++) {
    const length = lengths[code] as number;
    rest |= longestSymbol - length;
    end += length;
    starts[code + 1] = end;
  }
  if (rest < 0) throw blockDamaged(place);
  const units = readUnitArray(reader, end);
  if (!reader.isAtEnd) throw blockDamaged(place);
  return new SymbolTable(units, starts);
}
