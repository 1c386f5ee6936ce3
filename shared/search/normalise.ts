// Brings text to the form that is indexed and compared: width, case and punctuation out of the way, traditional
// characters as simplified ones (a change of that table is a change of `analysisVersion`).
//
// Word characters stay, folded (ＡＢ → ab, é → e, ① → 1). Everything else (blanks, brackets of every shape,
// quotation marks) goes; only between two Latin letters or digits does one blank remain, so that
// 财办〔2024〕12号, 财办[2024]12号 and 财办（2024）12 号 are all `财办2024 12号`.

import { textOfUnits } from './raw-arrays.ts';
import { simplifyCharacter } from './simplified.ts';

/** Classes of characters in normalised text. */
export const separator = 1;
export const han = 2;
export const digit = 3;
export const letter = 4;
const folded = 5;

/** Class of every UTF-16 unit, filled as units are met. Surrogates count as `folded`: they need a closer look. */
const classes = new Uint8Array(65_536);
const foldings = new Map<number, string>();

function isHanLike(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3005 ||
    code === 0x3007 ||
    (code >= 0x3041 && code <= 0x30fe && code !== 0x30fb) ||
    (code >= 0x3105 && code <= 0x312f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}

/** The plain form of a character outside the fast paths; empty for what is not part of a word. */
function fold(character: string): string {
  const wide = simplifyCharacter(character).normalize('NFKC');
  let plain = '';
  for (const part of wide) {
    if (isHanLike(part.codePointAt(0) as number)) plain += simplifyCharacter(part);
    else plain += part.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  }
  return /[\p{L}\p{N}]/u.test(plain) ? plain : '';
}

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return folded;
  const character = String.fromCharCode(code);
  if (code >= 48 && code <= 57) return digit;
  if (code >= 97 && code <= 122) return letter;
  const plain = fold(character);
  if (plain === '') return separator;
  if (plain !== character) return folded;
  return isHanLike(code) ? han : letter;
}

/** The class of a unit; `folded` when it must be replaced first. */
function classOf(code: number): number {
  if (classes[code] === 0) classes[code] = classify(code);
  return classes[code] as number;
}

/** The class of a unit of text that is already normalised: `separator`, `han`, `digit` or `letter`. */
export function classInNormalised(code: number): number {
  const known = classOf(code);
  return known === folded ? han : known;
}

/** Whether a unit of normalised text is a Chinese character of one unit: phrases are made of those, others are rare. */
export function isPlainHan(code: number): boolean {
  return classInNormalised(code) === han && (code < 0xd800 || code > 0xdfff);
}

/** Text in its comparable form, with the way back. */
export interface NormalisedText {
  readonly text: string;
  /** For each unit of `text`, where in the original its character begins. */
  readonly starts: Uint32Array;
}

/** The growing result of one normalisation. */
class Output {
  units: Uint16Array;
  starts: Uint32Array;
  length = 0;
  #lastClass = separator;
  #isBlankPending = false;

  constructor(size: number) {
    this.units = new Uint16Array(size);
    this.starts = new Uint32Array(size);
  }

  reset(): void {
    this.length = 0;
    this.#lastClass = separator;
    this.#isBlankPending = false;
  }

  blank(): void {
    this.#isBlankPending = true;
  }

  word(code: number, kind: number, start: number): void {
    if (this.#isBlankPending) {
      this.#isBlankPending = false;
      if (kind !== han && this.#lastClass > han)
        this.#push(32, Math.max(start - 1, this.starts[this.length - 1] as number));
    }
    this.#push(code, start);
    this.#lastClass = kind;
  }

  #push(code: number, start: number): void {
    if (this.length === this.units.length) this.#grow();
    this.units[this.length] = code;
    this.starts[this.length++] = start;
  }

  #grow(): void {
    const units = new Uint16Array(this.length * 2 + 16);
    const starts = new Uint32Array(this.length * 2 + 16);
    units.set(this.units);
    starts.set(this.starts);
    this.units = units;
    this.starts = starts;
  }
}

/** Adds one character that is not already in its plain form. */
function addFolded(output: Output, character: string, code: number, start: number): void {
  let plain = foldings.get(code);
  if (plain === undefined) {
    plain = /^[\ud800-\udfff]$/.test(character) ? '' : fold(character);
    if (foldings.size < 10_000) foldings.set(code, plain);
  }
  if (plain === '') output.blank();
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at);
    const kind = classInNormalised(unit);
    if (kind === separator) output.blank();
    else output.word(unit, kind, start);
  }
}

/** Texts up to this length are normalised in room that is used again. */
const usualLength = 2048;
const usual = new Output(usualLength);

function run(text: string): Output {
  const output = text.length > usualLength ? new Output(text.length) : usual;
  output.reset();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === separator) output.blank();
    else if (kind !== folded) output.word(code, kind, at);
    else {
      const point = text.codePointAt(at) as number;
      const character = String.fromCodePoint(point);
      addFolded(output, character, point, at);
      at += character.length - 1;
    }
  }
  return output;
}

/** Normalises a text of any length in one pass. */
export function normalise(text: string): NormalisedText {
  const { units, starts, length } = run(text);
  return { text: textOfUnits(units, length), starts: starts.slice(0, length) };
}

/** The same without the way back. */
export function normalisedText(text: string): string {
  const { units, length } = run(text);
  return textOfUnits(units, length);
}

/** Where in the original the character of a normalised unit ends. */
export function originalEnd(original: string, normalised: NormalisedText, unit: number): number {
  const start = normalised.starts[unit] ?? original.length;
  const point = original.codePointAt(start);
  return Math.min(original.length, start + (point !== undefined && point > 0xffff ? 2 : 1));
}
