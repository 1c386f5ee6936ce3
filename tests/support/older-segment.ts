// Segments as earlier formats wrote them, and the records they were made from: what is on the screens of terminals must
// stay readable.
import { readFileSync } from 'node:fs';
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import type { SegmentHeader } from '#shared/search/types.ts';
import { makePublishable } from './catalogue-records.ts';
import { MemoryBlocks } from './memory-blocks.ts';

const entry = (id: string, title: string, facets: readonly (string | null)[]) =>
  makePublishable({
    id,
    title,
    kind: 'entry',
    agencyId: 'agency-2',
    agencyName: '西安市税务局',
    details: { type: 'entry', registerId: 'r1', registerTitle: '社会保险单位名录', cells: [], facets },
  });

/** What the segments hold. */
export const olderRecords: readonly PublishableRecord[] = [
  makePublishable(
    {
      id: 'd1',
      title: '西安市户口登记条例',
      docNo: '西政发〔2019〕12号',
      date: '2019-03-05',
      validity: 'in-force',
      topic: '户籍',
      summary: '办理户口登记',
    },
    '第一条 为了登记户口，制定本条例。\n第二条 公民应当办理登记。',
  ),
  makePublishable({ id: 'd2', title: '社保卡办理指南', date: '2024-07-01', indexNo: 'XA-2024-7' }),
  makePublishable({
    id: 'd3',
    title: '关于新学校名单的通知',
    agencyId: 'agency-3',
    agencyName: '重庆市人民政府',
    topic: '教育',
  }),
  makePublishable({
    id: 'n1',
    kind: 'notice',
    title: '大项目公开',
    date: '2025-01-02',
    shown: { from: '2025-01-02T00:00:00Z', until: '2025-02-02T00:00:00Z' },
  }),
  entry('e1', '西安水务公司', ['存续', '农业']),
  entry('e2', '重庆医疗公司', ['注销', '工业', '东区']),
];

interface WrittenSegment {
  readonly header: SegmentHeader;
  /** Blocks of each section in base 64. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
}

/** Formats of which a segment is kept. */
export const olderFormats = [3, 4] as const;

/** The header of a segment of some format, and its blocks in memory. */
export function readOlderSegment(format: (typeof olderFormats)[number]): {
  readonly header: SegmentHeader;
  readonly blocks: MemoryBlocks;
} {
  const file = new URL(`./older-segment-${format}.json`, import.meta.url);
  const { header, sections } = JSON.parse(readFileSync(file, 'utf8')) as WrittenSegment;
  const blocks = new MemoryBlocks();
  const decoded = Object.entries(sections).map(
    ([name, list]) => [name, list.map((text) => new Uint8Array(Buffer.from(text, 'base64')))] as const,
  );
  blocks.segments.set(header.id, new Map(decoded));
  return { header, blocks };
}
