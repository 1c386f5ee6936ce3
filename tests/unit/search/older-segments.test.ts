// Segments of earlier formats are read as the present one is, also beside it: terminals hold them, and a hub merges them.
import { describe, expect, it } from 'vitest';
import { openBlock, sealBlock } from '#shared/search/block-seal.ts';
import { openCatalogue } from '#shared/search/open-catalogue.ts';
import type { CatalogueReader, LiveSegment } from '#shared/search/types.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../../support/catalogue-records.ts';
import { inflate, type MemoryBlocks } from '../../support/memory-blocks.ts';
import { olderFormats, olderRecords, readOlderSegment } from '../../support/older-segment.ts';
import { tinySpeller } from '../../support/tiny-speller.ts';

const texts = [
  '',
  '户口',
  '登记条例',
  '西政发 12',
  'xa2024',
  'hkdj',
  'dengji',
  '西安市税务局',
  'swj',
  '公民应当',
  '西安',
];
const whileShown = Date.parse('2025-01-15T00:00:00Z');

const open = (segments: readonly LiveSegment[], blocks: MemoryBlocks, now = whileShown) =>
  openCatalogue(segments, blocks, { inflate, tree: [], now: () => now });

/** Everything a visitor can be shown of a catalogue. */
async function allAnswers(reader: CatalogueReader) {
  const results = await Promise.all(texts.map((text) => reader.search(makeQuery(text))));
  const entries = await reader.search(makeQuery('', { filters: { register: ['r1'] } }));
  const records = await Promise.all(olderRecords.map(({ record }) => reader.record(record.id)));
  const byCode = await reader.recordByCode('Cd2');
  return { results, entries, records, byCode, body: await reader.bodyPart('d1', 0) };
}

/** The same segment as format 2 wrote it: no places in `meta`, no section of spans. */
function asFormatTwo({ header, blocks }: ReturnType<typeof readOlderSegment>) {
  const place = { segment: header.id, section: 'meta', block: 0 };
  const sections = blocks.segments.get(header.id);
  const [sealed] = sections?.get('meta') ?? [];
  const text = new TextDecoder().decode(openBlock(sealed as Uint8Array, place, 3));
  const { facets, ...meta } = JSON.parse(text);
  expect(facets).toBeDefined();
  sections?.set('meta', [sealBlock(new TextEncoder().encode(JSON.stringify(meta)), place, 3)]);
  const { shown: _shown, ...counts } = header.sections;
  return { blocks, header: { ...header, formatVersion: 2, sections: counts } as const };
}

describe('segment › when it is of an earlier format', () => {
  it.each(olderFormats)('answers as one of the present format does: format %i', async (format) => {
    const { header, blocks } = readOlderSegment(format);
    expect(header.formatVersion).toBe(format);
    const older = await open([{ header, deleted: new Uint32Array(0) }], blocks);
    const newer = await openTestCatalogue([olderRecords], { speller: tinySpeller, now: () => whileShown });
    const answers = await allAnswers(older);
    expect(answers).toEqual(await allAnswers(newer.reader));
    expect(answers.results.map(({ total }) => total)).toEqual([6, 1, 1, 1, 1, 1, 1, 2, 2, 1, 3]);
    expect(answers.records.map((record) => record?.title)).toEqual(
      olderRecords.map(({ record }) => record.title),
    );
  });

  it('hides what is not shown at the time', async () => {
    const { header, blocks } = readOlderSegment(3);
    const reader = await open([{ header, deleted: new Uint32Array(0) }], blocks, 0);
    expect([await reader.record('n1'), reader.size]).toEqual([null, olderRecords.length - 1]);
  });

  it.each([
    ['4', () => readOlderSegment(4)],
    ['3', () => readOlderSegment(3)],
    ['2', () => asFormatTwo(readOlderSegment(3))],
  ])('is read beside a newer one: format %s', async (_format, read) => {
    const { header, blocks } = read();
    const added = [makePublishable({ id: 'z9', title: '西安新村通知' })];
    const { segments, blocks: newBlocks } = await openTestCatalogue([[], added]);
    const newer = segments[1] as LiveSegment;
    blocks.segments.set('segment-1', newBlocks.segments.get('segment-1') as Map<string, Uint8Array[]>);
    const reader = await open([{ header, deleted: new Uint32Array(0) }, newer], blocks);
    const { hits } = await reader.search(makeQuery('西安'));
    expect(hits.map(({ record }) => record.id)).toContain('z9');
    expect(hits.map(({ record }) => record.id)).toContain('d1');
    const narrowed = await reader.search(makeQuery('', { filters: { register: ['r1'] } }));
    expect(narrowed.total).toBe(2);
    expect(narrowed.facets.facet1.map(({ value }) => value)).toEqual(
      header.formatVersion === 2 ? [] : ['存续', '注销'],
    );
  });

  it.each(olderFormats)('is damaged when a block is not as it was sealed: format %i', async (format) => {
    const { header, blocks } = readOlderSegment(format);
    const [records] = blocks.segments.get(header.id)?.get('records') ?? [];
    (records as Uint8Array)[3] = ((records as Uint8Array)[3] as number) ^ 1;
    const reader = await open([{ header, deleted: new Uint32Array(0) }], blocks);
    await expect(reader.record('d1')).rejects.toMatchObject({ code: 'search.block-damaged' });
  });
});
