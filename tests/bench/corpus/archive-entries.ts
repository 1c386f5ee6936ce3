// Entries of an archive's catalogue from 1950 to 2020, composed by seed: what the corpus is filled up with.

import type { Validity } from '#shared/catalogue/record.ts';
import { composeTitle } from './archive-titles.ts';
import { archiveOffices } from './archive-words.ts';
import type { Draft } from './draft.ts';
import { Chance } from './random.ts';

/** Files of a volume, and volumes of a list, as archives number them. */
const filesPerVolume = 40;
const volumesPerList = 9_999;

/** Brackets of the year in a document number, as they were written. */
const brackets = ['〔〕', '〔〕', '〔〕', '〔〕', '〔〕', '〔〕', '〔〕', '[]', '（）', '【】'] as const;

/** The entry with this number, counting from 0. It depends on nothing else, so any of them can be made alone. */
export function archiveEntry(number: number, seed: number): Draft {
  const chance = new Chance(`${seed}/archive/${number}`);
  const [office, mark] = chance.pickSkewed(archiveOffices);
  const year = chance.between(1950, 2020);
  const { title, genre, topic } = composeTitle(chance, office, year);
  const isTold = genre === '通知' || genre === '通报';
  return {
    kind: isTold && chance.isLikely(0.5) ? 'notice' : 'document',
    title,
    agencyName: office,
    docNo: chance.isLikely(0.85) ? docNumber(chance, mark, year) : null,
    indexNo: indexNumber(number, archiveOffices.findIndex(([name]) => name === office) + 1),
    date: dateIn(chance, year),
    topic,
    genre,
    nodeId: 'n-archive',
    validity: validityOf(chance, year),
  };
}

function docNumber(chance: Chance, mark: string, year: number): string {
  const [open = '', close = ''] = chance.pick(brackets);
  const kind = chance.pickSkewed(['发', '字', '函', '通', '']);
  return `${mark}${kind}${open}${year}${close}${1 + Math.floor(chance.next() * chance.next() * 320)}号`;
}

/** Fonds, list, volume, file: `J023-002-0145-017`. */
function indexNumber(number: number, fonds: number): string {
  const volume = Math.floor(number / filesPerVolume);
  const list = Math.floor(volume / volumesPerList) + 1;
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return `J${digits(fonds, 3)}-${digits(list, 3)}-${digits((volume % volumesPerList) + 1, 4)}-${digits((number % filesPerVolume) + 1, 3)}`;
}

function dateIn(chance: Chance, year: number): string {
  const days = chance.between(0, 364);
  // Old catalogues often know only the year.
  if (year < 1966 && chance.isLikely(0.3)) return String(year);
  return new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10);
}

function validityOf(chance: Chance, year: number): Validity {
  if (year > 2005) return chance.isLikely(0.8) ? 'in-force' : 'repealed';
  return chance.isLikely(0.6) ? 'unknown' : 'expired';
}
