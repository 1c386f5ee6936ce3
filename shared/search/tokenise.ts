// Cuts normalised text into the terms an index holds, and a query word into the terms that find it.
//
//   税        one character            first place in the text only; not kept for summaries and bodies
//   税务      two neighbours           every place
//   第0 0号   a character beside a run of digits (0) or letters (a)
//   =2024     a whole run; the first 64 units count
//   ~␄2024    how a run begins, after the length, for the lengths of `prefixLengths`
//   -2024 ^␄2024   the same for a run that follows a blank, so that `1 2` is not taken for `1年2`
import { classInNormalised, digit, han, separator } from './normalise.ts';

/** The longest part of a run of letters or digits that is compared. */
export const longestRun = 64;
/** Lengths at which the beginning of a run is a term of its own. */
export const prefixLengths: readonly number[] = [2, 4, 6, 8, 10];
/** Up to this length a run is its own beginning as well; longer ones are found whole. */
const longestOwnPrefix = 8;

/** A piece of normalised text: one character of Chinese, or a whole run of digits or letters. */
export interface TextSymbol {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
}

/** The symbol that begins at `at`; blanks are symbols of their own. */
export function symbolAt(text: string, at: number): TextSymbol {
  const code = text.charCodeAt(at);
  const kind = classInNormalised(code);
  if (kind === separator) return { kind, start: at, end: at + 1 };
  if (kind === han) return { kind, start: at, end: at + (code >= 0xd800 && code <= 0xdbff ? 2 : 1) };
  let end = at + 1;
  while (end < text.length && classInNormalised(text.charCodeAt(end)) === kind) end++;
  return { kind, start: at, end };
}

/** Marks of terms that are runs, by what stands before the run. */
interface RunMarks {
  readonly whole: string;
  readonly prefix: string;
}
const runMarks: RunMarks = { whole: '=', prefix: '~' };
const runMarksAfterBlank: RunMarks = { whole: '-', prefix: '^' };

/** The key of a beginning: its mark, its length, its units. */
function prefixKey(mark: string, length: number, units: string): string {
  return mark + String.fromCharCode(length) + units;
}

/** How a run stands in the term of the character beside it. */
function runMark(kind: number): string {
  return kind === digit ? '0' : 'a';
}

/** Takes the terms of a text, in order of their places. */
export interface TermTaker {
  /** A term whose every place counts. */
  term(term: string, position: number): void;
  /** A single character, of which the first place is enough. */
  character(character: string, position: number): void;
}

/** Hands over every term of a normalised text; places are counted from `base`. */
export function tokenise(text: string, base: number, taker: TermTaker): void {
  let before: TextSymbol | null = null;
  for (let at = 0; at < text.length; ) {
    const symbol = symbolAt(text, at);
    if (symbol.kind === han) takeHan(text, symbol, before, base, taker);
    else if (symbol.kind !== separator) takeRun(text, symbol, before, base, taker);
    before = symbol;
    at = symbol.end;
  }
}

function takeHan(
  text: string,
  symbol: TextSymbol,
  before: TextSymbol | null,
  base: number,
  taker: TermTaker,
) {
  const character = text.slice(symbol.start, symbol.end);
  taker.character(character, base + symbol.start);
  if (before?.kind === han) {
    taker.term(text.slice(before.start, symbol.end), base + before.start);
  } else if (before !== null) {
    taker.term(runMark(before.kind) + character, base + symbol.start);
  }
}

function takeRun(
  text: string,
  symbol: TextSymbol,
  before: TextSymbol | null,
  base: number,
  taker: TermTaker,
) {
  if (before?.kind === han) {
    taker.term(text.slice(before.start, before.end) + runMark(symbol.kind), base + before.start);
  }
  const run = text.slice(symbol.start, Math.min(symbol.end, symbol.start + longestRun));
  const marks = before?.kind === separator ? runMarksAfterBlank : runMarks;
  taker.term(marks.whole + run, base + symbol.start);
  for (const length of prefixLengths) {
    if (length > run.length || (length === run.length && length > longestOwnPrefix)) break;
    taker.term(prefixKey(marks.prefix, length, run.slice(0, length)), base + symbol.start);
  }
}

/** Terms to look up for one place of a query word: any of them will do. */
export interface TermProbe {
  /** Offset of the term's place from the beginning of the word. */
  readonly offset: number;
  /** What of the word this probe covers, `[offset, end)`. */
  readonly end: number;
  readonly keys: readonly TermKey[];
}

/** A term, or the beginning of terms. */
export interface TermKey {
  readonly key: string;
  readonly isPrefix: boolean;
}

function exactly(offset: number, end: number, key: string): TermProbe {
  return { offset, end, keys: [{ key, isPrefix: false }] };
}

/** The symbols of a word, blanks left out. */
function symbolsOf(word: string): TextSymbol[] {
  const symbols: TextSymbol[] = [];
  for (let at = 0; at < word.length; ) {
    const symbol = symbolAt(word, at);
    if (symbol.kind !== separator) symbols.push(symbol);
    at = symbol.end;
  }
  return symbols;
}

/**
 * The fewest probes that together prove a word stands in a text: found at `place + offset` each, the word
 * stands at `place`. A run at the word's end may go on in the text; a run at its beginning begins there too.
 */
export function probesOfPhrase(word: string): TermProbe[] {
  const symbols = symbolsOf(word);
  const probes: TermProbe[] = [];
  for (let at = 0; at < symbols.length; ) {
    const symbol = symbols[at] as TextSymbol;
    if (symbol.kind !== han) {
      const isLast = at === symbols.length - 1;
      probes.push(probeOfRun(word, symbol, isLast, marksBefore(word, symbol.start)));
      at++;
      continue;
    }
    let end = at;
    while (end < symbols.length && (symbols[end] as TextSymbol).kind === han) end++;
    pushHanRun(probes, word, symbols, at, end);
    at = end;
  }
  return probes;
}

/** Every second pair of a stretch of Chinese, and the last pair when one character is left over. */
function pushHanRun(probes: TermProbe[], word: string, symbols: TextSymbol[], from: number, to: number) {
  const first = symbols[from] as TextSymbol;
  if (to - from === 1) {
    const before = symbols[from - 1];
    const after = symbols[from + 1];
    const character = word.slice(first.start, first.end);
    const mark = before !== undefined ? runMark(before.kind) + character : character;
    const term = before === undefined && after !== undefined ? character + runMark(after.kind) : mark;
    probes.push(exactly(first.start, first.end, term));
    return;
  }
  for (let at = from; at < to; at += 2) {
    const left = symbols[Math.min(at, to - 2)] as TextSymbol;
    const right = symbols[Math.min(at, to - 2) + 1] as TextSymbol;
    probes.push(exactly(left.start, right.end, word.slice(left.start, right.end)));
  }
}

/** What may stand before a run of a query: anything before its first, else what stands there. */
function marksBefore(word: string, start: number): readonly RunMarks[] {
  if (start === 0) return [runMarks, runMarksAfterBlank];
  return [word[start - 1] === ' ' ? runMarksAfterBlank : runMarks];
}

/** A run inside a word must be whole; at its end it may be the beginning of a longer one. */
function probeOfRun(
  word: string,
  symbol: TextSymbol,
  isLast: boolean,
  marks: readonly RunMarks[],
): TermProbe {
  const run = word.slice(symbol.start, Math.min(symbol.end, symbol.start + longestRun));
  const keys = marks.flatMap((mark) =>
    isLast ? keysOfPrefix(run, mark) : [{ key: mark.whole + run, isPrefix: false }],
  );
  return { offset: symbol.start, end: symbol.end, keys };
}

/** The keys that together hold every run that is this one or begins with it. */
function keysOfPrefix(run: string, marks: RunMarks): TermKey[] {
  const reach = prefixLengths.find((length) => length >= run.length);
  const isBetweenLong = reach !== undefined && reach > longestOwnPrefix && reach > run.length;
  if (reach === undefined || (isBetweenLong && !isDigits(run))) {
    return [{ key: marks.whole + run, isPrefix: true }];
  }
  const beginnings = reach > run.length ? nextBeginnings(run, reach, marks) : [exactBeginning(run, marks)];
  if (reach === run.length && reach <= longestOwnPrefix) return beginnings;
  // A run of the length of a long beginning is not its own beginning.
  const shorter = isBetweenLong ? digitsAfter(run).map((longer) => marks.whole + longer) : [];
  return [marks.whole + run, ...shorter].map((key) => ({ key, isPrefix: false })).concat(beginnings);
}

function exactBeginning(run: string, marks: RunMarks): TermKey {
  return { key: prefixKey(marks.prefix, run.length, run), isPrefix: false };
}

/** Beginnings one unit longer: of digits there are ten, so nothing needs to be looked for. */
function nextBeginnings(run: string, reach: number, marks: RunMarks): TermKey[] {
  if (!isDigits(run)) return [{ key: prefixKey(marks.prefix, reach, run), isPrefix: true }];
  return digitsAfter(run).map((longer) => exactBeginning(longer, marks));
}

function isDigits(run: string): boolean {
  return classInNormalised(run.charCodeAt(0)) === digit;
}

function digitsAfter(run: string): string[] {
  return Array.from('0123456789', (one) => run + one);
}

/** Every pair and run of a word on its own, for finding records that hold its parts in another order. */
export function probesOfParts(word: string): TermProbe[] {
  const symbols = symbolsOf(word);
  const probes: TermProbe[] = [];
  symbols.forEach((symbol, at) => {
    const next = symbols[at + 1];
    if (symbol.kind !== han) probes.push(probeOfRun(word, symbol, true, [runMarks, runMarksAfterBlank]));
    else if (next?.kind === han)
      probes.push(exactly(symbol.start, next.end, word.slice(symbol.start, next.end)));
    else if (symbols[at - 1]?.kind !== han) {
      probes.push(exactly(symbol.start, symbol.end, word.slice(symbol.start, symbol.end)));
    }
  });
  return probes;
}

/** Whether a word may be found at `place` of a normalised text: not in the middle of a run it begins with. */
export function isWordStart(text: string, place: number): boolean {
  if (place === 0) return true;
  const kind = classInNormalised(text.charCodeAt(place));
  return kind === han || kind === separator || classInNormalised(text.charCodeAt(place - 1)) !== kind;
}

/** Where a normalised word stands in a normalised text from `from` on, or -1. */
export function findWord(text: string, word: string, from = 0): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return -1;
}
