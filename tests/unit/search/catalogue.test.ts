// An open catalogue: records and bodies, segments on top of each other, filters, cancelling, damage.
import { describe, expect, it } from 'vitest';
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { buildSegment } from '#shared/search/build-segment.ts';
import { openCatalogue } from '#shared/search/open-catalogue.ts';
import { readSegmentRecords } from '#tests/support/read-segment-records.ts';
import {
  makePublishable,
  makeQuery,
  makeRecord,
  openTestCatalogue,
} from '../../support/catalogue-records.ts';
import { deflate, inflate, MemoryBlocks } from '../../support/memory-blocks.ts';

const longText = Array.from({ length: 4000 }, (_, at) => `第${at}条 各级人民政府应当公开信息。`).join('\n');

function longParts(): string[] {
  const lines = longText.split('\n').map((line) => `<p>${line}</p>`);
  return Array.from({ length: 20 }, (_, at) => lines.slice(at * 200, at * 200 + 200).join(''));
}

const long: PublishableRecord = {
  record: makeRecord({ id: 'long', title: '长文', date: '2020-01-01', body: { parts: 20, characters: 1 } }),
  bodyParts: longParts(),
  bodyText: longText,
};
const samples: PublishableRecord[] = [
  makePublishable({ id: 'a', title: '政府信息公开条例', date: '2019-04-03' }, '为了保障公民依法获取政府信息'),
  makePublishable({ id: 'b', title: '税务登记办法', date: '2024', agencyName: '区税务局', agencyId: 'tax' }),
  long,
  makePublishable({ id: 'c', title: '无日期' }),
];

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : `foreign: ${String(error)}`),
  );
}

describe('catalogue › when it gets ready while nobody asks', () => {
  const query = makeQuery('局', { limit: 5 });
  const many = Array.from({ length: 90_000 }, (_, at) =>
    makePublishable({
      id: `r${at}`,
      title: `第${at}号`,
      agencyId: `g${at % 300}`,
      agencyName: `${at % 300}局`,
      topic: `题${at % 7}`,
    }),
  );

  it('answers as before, and reads no column any more', async () => {
    const { reader, blocks, segments } = await openTestCatalogue([many]);
    const before = await reader.search(query);
    let steps = 0;
    while (await reader.preload()) steps++;
    expect(steps).toBeGreaterThan(1);
    expect(await reader.preload()).toBe(false);
    const ofValues = segments[0]?.header.sections.values ?? 0;
    expect(ofValues).toBeGreaterThan(6);
    blocks.segments.get('segment-0')?.delete('values');
    expect(await reader.search(query)).toEqual(before);
  });

  it('leaves columns alone that would fill more than half of the room there is', async () => {
    const { reader, blocks } = await openTestCatalogue([many], { cacheBytes: 60_000 });
    while (await reader.preload());
    blocks.segments.get('segment-0')?.delete('values');
    expect(await codeOf(reader.search(query))).toBe('search.block-damaged');
  });
});

describe('catalogue › when records are asked for', () => {
  it('finds them by id and by code, and says null for what is not there', async () => {
    const { reader } = await openTestCatalogue([samples]);
    expect(reader.size).toBe(4);
    expect(await reader.record('a')).toEqual(samples[0]?.record);
    expect((await reader.recordByCode('Cb'))?.id).toBe('b');
    expect(await reader.record('zzz')).toBeNull();
    expect(await reader.recordByCode('')).toBeNull();
  });

  it('gives every part of a body, and not-found past its end', async () => {
    const { reader } = await openTestCatalogue([samples]);
    for (const [part, html] of long.bodyParts.entries())
      expect(await reader.bodyPart('long', part)).toBe(html);
    expect(await codeOf(reader.bodyPart('long', 20))).toBe('not-found');
    expect(await codeOf(reader.bodyPart('long', -1))).toBe('not-found');
    expect(await codeOf(reader.bodyPart('long', Number.NaN))).toBe('not-found');
    expect(await codeOf(reader.bodyPart('c', 0))).toBe('not-found');
    expect(await codeOf(reader.bodyPart('none', 0))).toBe('not-found');
  });

  it('gives a segment’s live records back as they came, for a merge', async () => {
    const { blocks, segments } = await openTestCatalogue([samples], { deleted: [[0]] });
    const back: PublishableRecord[] = [];
    for (const segment of segments) {
      for await (const one of readSegmentRecords(segment, blocks, { inflate })) back.push(one);
    }
    expect(back).toEqual([long, samples[0], samples[3]]);
  });

  it('is empty but sound without any segment or record', async () => {
    const none = await openTestCatalogue([]);
    expect((await none.reader.search(makeQuery('税务'))).total).toBe(0);
    const empty = await openTestCatalogue([[]]);
    expect((await empty.reader.search(makeQuery(''))).hits).toEqual([]);
    expect(await empty.reader.record('a')).toBeNull();
  });
});

describe('catalogue › when a later segment replaces records', () => {
  it('shows the new version only, by search, id and code', async () => {
    const old = makePublishable({ id: 'x', title: '旧办法', date: '2020' });
    const next = makePublishable({ id: 'x', title: '新办法', date: '2021', version: 2 });
    const { reader } = await openTestCatalogue([[old], [next]], { deleted: [[0]] });
    expect(reader.size).toBe(1);
    expect((await reader.record('x'))?.version).toBe(2);
    expect((await reader.recordByCode('Cx'))?.version).toBe(2);
    expect((await reader.search(makeQuery('旧'))).hits).toEqual([]);
    expect((await reader.search(makeQuery('办法'))).total).toBe(1);
  });
});

describe('catalogue › when nothing is typed', () => {
  it('lists newest first, the undated last', async () => {
    const { reader } = await openTestCatalogue([samples]);
    const { hits, total } = await reader.search(makeQuery(''));
    expect(hits.map(({ record }) => record.id)).toEqual(['b', 'long', 'a', 'c']);
    expect(total).toBe(4);
  });

  it('does the same for signs alone, and pages through', async () => {
    const { reader } = await openTestCatalogue([samples]);
    const { hits } = await reader.search(makeQuery('《', { offset: 1, limit: 2 }));
    expect(hits.map(({ record }) => record.id)).toEqual(['long', 'a']);
  });
});

describe('catalogue › when a page is asked for that makes no sense', () => {
  it.each([
    [Number.NaN, Number.NaN, 1],
    [-5, 0, 1],
    [0.7, 2.9, 2],
    [1e12, 1e12, 0],
  ])('offset %d and limit %d give %d hits', async (offset, limit, hits) => {
    const { reader } = await openTestCatalogue([samples]);
    expect((await reader.search(makeQuery('', { offset, limit }))).hits).toHaveLength(hits);
  });
});

describe('catalogue › when there are more hits than are counted', () => {
  it('tells ten thousand and that there are more', async () => {
    const many = Array.from({ length: 10_050 }, (_, at) => makePublishable({ id: `r${at}`, title: '公告' }));
    const { reader } = await openTestCatalogue([many]);
    const all = await reader.search(makeQuery('公告'));
    expect([all.total, all.totalIsLowerBound]).toEqual([10_000, true]);
    const far = await reader.search(makeQuery('', { offset: 10_000, limit: 100 }));
    expect(far.hits).toHaveLength(50);
  });
});

describe('catalogue › when words stand in a long body', () => {
  it('finds the phrase, not its characters, and shows the passage', async () => {
    const { reader } = await openTestCatalogue([samples]);
    const { hits, matched } = await reader.search(makeQuery('第3777条各级人民政府'));
    expect(matched).toBe('whole');
    expect(hits.map(({ record }) => record.id)).toEqual(['long']);
    const snippet = hits[0]?.snippet;
    expect(snippet?.text).toContain('第3777条 各级人民政府');
    const [start, end] = snippet?.ranges[0] ?? [0, 0];
    expect(snippet?.text.slice(start, end)).toBe('第3777条 各级人民政府');
    expect((await reader.search(makeQuery('府人民政'))).total).toBe(0);
  });
});

describe('catalogue › when a query is cancelled', () => {
  it('throws search.cancelled, before or while it works', async () => {
    const { reader, blocks } = await openTestCatalogue([samples, [makePublishable({ id: 'z' })]]);
    const before = new AbortController();
    before.abort();
    expect(await codeOf(reader.search(makeQuery('公开'), before.signal))).toBe('search.cancelled');
    const during = new AbortController();
    const read = blocks.read.bind(blocks);
    blocks.read = async (...asked) => {
      during.abort();
      return read(...asked);
    };
    expect(await codeOf(reader.search(makeQuery('获取政府'), during.signal))).toBe('search.cancelled');
  });
});

describe('builder › when two records claim one identity', () => {
  it('refuses the segment', async () => {
    const twice = [makePublishable({ id: 'x' }), makePublishable({ id: 'x', code: 'OTHER' })];
    const sameCode = [makePublishable({ id: 'x' }), makePublishable({ id: 'y', code: 'Cx' })];
    for (const records of [twice, sameCode]) {
      const building = buildSegment('s', records, new MemoryBlocks().sink('s'), { deflate, inflate });
      expect(await codeOf(building)).toBe('search.duplicate-record');
    }
  });
});

describe('catalogue › when a segment is of another format', () => {
  it('refuses to open it', async () => {
    const { blocks, segments } = await openTestCatalogue([samples]);
    const foreign = segments.map(({ header, deleted }) => ({
      header: { ...header, formatVersion: 1 as unknown as 2 },
      deleted,
    }));
    expect(await codeOf(openCatalogue(foreign, blocks, { inflate, tree: [] }))).toBe('search.format-unknown');
  });

  it('calls a deleted list that names other records damaged', async () => {
    const { blocks, segments } = await openTestCatalogue([samples]);
    const wrong = segments.map(({ header }) => ({ header, deleted: Uint32Array.of(4) }));
    expect(await codeOf(openCatalogue(wrong, blocks, { inflate, tree: [] }))).toBe('search.block-damaged');
  });
});
