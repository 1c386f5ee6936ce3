// What of a record can be searched, field by field, as normalised text.
import type { RecordDetails } from '../catalogue/details.ts';
import { guideFees } from '../catalogue/guide-parts.ts';
import { lawWords } from '../catalogue/legal-basis.ts';
import type { CatalogueRecord } from '../catalogue/record.ts';
import { fieldLetters, idMarks } from './format.ts';
import { normalisedText } from './normalise.ts';
import { foldNumerals } from './numerals.ts';

/** Normalised pieces of one field; a phrase never reaches from one piece into the next. */
export interface FieldText {
  readonly letter: string;
  readonly pieces: readonly string[];
}

/**
 * Document numbers are kept as written and, where Chinese numerals occur, with digits as well. Numerals are read
 * before brackets go, which keep the year from the number: 〔二〇二四〕七号.
 */
export function docNoPieces(docNo: string): string[] {
  const plain = normalisedText(docNo);
  const counted = normalisedText(foldNumerals(docNo));
  return counted === plain ? [plain] : [counted, plain];
}

/** The key of a record's agency: an agency that was renamed has one for each name. */
export function agencyKey(id: string, name: string): string {
  return `${idMarks.agency}${id}\u0000${name}`;
}

/** The header fields of a record; its body is not among them. */
export function headerFields(record: CatalogueRecord): FieldText[] {
  const { title, summary, docNo, index } = fieldLetters;
  return [
    { letter: index, pieces: record.indexNo === null ? [] : [normalisedText(record.indexNo)] },
    { letter: docNo, pieces: record.docNo === null ? [] : docNoPieces(record.docNo) },
    { letter: summary, pieces: summaryTexts(record).map((text) => normalisedText(text)) },
    { letter: title, pieces: [normalisedText(record.title)] },
  ];
}

/** The texts of the field `summary`, as written: summary, keywords, topic, genre and what only the kind has. */
export function summaryTexts(record: CatalogueRecord): string[] {
  const texts = [record.summary, ...record.keywords, record.topic ?? '', record.genre ?? ''];
  if (record.details !== null) texts.push(...detailTexts(record.details));
  return texts.filter((text) => text !== '');
}

/**
 * The texts a snippet may be cut from, best first. Keywords stand together, since one alone says nothing; the
 * path of a matter is left out, since lists show it whole.
 */
export function passagesOf(record: CatalogueRecord): string[] {
  const { details, keywords, summary } = record;
  const path = details?.type === 'matter' ? new Set([details.field, ...details.levels]) : new Set();
  const texts = details === null ? [] : detailTexts(details).filter((text) => !path.has(text));
  return [summary, ...texts, keywords.join('、')].filter((text) => text !== '');
}

function detailTexts(details: RecordDetails): string[] {
  switch (details.type) {
    case 'matter':
      return present([
        details.field,
        ...details.levels,
        details.elements,
        details.basis,
        details.responsible,
        details.audienceNote,
        ...details.otherChannels,
      ]);
    case 'guide':
      return present([
        details.itemType,
        details.itemCode,
        details.audience,
        details.address,
        details.window,
        details.phone,
        details.fee,
        details.result,
        ...details.conditions,
        ...details.materials.map((material) => material.name),
        ...details.steps.map((step) => step.name),
        ...details.basis,
        ...details.questions.flatMap((one) => [one.question, one.answer]),
        ...(details.subjects ?? []),
        details.group ?? null,
        ...(details.places ?? []).flatMap(({ name, address, window }) => [name, address, window]),
        ...guideFees(details).map(({ item }) => item),
        ...(details.laws ?? []).map(lawWords),
      ]);
    case 'notice':
      return present([details.contact]);
    case 'register':
      return present([details.period, ...details.columns.map(({ title }) => title)]);
    case 'entry':
      return present([details.registerTitle, ...details.cells.map(([, text]) => text)]);
    case 'page':
      return [];
  }
}

function present(texts: readonly (string | null)[]): string[] {
  return texts.filter((text) => text !== null && text !== '') as string[];
}
