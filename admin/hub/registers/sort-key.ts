// Where a cell stands among the others of its column: numbers and days as such, Chinese words by their sound.
import type { RegisterColumn } from '#shared/catalogue/register.ts';
import { inUnit, parseAmount } from '#shared/registers/parse-amount.ts';
import { createSpeller } from '../publish/speller.ts';

export type SortKind = 'number' | 'date' | 'text';

/** A place in the order: empty cells come last, whichever way the others are listed. */
export interface SortKey {
  readonly isEmpty: boolean;
  readonly key: string | number;
}

export function sortKindOf({ type }: RegisterColumn): SortKind {
  if (type === 'number' || type === 'money') return 'number';
  return type === 'date' ? 'date' : 'text';
}

/** The same text has the same key at all times, so a page is carried on from the row before it. */
export function sortKeyOf(kind: SortKind, cell: string | undefined): SortKey {
  const text = (cell ?? '').trim();
  if (text === '') return { isEmpty: true, key: '' };
  if (kind === 'number') return { isEmpty: false, key: amountOf(text) ?? text };
  // 长期 ends after every day.
  if (kind === 'date') return { isEmpty: false, key: /^\d{4}/u.test(text) ? text : `9999${text}` };
  return { isEmpty: false, key: soundOf(text) };
}

/** As the store compares them: numbers before words. */
export function compareKeys(a: SortKey, b: SortKey): number {
  if (a.isEmpty !== b.isEmpty) return a.isEmpty ? 1 : -1;
  if (typeof a.key !== typeof b.key) return typeof a.key === 'number' ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function amountOf(text: string): number | null {
  const { amount } = parseAmount(text);
  if (amount === null) return null;
  return Number((amount.unit === null ? null : inUnit(amount, '元')) ?? amount.digits);
}

/** Words alike in so many characters stand in the order they came in. */
const comparedCharacters = 24;
const longestNumber = 12;
const parting = '\u0001';
const speller = createSpeller();
const sounds = new Map<string, string>();

/** 张 before 章, zhan before zhang, 第2号 before 第10号. */
function soundOf(text: string): string {
  const plain = [...text.normalize('NFKC').toLowerCase()].slice(0, comparedCharacters).join('');
  return plain
    .replace(/\d+/gu, (digits) => digits.padStart(longestNumber, '0'))
    .replace(/[\u3400-\u9fff\u3007]/gu, (character) => {
      const known = sounds.get(character) ?? spell(character);
      sounds.set(character, known);
      return known;
    });
}

function spell(character: string): string {
  const [[first = '~'] = []] = speller.spell(character);
  return `${first}${parting}${character}`;
}
