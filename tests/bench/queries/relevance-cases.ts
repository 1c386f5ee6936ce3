// Questions whose answer is known, by seed from real titles: what visitors type and the record they mean.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { PreparedCorpus } from '../corpus/prepare-corpus.ts';
import { Chance } from '../corpus/random.ts';
import type { Sample } from '../corpus/samples.ts';
import { bareVillage } from './queries.ts';
import { leadingHan, loadInitials } from './spell-initials.ts';

export const relevanceTests = [
  { name: 'full title', top: 1, goal: 99 },
  { name: 'three rare characters', top: 10, goal: 98 },
  { name: 'pinyin initials of six', top: 10, goal: 90 },
  { name: 'pinyin initials of six, within the kind', top: 10, goal: 97 },
  { name: 'one wrong character', top: 10, goal: 90 },
  { name: 'two words in the wrong order', top: 10, goal: 95 },
  { name: 'village and county', top: 3, goal: 98 },
  { name: 'village and town', top: 3, goal: 98 },
  { name: 'company and county', top: 3, goal: 98 },
] as const;
export type RelevanceTest = (typeof relevanceTests)[number]['name'];

export interface RelevanceCase {
  readonly test: RelevanceTest;
  readonly text: string;
  readonly sample: Sample;
  /** Ask within the kind of the record only. */
  readonly isNarrowed: boolean;
}

/** Initials of how many characters are typed. */
const speltLength = 6;
/** Titles in fewer than so many records make three characters rare. */
const rareBelow = 10;
const pieceLength = 3;

/** Characters put in for right ones: common in titles, so that the wrong word looks like a word. */
const wrongCharacters = [...'市规理管定法工政水行民生建设业人会保发地'];

/** About `count` cases for every test. */
export async function makeCases(corpus: PreparedCorpus, count: number): Promise<RelevanceCase[]> {
  const chance = new Chance(`${corpus.seed}/relevance`);
  const named = corpus.samples.named.filter(({ title }) => title.length >= 4);
  const initials = await loadInitials();
  const cases: RelevanceCase[] = [];
  const add = (
    test: RelevanceTest,
    samples: readonly Sample[],
    textOf: (sample: Sample) => string | null,
    isNarrowed = false,
  ) => {
    let made = 0;
    for (const sample of samples) {
      const text = made < count ? textOf(sample) : null;
      if (text === null) continue;
      cases.push({ test, text, sample, isNarrowed });
      made++;
    }
  };
  const spelt = ({ title }: Sample) => {
    const start = speltStart(title);
    return start === null ? null : initials(start);
  };
  add('full title', named, ({ title }) => title);
  const rare = await findRarePieces(corpus.linesPath, named.slice(0, count * 2), chance);
  add('three rare characters', named, ({ id }) => rare.get(id) ?? null);
  add('pinyin initials of six', named, spelt);
  add('pinyin initials of six, within the kind', named, spelt, true);
  add('one wrong character', named, ({ title }) => spoil(chance, title));
  add('two words in the wrong order', named, ({ title }) => swapWords(chance, title));
  const { villages, companies } = corpus.samples;
  add('village and county', villages, (sample) => withPlace(sample, countyOf(sample)));
  add('village and town', villages, (sample) => withPlace(sample, townOf(sample)));
  add('company and county', companies, (sample) => withPlace(sample, countyOf(sample)));
  return cases;
}

/** The characters a title is asked by the initials of. */
function speltStart(title: string): string | null {
  const start = leadingHan(title, speltLength);
  return start !== null && title.startsWith(start) ? start : null;
}

/**
 * The share of `asked` that can be expected among the first `top` for the initials of their beginning, whoever ranks: of all
 * the `named` titles that begin with the same characters no more than `top` are shown, and none is likelier to be meant.
 */
export function mostFoundByInitials(named: readonly Sample[], asked: readonly Sample[], top: number): number {
  const titles = new Map<string | null, Set<string>>();
  for (const { title } of named) {
    const start = speltStart(title);
    titles.set(start, (titles.get(start) ?? new Set()).add(title));
  }
  const shares = asked.map(({ title }) => Math.min(1, top / (titles.get(speltStart(title))?.size ?? 1)));
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** For each sample three neighbouring characters of its title that few titles have, when there are such. */
async function findRarePieces(
  linesPath: string,
  samples: readonly Sample[],
  chance: Chance,
): Promise<Map<string, string>> {
  const titles = new Map<string, number>();
  for (const { title } of samples) for (const piece of piecesOf(title)) titles.set(piece, 0);
  for await (const line of createInterface({ input: createReadStream(linesPath) })) {
    for (const piece of piecesOf(line.slice(0, line.indexOf('\t')))) {
      const seen = titles.get(piece);
      if (seen !== undefined) titles.set(piece, seen + 1);
    }
  }
  const rare = new Map<string, string>();
  for (const { id, title } of samples) {
    const pieces = [...piecesOf(title)].filter((piece) => (titles.get(piece) ?? 0) < rareBelow);
    if (pieces.length > 0) rare.set(id, chance.pick(pieces));
  }
  return rare;
}

/** Every run of three Chinese characters once. */
function piecesOf(title: string): Set<string> {
  const pieces = new Set<string>();
  for (let start = 0; start + pieceLength <= title.length; start++) {
    const piece = title.slice(start, start + pieceLength);
    if (/^\p{Script=Han}+$/u.test(piece)) pieces.add(piece);
  }
  return pieces;
}

/** The title, cut to what people type, with one character replaced. */
function spoil(chance: Chance, title: string): string | null {
  if (title.length < 6 || !/^\p{Script=Han}+$/u.test(title)) return null;
  const at = chance.between(0, title.length - 1);
  const wrong = chance.pick(wrongCharacters.filter((character) => character !== title[at]));
  return title.slice(0, at) + wrong + title.slice(at + 1);
}

/** What stands before and after some place of a title, the later word first. */
function swapWords(chance: Chance, title: string): string | null {
  if (title.length < 6 || !/^\p{Script=Han}+$/u.test(title)) return null;
  const cut = chance.between(2, title.length - 2);
  const first = title.slice(0, cut).slice(-8);
  const second = title.slice(cut).slice(0, 8);
  return `${second} ${first}`;
}

const countyOf = ({ agencyName }: Sample) => /^(.+?)(?:民政局|市场监督管理局)$/.exec(agencyName)?.[1] ?? null;

const townOf = ({ summary, agencyName }: Sample) => {
  const county = agencyName.replace('民政局', '');
  const town = summary.slice(summary.lastIndexOf(county) + county.length);
  return town === '' ? null : town;
};

function withPlace(sample: Sample, place: string | null): string | null {
  if (place === null) return null;
  return `${sample.part === 'village' ? bareVillage(sample.title) : sample.title} ${place}`;
}
