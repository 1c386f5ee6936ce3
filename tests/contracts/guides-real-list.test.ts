// The real list of a district's services, as its hall exports it, becomes guides one can browse.
import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '#hub/editorial/import/import-files.ts';
import { createPublishSource } from '#hub/editorial/publish-source.ts';
import { loadGuides } from '#kiosk/state/guide-shelf.ts';
import { type GuideShelf, groupGuides, groupOfAgency, partsOfGroup } from '#shared/catalogue/guide-shelf.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { naiveSearch } from '#tests/support/kiosk-fixture/naive-search.ts';
import { hasSharedData, sharedData, sharedDataReason } from '#tests/support/shared-data.ts';
import { clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

const name = 'service_items_guangan.csv';
let temp: TempDesk;

async function importList(as: 'guides' | null) {
  const path = sharedData(name);
  const { files } = await importFiles(temp.desk, {
    sources: [{ name, path, bytes: statSync(path).size, as }],
    agencyName: null,
    isDryRun: false,
    approve: true,
    actor: clerk,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return files[0] ?? expect.fail('no report');
}

/** What a release would carry. */
async function published(): Promise<CatalogueRecord[]> {
  const source = createPublishSource(temp.desk);
  const ids: string[] = [];
  for await (const { id } of source.approved()) ids.push(id);
  const records: CatalogueRecord[] = [];
  for await (const { record } of source.load(ids)) records.push(record);
  return records;
}

describe.skipIf(!hasSharedData)(`a list of 1,135 services (${sharedDataReason})`, () => {
  let shelf: GuideShelf;
  let agencies: ReadonlyMap<string, string>;

  beforeAll(async () => {
    temp = await openTempDesk();
    const report = await importList(null);
    expect(report).toMatchObject({ as: 'guides', rows: 1_135, accepted: 1_135, created: 1_135 });
    expect(report.rejected).toEqual([]);
    const records = await published();
    agencies = new Map(records.map(({ agencyId, agencyName }) => [agencyId, agencyName]));
    const held = records.map((record) => ({ record, parts: [] }));
    const engine = {
      search: async (query: Parameters<typeof naiveSearch>[1]) => naiveSearch(held, query),
      manifest: { peek: () => null },
    };
    shelf = await loadGuides(engine as never, {}, new AbortController().signal);
  }, 120_000);
  afterAll(() => temp?.close());

  it('when it is imported again, named as guides › nothing changes', async () => {
    expect(await importList('guides')).toMatchObject({
      as: 'guides',
      unchanged: 1_135,
      created: 0,
      updated: 0,
    });
  }, 60_000);

  it('when it is browsed › every service stands on the shelf, under one of 34 departments', () => {
    expect(shelf.guides).toHaveLength(1_135);
    expect(shelf.isCut).toBe(false);
    const byAgency = groupGuides(shelf.guides, ({ agencyId }) => [agencyId]);
    expect(byAgency).toHaveLength(34);
    const [largest] = byAgency;
    expect(agencies.get(largest?.title ?? '')).toBe('区行政审批局');
    expect(largest?.guides).toHaveLength(344);
  });

  it('when it is browsed by subject › most have one, and none is a list too long to read', () => {
    const bySubject = groupGuides(shelf.guides, ({ subjects }) => subjects);
    const sizes = new Map(bySubject.map(({ title, guides }) => [title, guides.length]));
    expect(sizes.size).toBeGreaterThan(20);
    expect(sizes.get('') ?? 0).toBeLessThan(1_135 * 0.05);
    expect(Math.max(...sizes.values())).toBeLessThan(1_135 * 0.2);
    const marriage = bySubject.find(({ title }) => title === '婚姻登记');
    expect(marriage?.guides.map(({ title }) => title)).toContain('中国内地公民婚姻登记');
  });

  it('when a department is opened › its guides lie by subject, its large main items named over their parts', () => {
    const [id = ''] = [...agencies].find(([, agency]) => agency === '区行政审批局') ?? [];
    const groups = groupOfAgency(shelf.guides.filter(({ agencyId }) => agencyId === id));
    expect(groups.length).toBeLessThan(35);
    const parts = groups.flatMap(({ guides }) => partsOfGroup(guides));
    const titles = parts.map(({ title }) => title);
    expect(titles.filter((title) => title === '企业设立、变更、注销登记')).toHaveLength(1);
    expect(titles).not.toContain('未分类');
    expect(parts.flatMap(({ guides }) => guides)).toHaveLength(344);
  });
});
