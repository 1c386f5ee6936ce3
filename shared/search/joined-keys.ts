// Keys in ascending order as one text: thousands of them are there as soon as the text is.
import { type ByteReader, blockDamaged } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { readNumbers, readUnitArray, textOfUnits, writeNumbers, writeUnits } from './raw-arrays.ts';

export class JoinedKeys {
  readonly #text: string;
  /** Where each key ends. */
  readonly #ends: Uint32Array;

  constructor(text: string, ends: Uint32Array) {
    this.#text = text;
    this.#ends = ends;
  }

  static of(keys: readonly string[]): JoinedKeys {
    return new JoinedKeys(keys.join(''), endsOf(keys));
  }

  get length(): number {
    return this.#ends.length;
  }

  at(number: number): string {
    return this.#text.slice(number === 0 ? 0 : this.#ends[number - 1], this.#ends[number]);
  }

  /** How many keys are below one. */
  countBelow(key: string): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function endsOf(keys: readonly string[]): Uint32Array {
  const ends = new Uint32Array(keys.length);
  let end = 0;
  keys.forEach((key, at) => {
    end += key.length;
    ends[at] = end;
  });
  return ends;
}

/** Writes how long each key is, summed up, and their text. */
export function writeKeys(out: ByteWriter, keys: readonly string[]): void {
  writeNumbers(out, endsOf(keys));
  writeUnits(out, keys);
}

/** Throws `search.block-damaged` for keys that are cut short or out of order. */
export function readKeys(reader: ByteReader, count: number): JoinedKeys {
  const ends = readNumbers(reader, count);
  for (let at = 1; at < count; at++) {
    if ((ends[at] as number) < (ends[at - 1] as number)) throw blockDamaged(reader.place);
  }
  const units = readUnitArray(reader, ends[count - 1] ?? 0);
  if (!isAscending(units, ends)) throw blockDamaged(reader.place);
  return new JoinedKeys(textOfUnits(units, units.length), ends);
}

/** Unit by unit: this goes over thousands of keys at every start, where making a text of each took ten times as long. */
function isAscending(units: Uint16Array, ends: Uint32Array): boolean {
  let begin = 0;
  for (let number = 1; number < ends.length; number++) {
    const middle = ends[number - 1] as number;
    const end = ends[number] as number;
    let left = begin;
    let right = middle;
    while (left < middle && right < end && units[left] === units[right]) {
      left++;
      right++;
    }
    if (left < middle && (right === end || (units[left] as number) > (units[right] as number))) return false;
    begin = middle;
  }
  return true;
}
