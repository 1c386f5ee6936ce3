// What stands on a convenience card: the few facts of a record one needs on the way and at the window.
import type { GuideDetails, MatterDetails, NoticeDetails } from '#shared/catalogue/details.ts';
import { guideFees } from '#shared/catalogue/guide-parts.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { EntryDetails, RegisterDetails, ShownColumn } from '#shared/catalogue/register.ts';
import { namedCells, rankingLines } from '#shared/registers/entry-lines.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { formatCount, formatDate, formatDay } from '../i18n/format.ts';
import { language, t } from '../i18n/translate.ts';
import { validityWords } from './validity-badge.tsx';

export interface CardFact {
  readonly name: string;
  readonly value: string;
}

export interface CardList {
  readonly title: string;
  /** Boxes to tick, numbers, or plain lines. */
  readonly kind: 'ticks' | 'steps' | 'lines';
  readonly lines: readonly string[];
}

export interface CardContent {
  readonly facts: readonly CardFact[];
  readonly lists: readonly CardList[];
}

/** A card is short: of conditions and steps so many, each so long; of papers to bring all. */
const mostLines = 6;
const longestLine = 80;
/** Of an entry's cells the card has so many. */
const mostCells = 12;
const mostPlaces = 10;

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
}

function facts(...pairs: readonly (readonly [name: string, value: string | null | undefined])[]): CardFact[] {
  return pairs.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function list(title: string, kind: CardList['kind'], lines: readonly string[]): CardList[] {
  return lines.length === 0 ? [] : [{ title, kind, lines }];
}

/** The words on fees, else what each fee is for and at which rate. */
function feeWords(details: GuideDetails): string | null {
  const listed = guideFees(details).map(({ item, standard }) => `${item} ${standard ?? ''}`.trim());
  const words = details.fee ?? listed.join('；');
  return words === '' ? null : cut(words);
}

function guideContent(details: GuideDetails): CardContent {
  const { conditions, materials, steps, visits } = details;
  const visitWords =
    visits === null ? null : visits === 0 ? t('guide.visitsNone') : t('guide.visitsCount', { count: visits });
  const papers = materials.map(({ name, form, copies, required }) => {
    const notes = [form, copies, required ? null : t('guide.optional')].filter(Boolean).join('，');
    return notes === '' ? name : `${name}（${notes}）`;
  });
  return {
    facts: facts(
      [t('guide.address'), details.address],
      [t('guide.window'), details.window],
      [t('guide.hours'), details.hours],
      [t('guide.phone'), details.phone],
      [t('guide.fee'), feeWords(details)],
      [t('guide.promisedLimit'), details.promisedLimit ?? details.statutoryLimit],
      [t('guide.visits'), visitWords],
      [t('guide.complaintPhone'), details.complaintPhone],
    ),
    lists: [
      ...list(t('guide.materials'), 'ticks', papers),
      ...list(t('guide.conditions'), 'lines', conditions.slice(0, mostLines).map(cut)),
      ...list(
        t('guide.steps'),
        'steps',
        steps.slice(0, mostLines).map(({ name }) => cut(name)),
      ),
    ],
  };
}

function noticeFacts({ startsOn, endsOn, contact, objection = null }: NoticeDetails): CardFact[] {
  const from = startsOn && formatDate(startsOn);
  const to = endsOn && formatDate(endsOn);
  const period = from && to ? t('notice.range', { from, to }) : (from ?? to);
  return facts(
    [t('notice.period'), period],
    [t('notice.objection'), objection],
    [t('notice.contact'), contact],
  );
}

function matterFacts({ elements, basis, deadline }: MatterDetails): CardFact[] {
  return facts(
    [t('matter.elements'), cut(elements)],
    [t('matter.basis'), cut(basis)],
    [t('matter.deadline'), deadline?.text],
  );
}

/** An entry's own cells are its numbers and dates; without its register nothing names them but its summary. */
function entryContent(
  record: CatalogueRecord,
  details: EntryDetails,
  columns: readonly ShownColumn[],
): CardContent {
  const cells = namedCells(details, columns, record.title).filter(({ name }) => name !== null);
  const flows = cells.filter(({ steps }) => steps.length > 0);
  const told = cells.filter((cell) => !flows.includes(cell)).slice(0, mostCells);
  const until = record.shown?.until;
  // A span ends before its last instant: the last day it is shown is that of the instant before.
  const lastDay = until ? formatDay(new Date(new Date(until).getTime() - 1), true) : null;
  return {
    facts: facts(
      [t('handoff.label.register'), details.registerTitle],
      [t('record.summary'), cells.length === 0 ? record.summary : null],
      ...told.map(({ name, value }) => [name ?? '', cut(value)] as const),
      [t('handoff.label.shownUntil'), lastDay],
    ),
    lists: flows.flatMap(({ name, steps }) => list(name ?? '', 'steps', steps.slice(0, mostLines).map(cut))),
  };
}

function registerContent(details: RegisterDetails): CardContent {
  const notes = details.notes.map((note) => cut(language.value === 'en' ? note.textEn : note.text));
  return {
    facts: facts(
      [t('handoff.label.figuresPeriod'), details.period],
      [t('handoff.label.entries'), formatCount(details.entries)],
    ),
    lists: [
      ...list(t('handoff.label.notes'), 'lines', notes.slice(0, mostLines)),
      ...list(t('handoff.label.ranking'), 'steps', rankingLines(details, mostPlaces).map(cut)),
    ],
  };
}

/** What only this kind has. */
function ownContent(record: CatalogueRecord, columns: readonly ShownColumn[]): CardContent {
  const { details } = record;
  switch (details?.type) {
    case 'notice':
      return { facts: noticeFacts(details), lists: [] };
    case 'matter':
      return { facts: matterFacts(details), lists: [] };
    case 'entry':
      return entryContent(record, details, columns);
    case 'register':
      return registerContent(details);
    default:
      return { facts: [], lists: [] };
  }
}

/**
 * The facts of a record, with where its agency is found when the record itself does not say.
 * @param columns of the register, for an entry
 */
export function cardContent(
  record: CatalogueRecord,
  manifest: ReleaseManifest | null,
  columns: readonly ShownColumn[],
): CardContent {
  const { details } = record;
  if (details?.type === 'guide') return guideContent(details);
  const agency = manifest?.agencies.find(({ id }) => id === record.agencyId);
  const own = ownContent(record, columns);
  const isEntry = details?.type === 'entry';
  const date = record.date ?? record.publishedOn;
  const header = facts(
    [t('record.docNo'), record.docNo],
    [t('record.indexNo'), record.indexNo],
    [t('record.date'), date && formatDate(date)],
    [t('record.validity'), record.validity === 'unknown' ? null : validityWords(record)],
  );
  return {
    facts: [
      ...(isEntry ? [] : header),
      ...own.facts,
      ...facts(
        [t('record.summary'), isEntry ? null : record.summary],
        [t('print.agencyAddress'), agency?.address],
        [t('guide.hours'), agency?.hours],
        [t('guide.phone'), agency?.phone],
      ),
    ],
    lists: own.lists,
  };
}
