// Writes the newest records as Atom 1.0 (RFC 4287) and JSON Feed 1.1.
import { startOfDay } from '#shared/catalogue/shown-span.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { chinese } from '../../phone/text-zh.ts';
import type { NewRecord } from './newest-records.ts';
import { addressOf } from './shared-record.ts';

export interface FeedHead {
  /** Public address without a trailing slash. */
  readonly base: string;
  /** Path and query of this feed. */
  readonly path: string;
  readonly manifest: Pick<ReleaseManifest, 'venue' | 'publishedAt'>;
  /** What the feed is narrowed to, in words; empty for everything. */
  readonly scope: string;
}

const titleOf = ({ manifest, scope }: FeedHead): string =>
  [manifest.venue.name, scope || chinese.search.latest].filter((part) => part !== '').join(' · ');

const updatedOf = (records: readonly NewRecord[], { manifest }: FeedHead): string =>
  records
    .map(({ updatedAt }) => updatedAt)
    .reduce((a, b) => (a > b ? a : b), records[0]?.updatedAt ?? manifest.publishedAt);

const publishedOf = ({ record }: NewRecord): string | null =>
  startOfDay(record.publishedOn ?? record.date ?? '');

/** A whole document; ids are the addresses of the records, which never change. */
export function writeAtom(records: readonly NewRecord[], head: FeedHead): string {
  const self = head.base + head.path;
  const entries = records.map((one) => atomEntry(one, head.base));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${escapeXml(self)}</id>
<title>${escapeXml(titleOf(head))}</title>
<updated>${updatedOf(records, head)}</updated>
<author><name>${escapeXml(head.manifest.venue.name)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(`${head.base}/m/`)}"/>
<generator>Mingchuang</generator>
${entries.join('')}</feed>
`;
}

function atomEntry(one: NewRecord, base: string): string {
  const { record, updatedAt } = one;
  const address = escapeXml(addressOf(record, base));
  const published = publishedOf(one);
  const topic = record.topic === null ? '' : `<category term="${escapeXml(record.topic)}"/>`;
  return `<entry>
<id>${address}</id>
<title>${escapeXml(record.title)}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<updated>${updatedAt}</updated>
${published === null ? '' : `<published>${published}</published>\n`}<author><name>${escapeXml(record.agencyName)}</name></author>
<category term="${record.kind}" label="${escapeXml(chinese.kinds[record.kind])}"/>${topic}
<summary>${escapeXml(record.summary)}</summary>
</entry>
`;
}

/** A whole document. */
export function writeJsonFeed(records: readonly NewRecord[], head: FeedHead): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(head),
    home_page_url: `${head.base}/m/`,
    feed_url: head.base + head.path,
    language: 'zh-CN',
    authors: [{ name: head.manifest.venue.name }],
    items: records.map((one) => {
      const { record, updatedAt } = one;
      const published = publishedOf(one);
      const address = addressOf(record, head.base);
      return {
        ...{ id: address, url: address, title: record.title },
        content_text: record.summary,
        ...(record.summary === '' ? {} : { summary: record.summary }),
        ...(published === null ? {} : { date_published: published }),
        date_modified: updatedAt,
        authors: [{ name: record.agencyName }],
        tags: [
          chinese.kinds[record.kind],
          ...(record.topic === null ? [] : [record.topic]),
          ...record.keywords,
        ],
      };
    }),
  });
}

/** Text and attribute values; characters XML 1.0 has none of are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
