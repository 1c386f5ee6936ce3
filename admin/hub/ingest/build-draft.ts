// Makes the draft of a document, guide, notice or page from the fields of one row or object.
import { shorten } from '#shared/catalogue/clean-text.ts';
import {
  type NoticeDetails,
  type PageDetails,
  type PageSection,
  pageSections,
  type RecordDetails,
} from '#shared/catalogue/details.ts';
import { parseDate } from '#shared/catalogue/parse-date.ts';
import type { Validity, WrittenKind } from '#shared/catalogue/record.ts';
import type { ListKind, RecordDraft, RowProblem } from './draft.ts';
import type { FieldBag } from './field-bag.ts';
import { readGuideDetails } from './guide-details.ts';
import { htmlToText } from './html-to-text.ts';
import { ingestLimits } from './limits.ts';
import { sanitiseHtml } from './sanitise-html.ts';
import { readShownSpan } from './shown-fields.ts';
import { looksLikeHtml, textToHtml } from './text-to-html.ts';

export interface BuiltDraft {
  readonly draft: RecordDraft | null;
  /** Reasons for refusal when `draft` is null, else warnings. */
  readonly problems: readonly RowProblem[];
}

export const recordKindOf: Readonly<Record<ListKind, WrittenKind>> = {
  matters: 'matter',
  documents: 'document',
  guides: 'guide',
  notices: 'notice',
  pages: 'page',
};

const keywordSeparators = /[;；,，、|\n\t ]+/u;
const pathSeparators = /\s*(?:[/＞>›»→\\]|--+)\s*/u;

/** Reads the common header, the body and what the kind adds. Refused only without a title. */
export function buildDraft(
  kind: Exclude<ListKind, 'matters'>,
  bag: FieldBag,
  agencyName: string | null,
): BuiltDraft {
  const title = bag.line('title', ingestLimits.titleCharacters);
  if (title === null) {
    return {
      draft: null,
      problems: [{ row: bag.row, column: bag.columnOf('title'), code: 'ingest.title-missing', details: {} }],
    };
  }
  const agency = bag.line('agency') ?? agencyName;
  if (agency === null) bag.warn('ingest.agency-missing', 'agency');
  const attachments = bag.text('attachments');
  if (attachments !== '')
    bag.warn('ingest.attachments-ignored', 'attachments', { value: shorten(attachments, 80) });
  const draft: RecordDraft = {
    kind: recordKindOf[kind],
    title,
    agencyName: agency,
    docNo: numberOf(bag, 'docNo'),
    indexNo: numberOf(bag, 'indexNo'),
    date: bag.date('date'),
    publishedOn: bag.date('publishedOn'),
    topic: bag.line('topic', 200),
    genre: bag.line('genre', 100),
    validity: validityOf(bag),
    expiresOn: bag.date('expiresOn'),
    ...shownOf(bag),
    keywords: [...new Set(bag.list('keywords', keywordSeparators, ingestLimits.keywords))].map((word) =>
      shorten(word, 100),
    ),
    summary: bag.passage('summary', ingestLimits.summaryCharacters),
    treePath: bag.list('treePath', pathSeparators, 8).map((step) => shorten(step, 100)),
    ...bodyOf(bag),
    details: detailsOf(kind, bag),
    attachments: [],
  };
  return { draft, problems: bag.warnings };
}

function shownOf(bag: FieldBag): Pick<RecordDraft, 'shown'> {
  const shown = readShownSpan(bag);
  return shown === null ? {} : { shown };
}

/** Numbers keep their own spelling; only blanks go, and words such as 无 mean none. */
function numberOf(bag: FieldBag, field: string): string | null {
  return bag.line(field, 200)?.replace(/\s+/gu, '') ?? null;
}

function bodyOf(bag: FieldBag): Pick<RecordDraft, 'bodyHtml' | 'bodyText'> {
  const value = bag.raw('body');
  const text = (
    Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('\n') : bag.text('body')
  ).trim();
  if (text === '') return { bodyHtml: '', bodyText: '' };
  if (text.length > ingestLimits.bodyCharacters)
    bag.warn('ingest.body-cut', 'body', { limit: ingestLimits.bodyCharacters });
  if (looksLikeHtml(text)) {
    const { html, text: plain, droppedImages } = sanitiseHtml(text);
    if (droppedImages > 0) bag.warn('ingest.images-left-out', 'body', { count: droppedImages });
    return { bodyHtml: html, bodyText: plain };
  }
  const html = textToHtml(text);
  return { bodyHtml: html, bodyText: htmlToText(html) };
}

const validityWords: readonly (readonly [Validity, RegExp])[] = [
  ['unknown', /^(?:unknown|未注明|未标注|不详|其他)$/u],
  ['repealed', /废止|repealed|宣布失效并废止/u],
  ['amended', /修改|修订|修正|部分失效|amended/u],
  ['expired', /失效|无效|过期|到期|已届满|expired|^否$/u],
  ['in-force', /有效|现行|施行|生效|in-force|^是$/u],
];

function validityOf(bag: FieldBag): Validity {
  const words = bag.line('validity');
  if (words === null) return 'unknown';
  const known = validityWords.find(([, pattern]) => pattern.test(words));
  if (!known) bag.warn('ingest.validity-unknown', 'validity', { value: shorten(words, 40) });
  return known?.[0] ?? 'unknown';
}

function detailsOf(kind: Exclude<ListKind, 'matters'>, bag: FieldBag): RecordDetails | null {
  if (kind === 'guides') return readGuideDetails(bag);
  if (kind === 'notices') return noticeDetails(bag);
  return kind === 'pages' ? pageDetails(bag) : null;
}

function noticeDetails(bag: FieldBag): NoticeDetails {
  const [periodStart, periodEnd] = periodOf(bag);
  const endsOn = bag.date('endsOn') ?? periodEnd;
  const objection = bag.line('objection', 1_000);
  // A period that is over already is history somebody wants to keep; one that runs takes its notice with it.
  const isRunning = endsOn !== null && endsOn >= bag.today;
  return {
    type: 'notice',
    level: noticeLevelOf(bag.line('level') ?? ''),
    startsOn: bag.date('startsOn') ?? periodStart,
    endsOn,
    contact: bag.line('contact', 1_000),
    ...(objection === null ? {} : { objection }),
    ...(isRunning ? { withdrawsAtEnd: true } : {}),
  };
}

function noticeLevelOf(words: string): NoticeDetails['level'] {
  if (/emergency|紧急|应急|特急/u.test(words)) return 'emergency';
  return /important|重要|重大|加急/u.test(words) ? 'important' : 'ordinary';
}

/** `2024-01-01至2024-01-10` in one cell: first and last day. */
function periodOf(bag: FieldBag): [string | null, string | null] {
  const words = bag.text('period').trim();
  if (words === '') return [null, null];
  const [start = '', end = ''] = words.split(
    /\s*(?:至|到|~|～|—+|--+|\sto\s|(?<=\d|日)-(?=\d{4}|\d{1,2}月))\s*/u,
  );
  const from = parseDate(start, bag.today).date;
  const year = from?.slice(0, 4) ?? '';
  const until = parseDate(end, bag.today).date ?? parseDate(`${year}年${end}`, bag.today).date;
  if (from === null) bag.warn('ingest.value-not-understood', 'period', { value: shorten(words, 60) });
  return [from, until];
}

const sectionWords: readonly (readonly [PageSection, RegExp])[] = [
  ['disclosure-guide', /指南/u],
  ['rules', /制度|规定|办法|规范/u],
  ['annual-report', /年报|年度报告/u],
  ['institution', /机构|职能|领导|职责|概况|内设/u],
  ['venue', /场所|查阅点|查阅中心|大厅|馆/u],
];

function pageDetails(bag: FieldBag): PageDetails {
  const words = bag.line('section') ?? '';
  const named = pageSections.find((section) => section === words);
  const hint = words === '' ? `${bag.text('treePath')} ${bag.text('title')}` : words;
  const section = named ?? sectionWords.find(([, pattern]) => pattern.test(hint))?.[0] ?? 'other';
  return { type: 'page', section };
}
