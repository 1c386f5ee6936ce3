// Questions as visitors ask them, by seed from the corpus itself, each with its kind.
import { Chance } from '../corpus/random.ts';
import type { Sample, Samples } from '../corpus/samples.ts';
import { leadingHan, loadInitials } from './spell-initials.ts';

export const queryKinds = ['two', 'short', 'words', 'number', 'initials', 'none'] as const;
export type QueryKind = (typeof queryKinds)[number];

/** What the kinds are called in reports. */
export const queryKindNames: Readonly<Record<QueryKind, string>> = {
  two: '2 characters',
  short: '3–4 characters',
  words: 'several words',
  number: 'document and index numbers',
  initials: 'pinyin initials',
  none: 'nothing found',
};

export interface BenchQuery {
  readonly kind: QueryKind;
  readonly text: string;
}

/** Characters real titles hold, in an order no title has. */
const strangers = [...'鲼氩垄跻蘸黉瓯缂蓐骈喙闩诌邋齑踽硼鸩舁孀枇榉钹醪囹'];

type Maker = (chance: Chance, sample: Sample, initials: (text: string) => string) => string | null;

const makers: Readonly<Record<QueryKind, Maker>> = {
  two: (chance, { title }) => pieceOf(chance, title, 2),
  short: (chance, { title }) => pieceOf(chance, title, chance.between(3, 4)),
  words: (chance, sample) => (chance.isLikely(0.5) ? twoWords(chance, sample.title) : nameAndPlace(sample)),
  number: (chance, sample) => partOfNumber(chance, sample),
  initials: (chance, { title }, initials) => {
    const start = leadingHan(title, chance.between(3, 6));
    return start === null ? null : initials(start);
  },
  none: (chance, { title, agencyName }) => {
    const piece = pieceOf(chance, title, 2);
    if (piece === null) return null;
    if (chance.isLikely(0.5)) return chance.pick(strangers) + piece + chance.pick(strangers);
    // Ordinary characters in an order no text has: what every index has to work for.
    const other = pieceOf(chance, agencyName, 2);
    return other === null ? null : [...(piece + other)].reverse().join('');
  },
};

/** Questions of each kind in a set. */
const perKind = 50;

/** A set of 300 questions, as many of each kind, in a mixed order; there are as many sets as are asked for, by number. */
export async function makeQueries(samples: Samples, seed: number, set = 0): Promise<BenchQuery[]> {
  const initials = await loadInitials();
  const chance = new Chance(set === 0 ? `${seed}/queries` : `${seed}/queries/${set}`);
  const queries: BenchQuery[] = [];
  for (const kind of queryKinds) {
    const texts = new Set<string>();
    for (let tries = 0; texts.size < perKind && tries < 100 * perKind; tries++) {
      const text = makers[kind](chance, chance.pick(samples.mixed), initials);
      if (text !== null) texts.add(text);
    }
    for (const text of texts) queries.push({ kind, text });
  }
  return chance.shuffle(queries);
}

/** Some neighbouring Chinese characters of a text. */
export function pieceOf(chance: Chance, text: string, length: number): string | null {
  const start = chance.between(0, Math.max(0, text.length - length));
  const piece = text.slice(start, start + length);
  return new RegExp(`^\\p{Script=Han}{${length}}$`, 'u').test(piece) ? piece : null;
}

/** Two words of a title that do not touch, in their order. */
export function twoWords(chance: Chance, title: string): string | null {
  const middle = title.length >> 1;
  const first = pieceOf(chance, title.slice(0, middle), chance.between(2, 3));
  const second = pieceOf(chance, title.slice(middle), chance.between(2, 3));
  return first === null || second === null ? null : `${first} ${second}`;
}

/** The name of a village or company and the county it lies in: 清泉村 隆德县. */
export function nameAndPlace({ part, title, agencyName }: Sample): string | null {
  const county = /^(.{2,12}?)(?:民政局|市场监督管理局)$/.exec(agencyName)?.[1];
  if (county === undefined) return null;
  return `${part === 'village' ? bareVillage(title) : title.trim()} ${county}`;
}

/** A village's name without the words for its committee. */
export function bareVillage(title: string): string {
  const bare = title.replace(/(村民委员会|社区居民委员会|社区居委会|居民委员会|村委会|居委会)$/, '');
  return bare.length >= 2 ? bare : title;
}

function partOfNumber(chance: Chance, { docNo, indexNo }: Sample): string | null {
  // Most records have no document number, yet that is what visitors know.
  if (docNo === null && chance.isLikely(0.6)) return null;
  const number = docNo !== null && chance.isLikely(0.7) ? docNo : indexNo;
  if (number === null || number === '') return null;
  if (chance.isLikely(0.4)) return number;
  if (number === docNo) {
    const [mark = '', year, end = ''] = docNo.split(/[〔〕[\]（）【】]/);
    // 国务院令第596号
    if (year === undefined) return /第?\d+号?$/.exec(docNo)?.[0] ?? docNo;
    return chance.pick([`${mark}〔${year}〕`, `${year}${end}`, `〔${year}〕${end}`, `${mark}${year}`]);
  }
  const parts = number.split('-');
  if (parts.length > 2) return parts.slice(0, chance.between(2, parts.length - 1)).join('-');
  return number.slice(0, chance.between(4, Math.max(4, number.length - 1)));
}
