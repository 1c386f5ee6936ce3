// Maps the fields of a portal's item to what a record has: by what staff chose, else by the usual names.
import { parseDate } from '#shared/catalogue/parse-date.ts';
import type { FeedMapping, FeedTarget } from '#shared/protocol/feeds-api.ts';
import type { RowProblem } from '#shared/workbook/sheet-row.ts';
import { ingestLimits } from '../../ingest/limits.ts';
import type { FeedItem } from './feed-item.ts';

/** Names of the formats and of Chinese portals' interfaces, the surest first. */
const usualNames: Readonly<Record<FeedTarget, readonly string[]>> = {
  id: ['guid', 'id', 'rdf:about', 'articleId', 'docId', 'uuid', 'infoId', 'dc:identifier', '编号'],
  title: ['title', 'name', 'subject', 'docTitle', '标题', '名称', '信息名称'],
  link: ['link', 'url', 'href', 'external_url', 'docPubUrl', 'docpuburl', 'linkUrl', '链接', '网址'],
  publishedOn: [
    ...['published', 'pubDate', 'date_published', 'dc:date', 'dcterms:issued', 'publishedOn', 'publishDate'],
    ...['publishTime', 'pubTime', 'docRelTime', 'releaseTime', 'updated', '发布日期', '发布时间'],
  ],
  date: ['date', 'dcterms:created', 'writeDate', 'cwrq', '成文日期', '生成日期', '发文日期'],
  docNo: ['docNo', 'fileNum', 'wh', '文号', '发文字号'],
  indexNo: ['indexNo', 'syh', '索引号', '信息索取号'],
  topic: ['topic', 'category', 'dc:subject', 'themeName', '主题分类'],
  genre: ['genre', 'dc:type', '体裁'],
  keywords: ['keywords', 'tags', '关键词'],
  summary: ['summary', 'description', 'content_text', 'abstract', 'intro', '内容概述', '摘要'],
  body: ['content:encoded', 'content', 'content_html', 'body', 'docContent', 'html', '正文', 'content_text'],
};

/** An item as a record would state it, before its HTML is cleaned. */
export interface MappedItem {
  /** What the portal calls it. */
  readonly id: string;
  readonly title: string;
  readonly link: string | null;
  readonly publishedOn: string | null;
  readonly date: string | null;
  readonly docNo: string | null;
  readonly indexNo: string | null;
  readonly topic: string | null;
  readonly genre: string | null;
  readonly keywords: readonly string[];
  /** Text or HTML. */
  readonly summary: string;
  readonly bodyHtml: string;
}

export interface MappingContext {
  readonly mapping: FeedMapping;
  /** Where the feed was found: links may be relative to it. */
  readonly base: URL;
  /** Today, for dates of two digits. */
  readonly today: string;
}

/** The field each target is taken from in these items; targets no item has anything for are absent. */
export function chooseFields(
  items: readonly FeedItem[],
  mapping: FeedMapping,
): Partial<Record<FeedTarget, string>> {
  const known = new Set(items.flatMap((item) => [...item.keys()]));
  const chosen: Partial<Record<FeedTarget, string>> = {};
  for (const [target, names] of Object.entries(usualNames) as [FeedTarget, readonly string[]][]) {
    const told = mapping.fields[target];
    const name = told === undefined ? names.find((usual) => known.has(usual)) : told;
    if (name !== null && name !== undefined) chosen[target] = name;
  }
  return chosen;
}

/**
 * Maps one item. Null when it has no title or nothing to tell it apart; the problems say why, and what was left out.
 * Each item looks for its own usual names, since not every item of a feed has the same fields.
 */
export function mapItem(
  item: FeedItem,
  row: number,
  context: MappingContext,
): { readonly mapped: MappedItem | null; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const read = (target: FeedTarget): string => readTarget(item, target, context.mapping);
  const link = absoluteLink(read('link'), context.base);
  const id = read('id') || link || '';
  const title = plainText(read('title')).slice(0, ingestLimits.titleCharacters);
  if (title === '') problems.push(problem(row, 'title', 'feeds.item-no-title'));
  if (id === '') problems.push(problem(row, 'id', 'feeds.item-no-id'));
  if (title === '' || id === '') return { mapped: null, problems };
  const date = (target: 'date' | 'publishedOn'): string | null => {
    const { date: day, isBad } = readDay(read(target), context.today);
    if (isBad) problems.push(problem(row, target, 'feeds.item-date', { text: read(target).slice(0, 60) }));
    return day;
  };
  const field = (target: FeedTarget): string | null =>
    plainText(read(target)).slice(0, ingestLimits.fieldCharacters) || null;
  const mapped: MappedItem = {
    ...{ id: id.slice(0, 2000), title, link },
    ...{ publishedOn: date('publishedOn'), date: date('date') },
    ...{ docNo: field('docNo'), indexNo: field('indexNo'), topic: field('topic'), genre: field('genre') },
    keywords: keywordsOf(plainText(read('keywords'))),
    summary: read('summary'),
    bodyHtml: read('body'),
  };
  return { mapped, problems };
}

function readTarget(item: FeedItem, target: FeedTarget, mapping: FeedMapping): string {
  const told = mapping.fields[target];
  if (told === null) return '';
  if (told !== undefined) return item.get(told) ?? '';
  const name = usualNames[target].find((usual) => item.has(usual));
  return name === undefined ? '' : (item.get(name) ?? '');
}

/** Far beyond what any field keeps, and little enough to be looked through at once. */
const longestPlain = 20_000;

/** Titles of feeds may carry markup and character names; a record's are plain. */
export function plainText(text: string): string {
  return text
    .slice(0, longestPlain)
    .replace(/<[^>]{0,1000}>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replace(/&#(\d{1,6});/g, (_, code) => characterOf(Number(code)))
    .replaceAll('&amp;', '&')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

const characterOf = (code: number) =>
  code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';

function keywordsOf(text: string): string[] {
  const words = text.split(/[、，,；;\s]+/).filter((word) => word !== '');
  return [...new Set(words.map((word) => word.slice(0, 60)))].slice(0, ingestLimits.keywords);
}

/** Only a web address is a link. */
function absoluteLink(text: string, base: URL): string | null {
  if (text.trim() === '') return null;
  const url = URL.parse(text.trim(), base.href);
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href.slice(0, 2000) : null;
}

/** RFC 822, as RSS writes it: `Tue, 03 Jun 2024 16:00:00 +0800`. */
const mailDate = /^(?:[a-z]{3,9},?\s+)?\d{1,2}\s+[a-z]{3,9}\s+\d{4}\b/i;
const zonedInstant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i;
/** China keeps one time; an instant belongs to the day it was there. */
const chinaOffsetMs = 8 * 3_600_000;

function readDay(text: string, today: string): { readonly date: string | null; readonly isBad: boolean } {
  const words = text.slice(0, 200).trim();
  if (words === '') return { date: null, isBad: false };
  if (mailDate.test(words) || zonedInstant.test(words)) {
    const time = Date.parse(words);
    const day = Number.isNaN(time) ? null : new Date(time + chinaOffsetMs).toISOString().slice(0, 10);
    return { date: day !== null && /^\d{4}-/.test(day) ? day : null, isBad: day === null };
  }
  const { date, problem: trouble } = parseDate(words.slice(0, 100), today);
  return { date, isBad: trouble !== null };
}

function problem(
  row: number,
  column: FeedTarget,
  code: RowProblem['code'],
  details: RowProblem['details'] = {},
): RowProblem {
  return { row, column, code, details };
}
