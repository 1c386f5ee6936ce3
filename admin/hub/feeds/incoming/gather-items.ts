// Makes ready what a feed says: maps its items, leaves out what is known already, and reads linked articles.
import { type PlainError, toPlainError } from '#shared/errors/app-error.ts';
import type { FeedMapping } from '#shared/protocol/feeds-api.ts';
import type { RowProblem } from '#shared/workbook/sheet-row.ts';
import { canonicalJson, sha256Hex } from '../../editorial/stored-content.ts';
import { breathe } from '../../ingest/breathe.ts';
import { articleElement } from './article-element.ts';
import { decodeAnswer } from './decode-answer.ts';
import type { ParsedFeed } from './feed-item.ts';
import { articleFetchLimits, feedReadLimits } from './fetch-limits.ts';
import type { PortalAnswer, PortalQuestion } from './fetch-portal.ts';
import { type MappedItem, mapItem } from './map-item.ts';

/** The world outside, so that tests need none. */
export interface PortalPorts {
  readonly fetch: (question: PortalQuestion) => Promise<PortalAnswer>;
  /** Waits between two questions to one portal. */
  readonly pause: () => Promise<void>;
}

export interface GatheredItem {
  readonly row: number;
  readonly mapped: MappedItem;
  /** HTML of the linked article; null takes the feed's own words. */
  readonly article: string | null;
  readonly digest: string;
}

export interface GatheredFeed {
  readonly items: readonly GatheredItem[];
  /** Ids of everything the feed has, also of what waits. */
  readonly ids: readonly string[];
  readonly problems: readonly RowProblem[];
  /** True when something was put off, so that the next answer is wanted whole. */
  readonly isUnfinished: boolean;
}

export interface GatherOptions {
  readonly mapping: FeedMapping;
  readonly allowedHosts: readonly string[];
  readonly base: URL;
  readonly today: string;
  /** What arrived under an id before, as a digest; null for nothing. */
  readonly digestOf: (id: string) => Promise<string | null>;
  readonly mostArticles?: number;
  readonly signal?: AbortSignal;
}

/** Marks what was taken without its article, so that the article is looked for again. */
const withoutArticle = ' without article';

/** Never throws for a single item: what is wrong with one is said, and the others arrive. */
export async function gatherItems(
  feed: ParsedFeed,
  options: GatherOptions,
  ports: PortalPorts,
): Promise<GatheredFeed> {
  const { items: mapped, problems } = mapAll(feed, options);
  const mostArticles = options.mostArticles ?? feedReadLimits.articles;
  const gathered: GatheredItem[] = [];
  let articles = 0;
  let waiting = 0;
  let isMissingArticle = false;
  for (const { row, item } of mapped) {
    await breathe();
    const digest = sha256Hex(canonicalJson([item, options.mapping.article]));
    const base = { row, mapped: item, article: null };
    const { article: place } = options.mapping;
    if (place === null || item.link === null || (await options.digestOf(item.id)) === digest) {
      gathered.push({ ...base, digest });
      continue;
    }
    if (articles >= mostArticles) {
      waiting++;
      continue;
    }
    if (articles++ > 0) await ports.pause();
    const found = await fetchArticle(item.link, options, ports);
    if (typeof found === 'string') gathered.push({ ...base, article: found, digest });
    else {
      isMissingArticle = true;
      problems.push({ row, column: 'link', ...found });
      gathered.push({ ...base, digest: digest + withoutArticle });
    }
  }
  if (waiting > 0) {
    problems.push({ row: null, column: null, code: 'feeds.article-later', details: { count: waiting } });
  }
  const ids = mapped.map(({ item }) => item.id);
  return { items: gathered, ids, problems, isUnfinished: waiting > 0 || isMissingArticle };
}

function mapAll(feed: ParsedFeed, { mapping, base, today }: GatherOptions) {
  const items: { readonly row: number; readonly item: MappedItem }[] = [];
  const problems: RowProblem[] = [];
  const rows = new Map<string, number>();
  for (const [at, fields] of feed.items.entries()) {
    const row = at + 1;
    const { mapped, problems: own } = mapItem(fields, row, { mapping, base, today });
    problems.push(...own);
    if (mapped === null) continue;
    const first = rows.get(mapped.id);
    if (first === undefined) {
      rows.set(mapped.id, row);
      items.push({ row, item: mapped });
    } else problems.push({ row, column: 'id', code: 'feeds.item-twice', details: { row: first } });
  }
  if (feed.isTruncated) {
    const details = { limit: feedReadLimits.items };
    problems.push({ row: null, column: null, code: 'feeds.truncated', details });
  }
  return { items, problems };
}

/** The article's HTML, or why there is none. */
async function fetchArticle(
  link: string,
  { mapping, allowedHosts, signal }: GatherOptions,
  ports: PortalPorts,
): Promise<string | PlainError> {
  const place = mapping.article;
  if (place === null) return { code: 'feeds.article-missing', details: { name: '' } };
  const missing: PlainError = {
    code: 'feeds.article-missing',
    details: { name: `${place.by === 'id' ? '#' : '.'}${place.name}` },
  };
  try {
    const answer = await ports.fetch({
      ...{ url: link, allowedHosts, limits: articleFetchLimits },
      accept: 'text/html, application/xhtml+xml',
      ...(signal ? { signal } : {}),
    });
    if (answer.state !== 'answered') return missing;
    if (!/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(answer.contentType)) return missing;
    return articleElement(decodeAnswer(answer.bytes, answer.contentType), place) ?? missing;
  } catch (thrown) {
    return toPlainError(thrown);
  }
}
