// What staff choose for one member of an archive holds for that member and no other.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#hub/editorial/import/import-files.ts';
import type { ReadingChoice } from '#hub/http/hub-services.ts';
import { clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
beforeEach(async () => {
  temp = await openTempDesk();
});
afterEach(() => temp.close());

const list = (title: string) =>
  strToU8(`标题,备注,发布机构,成文日期\n${title},民发〔2024〕3号,民政局,2024-01-02\n`);

async function importZip(members: ReadonlyMap<string, ReadingChoice>) {
  const bytes = zipSync({ 'a.csv': list('甲通知'), 'b.csv': list('乙公告') });
  const path = join(temp.dir, 'upload');
  writeFileSync(path, bytes);
  const { files } = await importFiles(temp.desk, {
    sources: [{ name: '一批.zip', path, bytes: bytes.length, as: null, members }],
    agencyName: null,
    isDryRun: false,
    approve: false,
    actor: clerk,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return files;
}

describe('importing an archive › when staff chose for one member', () => {
  it('how it is read › the other members are read as recognised', async () => {
    const files = await importZip(new Map([['一批.zip/b.csv', { as: 'notices' }]]));
    expect(files.map(({ file, as, created }) => [file, as, created])).toEqual([
      ['一批.zip/a.csv', 'documents', 1],
      ['一批.zip/b.csv', 'notices', 1],
    ]);
  });

  it('what a column means › it is read so in that member only', async () => {
    await importZip(new Map([['一批.zip/a.csv', { as: 'documents', columns: { 1: 'docNo' } }]]));
    const rows = await temp.desk.db
      .selectFrom('records')
      .select(['title', 'doc_no'])
      .orderBy('title')
      .execute();
    expect(rows).toEqual([
      { title: '乙公告', doc_no: null },
      { title: '甲通知', doc_no: '民发〔2024〕3号' },
    ]);
  });
});
