// Says how Chinese text is read: for every character the syllables it may be, the likeliest in its context first.
import { pinyin } from 'pinyin-pro';
import { simplifyText } from '#shared/search/simplified.ts';
import type { Speller } from '#shared/search/speller.ts';
import { isSyllable } from '#shared/search/syllables.ts';
import { livingReadings } from './polyphones.ts';

const mostReadings = 3;
/**
 * A polyphone is read in its neighbourhood instead of its whole text: one character before and two after decide
 * as well (5 differences in 165,000, four of them for the better), and neighbourhoods repeat where titles do not.
 */
const before = 1;
const after = 2;
/** Neighbourhoods kept: some 30 MB. An archive at its largest has more, but most of those are met once. */
const mostRemembered = 200_000;

/** `segmentit: 3` takes the fewest words: cutting from the end reads 调查处理 as 调 and 查处. */
const toneless = { toneType: 'none', type: 'array', v: true, toneSandhi: false, segmentit: 3 } as const;
const none: readonly string[] = [];

const isHan = (code: number) => (code >= 0x3400 && code <= 0x9fff) || code === 0x3007;

/** What is known of a character by itself. */
interface Character {
  /** The readings in the order of the dictionary; the first stands when no word says otherwise. */
  readonly readings: readonly string[];
  readonly isPolyphone: boolean;
  /** The lists handed out, by the reading that comes first. */
  readonly orders: Map<string, readonly string[]>;
}

export function createSpeller(): Speller {
  return new CachingSpeller();
}

class CachingSpeller implements Speller {
  readonly #characters = new Map<string, Character>();
  readonly #remembered = new Map<string, readonly string[]>();

  spell(text: string): readonly (readonly string[])[] {
    const plain = simplifyText(text);
    const spelt: (readonly string[])[] = [];
    for (let at = 0; at < plain.length; at++) {
      if (!isHan(plain.charCodeAt(at))) {
        spelt.push(none);
        continue;
      }
      const character = this.#character(plain.charAt(at));
      spelt.push(character.isPolyphone ? this.#inContext(plain, at, character) : character.readings);
    }
    return spelt;
  }

  #character(character: string): Character {
    const known = this.#characters.get(character);
    if (known !== undefined) return known;
    const dictionary = pinyin(character, { ...toneless, multiple: true }).filter(isSyllable);
    const living = livingReadings.get(character) ?? dictionary.slice(0, 1);
    const met = {
      readings: living.slice(0, mostReadings),
      isPolyphone: new Set([...dictionary, ...living]).size > 1,
      orders: new Map(),
    };
    this.#characters.set(character, met);
    return met;
  }

  #inContext(text: string, at: number, character: Character): readonly string[] {
    let start = at;
    while (start > at - before && start > 0 && isHan(text.charCodeAt(start - 1))) start--;
    let end = at + 1;
    while (end < at + 1 + after && end < text.length && isHan(text.charCodeAt(end))) end++;
    const around = text.slice(start, end);
    const key = start === at ? around : `-${around}`;
    const remembered = this.#remembered.get(key);
    if (remembered !== undefined) return remembered;
    const read = pinyin(around, toneless)[at - start] ?? '';
    const readings = orderOf(character, read);
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    this.#remembered.set(key, readings);
    return readings;
  }
}

/** The readings of a character, the one its context asks for first. */
function orderOf(character: Character, first: string): readonly string[] {
  if (!isSyllable(first) || character.readings[0] === first) return character.readings;
  const known = character.orders.get(first);
  if (known !== undefined) return known;
  const order = [first, ...character.readings.filter((reading) => reading !== first)].slice(0, mostReadings);
  character.orders.set(first, order);
  return order;
}
