// Staff see every column of a catalogue, read or not, and what they say about one holds.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IngestEvent, IngestOptions, RecognisedColumn } from '#hub/ingest/draft.ts';
import { ingestFile } from '#hub/ingest/ingest-file.ts';

const sheet = `供水领域标准目录,,,,,
序号,公开事项,公开内容,公开依据,公开时限,政策文件,备注
1,停水公告,区域和时间,《城市供水条例》,长期公开,水利法,河湾区水务局
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingchuang-columns-'));
  writeFileSync(join(folder, 'upload'), sheet);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(columns: NonNullable<IngestOptions['columns']>) {
  const source = { name: '目录.csv', path: join(folder, 'upload'), bytes: Buffer.byteLength(sheet) };
  const options = { as: null, agencyName: null, today: '2026-11-22', columns };
  const events: IngestEvent[] = [];
  for await (const file of ingestFile(source, options))
    for await (const event of file.events) events.push(event);
  const recognised = events.find((event) => event.type === 'recognised');
  const accepted = events.find((event) => event.type === 'accepted');
  return { columns: recognised?.columns ?? [], draft: accepted?.draft ?? expect.fail('nothing accepted') };
}

const fields = (columns: readonly RecognisedColumn[]) =>
  Object.fromEntries(columns.map(({ heading, field }) => [heading, field]));

describe('columns of a catalogue › when staff look at them', () => {
  it('those without a field › they are listed all the same, in the order of the sheet', async () => {
    const { columns } = await read({});
    expect(columns.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(fields(columns)).toMatchObject({ 公开依据: 'basis', 政策文件: null, 备注: null });
  });

  it('and give an unread one a field › it is read, under its own heading', async () => {
    const { columns, draft } = await read({ 6: 'agency' });
    expect(fields(columns)).toMatchObject({ 备注: 'agency' });
    expect(draft.agencyName).toBe('河湾区水务局');
  });

  it('and move a field to another › the first one is left', async () => {
    const { columns, draft } = await read({ 5: 'basis' });
    expect(fields(columns)).toMatchObject({ 公开依据: null, 政策文件: 'basis' });
    expect(draft.details).toMatchObject({ basis: '水利法' });
  });

  it('and use one no more › it stays in the list and out of the record', async () => {
    const { columns, draft } = await read({ 3: null });
    expect(fields(columns)).toMatchObject({ 公开依据: null });
    expect(draft.details).toMatchObject({ basis: '' });
  });
});
