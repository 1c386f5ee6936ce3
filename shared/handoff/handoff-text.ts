// What a phone needs of a record when it can open no page: title, numbers, place, window, hours, what to bring.
import type { GuideDetails, GuideFee, GuideMaterial, GuidePlace } from '../catalogue/details.ts';
import { guideFees } from '../catalogue/guide-parts.ts';
import { basisItems } from '../catalogue/legal-basis.ts';
import type { CatalogueRecord } from '../catalogue/record.ts';
import type { ShownColumn } from '../catalogue/register.ts';
import type { Agency, VenueProfile } from '../catalogue/venue.ts';
import { type NamedCell, namedCells, rankingLines } from '../registers/entry-lines.ts';
import { formatHandoff } from './codes.ts';

/** The words before each line, in the visitor's language. */
export interface HandoffLabels {
  readonly docNo: string;
  readonly agency: string;
  readonly date: string;
  readonly validity: string;
  /** How a record that has ended is called, by its validity. */
  readonly ended: Readonly<Partial<Record<CatalogueRecord['validity'], string>>>;
  readonly period: string;
  readonly contact: string;
  readonly objection: string;
  readonly place: string;
  readonly window: string;
  readonly hours: string;
  readonly phone: string;
  readonly materials: string;
  readonly optional: string;
  readonly limit: string;
  readonly fee: string;
  readonly conditions: string;
  readonly steps: string;
  readonly basis: string;
  readonly questions: string;
  readonly summary: string;
  /** The register an entry is of. */
  readonly register: string;
  /** What a register's figures are about. */
  readonly figuresPeriod: string;
  /** How many entries a register holds. */
  readonly entries: string;
  readonly ranking: string;
  /** What readers of a register's figures should know. */
  readonly notes: string;
  readonly code: string;
  /** Between a label and what it stands for: `：` or `: `. */
  readonly colon: string;
}

/** Where people go and whom they call: the guide's own counter first, then the agency, then the hall itself. */
export interface HandoffOffice {
  readonly place: string | null;
  readonly window: string | null;
  readonly hours: string | null;
  readonly phone: string | null;
}

export function handoffOffice(
  record: CatalogueRecord,
  agency: Agency | null,
  venue: VenueProfile | null,
): HandoffOffice {
  const guide = guideOf(record);
  const place = guide?.address ?? agency?.address ?? venue?.address ?? null;
  return {
    place,
    window: guide?.window ?? null,
    hours: guide?.hours ?? agency?.hours ?? venue?.hours ?? null,
    phone: guide?.phone ?? agency?.phone ?? venue?.phone ?? null,
  };
}

const inOneLine = (...words: readonly (string | null)[]) => words.filter(Boolean).join(' ');
const feeWords = ({ item, standard, basis }: GuideFee) => inOneLine(item, standard, basis);
const placeWords = ({ name, address, window, hours, phone }: GuidePlace) =>
  inOneLine(name, address, window, hours, phone);

const guideOf = ({ details }: CatalogueRecord): GuideDetails | null =>
  details?.type === 'guide' ? details : null;

type Line = string | null;

const labelled = (label: string, value: string | null, colon: string): Line =>
  value === null || value.trim() === '' ? null : `${label}${colon}${value.replace(/\s*\n\s*/g, ' ').trim()}`;

const present = (lines: readonly Line[]) => lines.filter((line): line is string => line !== null);

/** Of an entry's cells so many are essential, each so long. */
const essentialCells = 8;
const longestEssential = 60;
/** Places of a ranking that are told. */
const toldPlaces = 10;

/**
 * The essentials, a line each; lines without content are left out. The hand-off code closes it.
 * @param columns of the register, for an entry; without them its cells are told without names
 */
export function essentialLines(
  record: CatalogueRecord,
  office: HandoffOffice,
  labels: HandoffLabels,
  columns: readonly ShownColumn[] = [],
): string[] {
  const { colon } = labels;
  const line = (label: string, value: string | null) => labelled(label, value, colon);
  return present([
    record.title,
    line(labels.validity, labels.ended[record.validity] ?? null),
    ...(isEntry(record) ? [] : [line(labels.docNo, record.docNo)]),
    line(labels.agency, record.agencyName),
    ...(isEntry(record) ? [] : [line(labels.date, record.date)]),
    ...noticeLines(record, labels),
    ...registerLines(record, labels),
    ...essentialCellsOf(record, columns).map((cell) => cellLine(cell, labels)),
    line(labels.place, office.place),
    line(labels.window, office.window),
    line(labels.hours, office.hours),
    line(labels.phone, office.phone),
    ...materialLines(guideOf(record)?.materials ?? [], labels),
    line(labels.code, formatHandoff(record.code, record.version)),
  ]);
}

/** Everything the record says of itself but its body: the essentials, then conditions, steps, basis, questions. */
export function wholeLines(
  record: CatalogueRecord,
  office: HandoffOffice,
  labels: HandoffLabels,
  columns: readonly ShownColumn[] = [],
): string[] {
  const guide = guideOf(record);
  return present([
    ...essentialLines(record, office, labels, columns),
    // An entry's summary is its first cells.
    isEntry(record) ? null : labelled(labels.summary, record.summary, labels.colon),
    ...otherCellsOf(record, columns).map((cell) => cellLine(cell, labels)),
    ...numbered(
      labels.ranking,
      record.details?.type === 'register' ? rankingLines(record.details, toldPlaces) : [],
      labels.colon,
    ),
    labelled(labels.limit, guide?.promisedLimit ?? guide?.statutoryLimit ?? null, labels.colon),
    labelled(labels.fee, guide?.fee ?? null, labels.colon),
    ...numbered(labels.fee, guide === null ? [] : guideFees(guide).map(feeWords), labels.colon),
    ...numbered(labels.place, (guide?.places ?? []).map(placeWords), labels.colon),
    ...numbered(labels.conditions, guide?.conditions ?? [], labels.colon),
    ...numbered(labels.steps, (guide?.steps ?? []).map(stepWords), labels.colon),
    ...numbered(
      labels.basis,
      guide === null ? [] : basisItems(guide).map(({ words }) => words),
      labels.colon,
    ),
    ...numbered(labels.questions, (guide?.questions ?? []).map(questionWords), labels.colon),
  ]);
}

function noticeLines({ details }: CatalogueRecord, labels: HandoffLabels): Line[] {
  if (details?.type !== 'notice') return [];
  const days = [details.startsOn, details.endsOn].filter((day) => day !== null);
  return [
    labelled(labels.period, days.length === 0 ? null : days.join(' — '), labels.colon),
    labelled(labels.objection, details.objection ?? null, labels.colon),
    labelled(labels.contact, details.contact, labels.colon),
  ];
}

const isEntry = ({ details }: CatalogueRecord) => details?.type === 'entry';

/** Where an entry is from, or what a register holds and what its readers should know. */
function registerLines({ details }: CatalogueRecord, labels: HandoffLabels): Line[] {
  const { colon } = labels;
  if (details?.type === 'entry') return [labelled(labels.register, details.registerTitle, colon)];
  if (details?.type !== 'register') return [];
  const faults = details.notes.filter(({ isFault }) => isFault);
  return [
    labelled(labels.figuresPeriod, details.period, colon),
    labelled(labels.entries, details.entries.toLocaleString('en-US'), colon),
    ...faults.map(({ text }) => labelled(labels.notes, text, colon)),
  ];
}

function cellsOf({ details, title }: CatalogueRecord, columns: readonly ShownColumn[]): NamedCell[] {
  return details?.type === 'entry' ? namedCells(details, columns, title) : [];
}

const isShort = ({ value }: NamedCell) => value.length <= longestEssential;

function essentialCellsOf(record: CatalogueRecord, columns: readonly ShownColumn[]): NamedCell[] {
  return cellsOf(record, columns).filter(isShort).slice(0, essentialCells);
}

/** What is too long for the essentials, or comes after them. */
function otherCellsOf(record: CatalogueRecord, columns: readonly ShownColumn[]): NamedCell[] {
  const essential = new Set(essentialCellsOf(record, columns).map(({ value }) => value));
  return cellsOf(record, columns).filter(({ value }) => !essential.has(value));
}

function cellLine({ name, value }: NamedCell, { colon }: HandoffLabels): Line {
  return name === null ? value : labelled(name, value, colon);
}

function materialLines(materials: readonly GuideMaterial[], labels: HandoffLabels): string[] {
  const words = materials.map(({ name, form, copies, required }) => {
    const notes = [form, copies, required ? null : labels.optional].filter((note) => note);
    return notes.length === 0 ? name : `${name}（${notes.join('，')}）`;
  });
  return numbered(labels.materials, words, labels.colon);
}

function numbered(label: string, items: readonly string[], colon: string): string[] {
  if (items.length === 0) return [];
  const lines = items.map((item, at) => `${at + 1}. ${item.replace(/\s*\n\s*/g, ' ').trim()}`);
  return [`${label}${colon}`.trimEnd(), ...lines];
}

const stepWords = ({ name, person, limit, result }: GuideDetails['steps'][number]) =>
  [name, person, limit, result].filter((word) => word).join(' · ');

const questionWords = ({ question, answer }: GuideDetails['questions'][number]) => `${question} ${answer}`;

/** A list to take home: a heading, then each record with its numbers, its office and its code. */
export function listLines(
  heading: string,
  entries: readonly { readonly record: CatalogueRecord; readonly office: HandoffOffice }[],
  labels: HandoffLabels,
): string[] {
  const lines = entries.flatMap(({ record, office }, at) => {
    const facts = [record.docNo, record.agencyName].filter((word) => word);
    const where = [office.place, office.window, office.phone].filter((word) => word);
    return present([
      `${at + 1}. ${record.title}`,
      facts.length === 0 ? null : facts.join(' · '),
      where.length === 0 ? null : where.join(' · '),
      labelled(labels.code, formatHandoff(record.code, record.version), labels.colon),
    ]);
  });
  return [heading, ...lines];
}
