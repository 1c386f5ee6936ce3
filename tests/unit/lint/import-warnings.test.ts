// Importing with approval at once: nobody looks, so the import says what a reviewer would have been shown.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#hub/editorial/import/import-files.ts';
import { clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
beforeEach(async () => {
  temp = await openTempDesk();
});
afterEach(() => temp.close());

async function importRows(approve: boolean) {
  const path = join(temp.dir, '文件.csv');
  const head = '标题,索引号,发布机构,成文日期,正文';
  const leak = '关于补助发放的通知,B1-01,河湾区民政局,2024-01-02,请联系张建国 13812345678';
  writeFileSync(path, `${head}\n${leak}\n关于调整公交的通知,B1-02,河湾区民政局,2024-01-03,请知悉\n`);
  const { files } = await importFiles(temp.desk, {
    sources: [{ name: '文件.csv', path, bytes: 1, as: 'documents' }],
    agencyName: null,
    isDryRun: false,
    approve,
    actor: clerk,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return files[0]?.warnings ?? [];
}

describe('importFiles › when a row holds personal data', () => {
  it('with approval › it passes in the operator’s name, and the warnings name what was found', async () => {
    const warnings = await importRows(true);
    expect(warnings).toMatchObject([{ row: 2, code: 'lint.found-personal', details: { count: 1 } }]);
    expect(JSON.stringify(warnings)).not.toContain('13812345678');
    const rows = await temp.desk.db.selectFrom('records').select('state').execute();
    expect(rows.map(({ state }) => state)).toEqual(['approved', 'approved']);
  });

  it('without approval › nothing is said yet: the desk will ask', async () => {
    expect(await importRows(false)).toEqual([]);
  });
});
