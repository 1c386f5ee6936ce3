// A release in memory for tests of the hub's HTTP side: a few records and a reader that scans them.
import type { OpenedRelease } from '#hub/http/hub-services.ts';
import { type CatalogueRecord, recordKinds } from '#shared/catalogue/record.ts';
import { facetPlaces } from '#shared/catalogue/register.ts';
import type { Agency } from '#shared/catalogue/venue.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { AttachmentEntry } from '#shared/release/manifest.ts';
import type { CatalogueReader, FacetCount, SearchQuery, SearchResult } from '#shared/search/types.ts';

export interface FakeEntry {
  readonly record: CatalogueRecord;
  readonly parts: readonly string[];
}

export const agency: Agency = {
  id: 'a1',
  name: '云溪区行政审批局',
  shortName: '审批局',
  address: '云溪区望山路18号政务服务中心二楼',
  phone: '0830-5550118、12345',
  hours: '周一至周五 9:00–17:00（法定节假日除外）',
  leader: null,
  functions: null,
  order: 1,
};

/** A plain document; tests change what they are about. */
export function record(change: Partial<CatalogueRecord> = {}): CatalogueRecord {
  return {
    id: 'r1',
    code: 'K7M2Q9X4',
    version: 5,
    kind: 'document',
    title: '关于做好今冬明春火灾防控工作的通知',
    agencyId: agency.id,
    agencyName: agency.name,
    docNo: '云府办〔2026〕12号',
    indexNo: '000014349/2026-00110',
    date: '2026-10-18',
    publishedOn: '2026-10-20',
    topic: '市场监管、安全生产监管',
    genre: '通知',
    nodeId: null,
    matterId: null,
    summary: '部署今冬明春火灾防控的重点场所、时间安排和责任分工。',
    keywords: ['火灾防控', '安全生产'],
    validity: 'in-force',
    expiresOn: null,
    details: null,
    attachments: [],
    body: { parts: 1, characters: 20 },
    ...change,
  };
}

export function entry(
  change: Partial<CatalogueRecord> = {},
  parts: readonly string[] = ['<p>一、提高认识。</p>'],
): FakeEntry {
  const body = parts.length === 0 ? null : { parts: parts.length, characters: parts.join('').length };
  return { record: record({ body, ...change }), parts };
}

/** A release of these entries; `closed` counts how often it was let go. */
export function fakeRelease(
  version: number,
  entries: readonly FakeEntry[],
  publicUrl: string,
): OpenedRelease & { closed: number } {
  const attachments: AttachmentEntry[] = entries.flatMap(({ record: { attachments: files } }) =>
    files.map((file) => ({ ...file, path: `attachments/${file.sha256.slice(0, 16)}.bin` })),
  );
  const byKind = Object.fromEntries(
    recordKinds.map((kind) => [kind, entries.filter((one) => one.record.kind === kind).length]),
  ) as Record<(typeof recordKinds)[number], number>;
  const release = {
    manifest: {
      format: 1 as const,
      version,
      publishedAt: '2026-11-20T10:00:00Z',
      note: '',
      publicUrl,
      venue: {
        name: '云溪区政务公开查阅点',
        region: '云溪区',
        address: null,
        phone: null,
        hours: null,
        supervisionPhone: null,
      },
      agencies: [agency],
      tree: [],
      synonyms: [],
      records: entries.length,
      byKind,
      segments: [],
      attachments,
    },
    reader: fakeReader(entries),
    closed: 0,
    async close() {
      release.closed += 1;
    },
  };
  return release;
}

function fakeReader(entries: readonly FakeEntry[]): CatalogueReader {
  const find = (test: (record: CatalogueRecord) => boolean) => entries.find((one) => test(one.record));
  return {
    size: entries.length,
    shownSince: 0,
    search: async (query) => scan(entries, query),
    record: async (id) => find((one) => one.id === id)?.record ?? null,
    async *records() {
      for (const one of entries) yield one.record;
    },
    recordByCode: async (code) => find((one) => one.code === code)?.record ?? null,
    async bodyPart(id, part) {
      const text = find((one) => one.id === id)?.parts[part];
      if (text === undefined) throw new AppError('not-found', { what: `${id} ${part}` });
      return text;
    },
  };
}

function scan(entries: readonly FakeEntry[], query: SearchQuery): SearchResult {
  const kinds = query.filters.kind;
  const found = entries
    .map((one) => one.record)
    .filter((one) => one.title.includes(query.text) && (kinds === undefined || kinds.includes(one.kind)))
    .filter((one) => isInRegister(one, query));
  const hits = found.slice(query.offset, query.offset + query.limit).map((one) => {
    const at = one.title.indexOf(query.text);
    const titleRanges = query.text === '' ? [] : [[at, at + query.text.length] as const];
    return { record: one, score: 1, titleRanges, snippet: null };
  });
  const kindCounts = recordKinds.map((kind) => ({
    value: kind,
    count: found.filter((one) => one.kind === kind).length,
  }));
  const facets = {
    kind: kindCounts,
    agency: [],
    topic: [],
    year: [],
    validity: [],
    facet1: countPlace(found, 0),
    facet2: countPlace(found, 1),
    facet3: countPlace(found, 2),
  };
  const alsoSearched = query.text === '通知' ? ['公告'] : [];
  const rest = { totalIsLowerBound: false, facetsAreEstimates: false, alsoSearched };
  return { total: found.length, ...rest, hits, facets };
}

/** Whether an entry passes the filters by register and by its places. */
function isInRegister({ details }: CatalogueRecord, { filters }: SearchQuery): boolean {
  if (filters.register === undefined) return true;
  if (details?.type !== 'entry' || !filters.register.includes(details.registerId)) return false;
  return facetPlaces.every((place, at) => filters[place]?.includes(details.facets[at] ?? '') ?? true);
}

function countPlace(found: readonly CatalogueRecord[], place: number): FacetCount[] {
  const values = found.map(({ details }) => (details?.type === 'entry' ? (details.facets[place] ?? '') : ''));
  return [...new Set(values)].map((value) => ({
    value,
    count: values.filter((one) => one === value).length,
  }));
}
