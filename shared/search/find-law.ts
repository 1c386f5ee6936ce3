// Finds what a legal basis cites in the catalogue: the law or paper itself, and the article in its text.
import type { GuideLaw } from '../catalogue/details.ts';
import { articleAnchor } from '../catalogue/legal-basis.ts';
import type { CatalogueRecord } from '../catalogue/record.ts';
import type { CancelSignal } from '../protocol/cancel-signal.ts';
import type { SearchQuery, SearchResult } from './types.ts';

/** What finding needs of a catalogue: the terminal's engine and the hub's reader both have it. */
export interface LawShelf {
  search(query: SearchQuery, signal?: CancelSignal): Promise<Pick<SearchResult, 'hits'>>;
  bodyPart(id: string, part: number): Promise<string>;
}

/** A cited law the catalogue holds. */
export interface FoundLaw {
  readonly record: CatalogueRecord;
  /** Where the cited article stands; null where none is cited or the text has none like it. */
  readonly article: { readonly anchor: string; readonly part: number } | null;
}

/** Records of the same or a similar title looked at. */
const candidateCount = 10;
/** A text of more parts than this is not read for one link. */
const mostParts = 60;

/** Titles are one when they differ in width, blanks and brackets, or in the state's own name before them. */
function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s《》〈〉]/gu, '')
    .replace(/^中华人民共和国/u, '');
}

function numberKey(docNo: string): string {
  return docNo
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[〔【[（(]/gu, '(')
    .replace(/[〕】\]）)]/gu, ')');
}

const isCited = ({ name, docNo }: GuideLaw, record: CatalogueRecord) =>
  (name !== null && titleKey(record.title) === titleKey(name)) ||
  (docNo !== null && record.docNo !== null && numberKey(record.docNo) === numberKey(docNo));

/** What is in force comes before what is not, then the newer. */
function rank(record: CatalogueRecord): string {
  const isOver = record.validity === 'repealed' || record.validity === 'expired';
  return `${isOver ? 0 : 1}${record.date ?? ''}`;
}

/** The law a guide cites, or null where the catalogue does not hold it. */
export async function findLaw(
  shelf: LawShelf,
  law: GuideLaw,
  signal?: CancelSignal,
): Promise<FoundLaw | null> {
  for (const text of [law.name, law.docNo]) {
    if (text === null) continue;
    const query = {
      text: text.slice(0, 100),
      filters: { kind: ['document', 'page'] },
      sort: 'relevance',
      offset: 0,
      limit: candidateCount,
    } as const;
    const { hits } = await shelf.search(query, signal);
    const [record] = hits
      .map((hit) => hit.record)
      .filter((found) => isCited(law, found))
      .sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
    if (record) return { record, article: await findArticle(shelf, record, law.article, signal) };
  }
  return null;
}

async function findArticle(
  shelf: LawShelf,
  record: CatalogueRecord,
  words: string | null,
  signal?: CancelSignal,
): Promise<FoundLaw['article']> {
  const anchor = articleAnchor(words);
  const parts = Math.min(record.body?.parts ?? 0, mostParts);
  if (anchor === null) return null;
  for (let part = 0; part < parts && signal?.aborted !== true; part += 1) {
    if (hasArticle(await shelf.bodyPart(record.id, part), anchor)) return { anchor, part };
  }
  return null;
}

/** Texts read by the hub carry anchors; others are known by how their paragraphs begin. */
function hasArticle(html: string, anchor: string): boolean {
  if (html.includes(` id="${anchor}"`)) return true;
  for (const [, opening = ''] of html.matchAll(
    /<(?:p|h[2-6])>\s*(?:<(?:strong|em|u)>)*\s*(第[^<]{1,14})/gu,
  )) {
    if (opensArticle(opening, anchor)) return true;
  }
  return false;
}

/** An article's own number, not a sentence about it: 第三条规定的…. */
const opening = /^第[^条]{1,9}条(?:之[一二三四五六七八九十]{1,3})?(?![规所的、和至中第及或以])/u;

/** Whether a paragraph that begins with these words opens the article with this anchor. */
export function opensArticle(text: string, anchor: string): boolean {
  const words = opening.exec(text.trim())?.[0];
  return words !== undefined && articleAnchor(words) === anchor;
}
