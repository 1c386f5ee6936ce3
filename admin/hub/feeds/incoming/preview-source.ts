// Shows what a source would bring before it is saved: fields, which is taken for what, and the first items.
import { AppError, type Language, type PlainError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import type { FeedPreview, FeedPreviewInput } from '#shared/protocol/feeds-api.ts';
import { type Desk, instant } from '../../editorial/desk.ts';
import type { ParsedFeed } from './feed-item.ts';
import { feedFetchLimits } from './fetch-limits.ts';
import { type GatheredItem, gatherItems, type PortalPorts } from './gather-items.ts';
import { textsOf } from './item-content.ts';
import { chooseFields } from './map-item.ts';
import { feedAccept, readFeed } from './read-feed.ts';

const shownItems = 10;
/** Article pages read for a preview. */
const shownArticles = 3;
const sampleCharacters = 200;
const bodyCharacters = 600;

/** Nothing is stored. Throws AppErrors of the `feeds.` family. */
export async function previewSource(
  desk: Desk,
  input: Pick<FeedPreviewInput, 'url' | 'mapping'>,
  allowedHosts: readonly string[],
  ports: PortalPorts,
  language: Language,
): Promise<FeedPreview> {
  const { url, mapping } = input;
  const answer = await ports.fetch({ url, allowedHosts, limits: feedFetchLimits, accept: feedAccept });
  if (answer.state !== 'answered') {
    const status = answer.state === 'refused' ? answer.status : 304;
    throw new AppError('feeds.status', { host: URL.parse(url)?.host ?? url, status });
  }
  const feed = readFeed({ ...answer, host: answer.url.host }, mapping.itemsPath);
  const shown: ParsedFeed = { ...feed, items: feed.items.slice(0, shownItems) };
  const options = { mapping, allowedHosts, base: answer.url, today: instant(desk).slice(0, 10) };
  const gathered = await gatherItems(
    shown,
    { ...options, digestOf: async () => null, mostArticles: shownArticles },
    ports,
  );
  const say = ({ code, details }: PlainError) => ({ code, message: describeError(code, details, language) });
  const general = gathered.problems.filter(({ row, code }) => row === null && code !== 'feeds.article-later');
  return {
    ...{ format: feed.format, title: feed.title, items: feed.items.length },
    fields: fieldsOf(feed),
    chosen: chooseFields(feed.items, mapping),
    samples: gathered.items.map((item) => ({
      ...sampleOf(item, desk.sanitise),
      problems: gathered.problems.filter(({ row }) => row === item.row).map(say),
    })),
    notes: [...general, ...orphaned(gathered.problems, gathered.items)].map(say),
  };
}

/** Problems of items that do not arrive at all. */
function orphaned<P extends { readonly row: number | null }>(
  problems: readonly P[],
  items: readonly GatheredItem[],
): readonly P[] {
  return problems.filter(({ row }) => row !== null && !items.some((item) => item.row === row));
}

function fieldsOf({ items }: ParsedFeed): { path: string; sample: string }[] {
  const samples = new Map<string, string>();
  for (const item of items) {
    for (const [path, text] of item) if (!samples.has(path)) samples.set(path, text);
  }
  return [...samples].map(([path, text]) => ({ path, sample: text.slice(0, sampleCharacters) }));
}

function sampleOf({ mapped, article }: GatheredItem, sanitise: Desk['sanitise']) {
  const { summary, body } = textsOf(mapped, article, sanitise);
  const { title, link, publishedOn, date, docNo } = mapped;
  return {
    title,
    link,
    publishedOn,
    date,
    docNo,
    summary,
    bodyText: (body?.text ?? '').slice(0, bodyCharacters),
  };
}
