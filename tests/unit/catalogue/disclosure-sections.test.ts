// The fixed sections gather what says it belongs to them and what hangs on their node, and reports stand by year.
import { describe, expect, it } from 'vitest';
import type { PageSection } from '#shared/catalogue/details.ts';
import { recordsOfSection, reportsByYear, reportYear } from '#shared/catalogue/disclosure-sections.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';

const base = namedRecords.page.record;
const record = (id: string, changes: Partial<CatalogueRecord>): CatalogueRecord => ({
  ...base,
  id,
  ...changes,
});
const page = (id: string, section: PageSection, changes: Partial<CatalogueRecord> = {}) =>
  record(id, { details: { type: 'page', section }, ...changes });

describe('a section › when records were found', () => {
  const own = page('a', 'annual-report', { date: '2025-01-20' });
  const newer = page('b', 'annual-report', { date: '2026-01-20' });
  const imported = record('c', {
    kind: 'document',
    details: null,
    nodeId: 'annual-reports',
    date: '2024-01-01',
  });
  const elsewhere = page('d', 'rules', { nodeId: 'annual-reports' });
  const matter = record('e', { ...namedRecords.matter.record, id: 'e', nodeId: 'annual-reports' });

  it('holds pages that say so and anything else on its node, once, the newest first', () => {
    const found = recordsOfSection('annual-report', [own, newer, imported, own, elsewhere, matter]);
    expect(found.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(recordsOfSection('rules', [own, elsewhere]).map(({ id }) => id)).toEqual(['d']);
  });
});

describe('a report › when its year is asked for', () => {
  it.each([
    ['某区2025年政府信息公开工作年度报告', '2026-01-20', '2025'],
    ['某区２０２４年度报告', '2025-01-20', '2024'],
    ['年度报告', '2023-01-20', '2022'],
    ['年度报告', null, null],
  ])('%s of %s › is about %s', (title, date, year) => {
    expect(reportYear(record('r', { title, date, publishedOn: null }))).toBe(year);
  });

  it('stands with the others of its year, the latest year first', () => {
    const reports = ['2023年报', '2025年报', '年报', '2025年民政局年报'].map((title, at) =>
      record(String(at), { title, date: null, publishedOn: null }),
    );
    const years = reportsByYear(reports).map(([year, own]) => [year, own.length]);
    expect(years).toEqual([
      ['2025', 2],
      ['2023', 1],
      [null, 1],
    ]);
  });
});
