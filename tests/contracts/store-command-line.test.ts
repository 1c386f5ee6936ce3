// The command line as scripts rely on it: exit statuses, one JSON document on stdout, the promised keys.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHubCommand } from '#tests/support/hub.ts';

let dir: string;
let data: string;
let list: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-cli-'));
  data = join(dir, 'data');
  list = join(dir, '文件清单.csv');
  const lines = [
    '标题,文号,发布机构,成文日期,正文',
    '关于调整公交线路的通知,交发〔2024〕1号,交通运输局,2024年3月1日,自即日起调整三条线路。',
    '关于夏季供水的公告,水发〔2024〕2号,水务局,2024-05-06,夏季供水安排如下。',
  ];
  writeFileSync(list, lines.join('\n'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const hub = (...args: string[]) => runHubCommand([...args, '--data', data]);

/** Exactly one JSON document, or the parse fails. */
async function json(...args: string[]) {
  const { status, stdout } = await hub(...args, '--json');
  return { status, value: JSON.parse(stdout) };
}

describe('hub command line', () => {
  it('when used from import to search › every command answers as promised', async () => {
    const rehearsal = await json('import', list, '--dry-run');
    const counts = {
      file: '文件清单.csv',
      as: 'documents',
      rows: 2,
      accepted: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
    };
    expect(rehearsal).toEqual({ status: 0, value: { files: [{ ...counts, rejected: [], warnings: [] }] } });
    expect((await json('status')).value).toMatchObject({ version: null, stored: 0 });
    const imported = await json('import', list, '--approve');
    expect(imported).toEqual(rehearsal);
    expect((await json('import', list)).value.files[0]).toMatchObject({ created: 0, unchanged: 2 });
    const published = await json('publish', '--note', '第一版');
    expect(published.value).toMatchObject({ version: 1, records: 2, byKind: { document: 2 } });
    expect(Object.keys(published.value)).toEqual([
      'version',
      'records',
      'byKind',
      'files',
      'bytes',
      'newFiles',
      'newBytes',
    ]);
    const found = await json('search', '公交线路', '--limit', '1');
    expect(found.value).toMatchObject({
      total: 1,
      hits: [{ title: '关于调整公交线路的通知', agency: '交通运输局' }],
    });
    expect(Object.keys(found.value)).toEqual([
      'total',
      'totalIsLowerBound',
      'ms',
      'matched',
      'alsoSearched',
      'hits',
    ]);
    expect(found.value.hits[0]).not.toHaveProperty('reasons');
    const explained = await json('search', '公交线路', '--explain', '--sort', 'date', '--kind', 'document');
    expect(explained.value).toMatchObject({ total: 1, matched: 'whole', alsoSearched: [] });
    expect(Array.isArray(explained.value.hits[0].reasons)).toBe(true);
    expect(await json('verify')).toMatchObject({ status: 0, value: { ok: true, version: 1, problems: [] } });
    const status = await json('status');
    expect(status.value).toMatchObject({ version: 1, records: 2, awaitingReview: 0, terminals: [] });
  });

  it.each([
    [[]],
    [['bake']],
    [['back-up', 'x']],
    [['import']],
    [['import', 'x.csv', '--as', 'poems']],
    [['publish', '--colour', 'red']],
    [['search']],
    [['search', 'x', '--limit', '0']],
    [['search', 'x', '--sort', 'colour']],
    [['verify', 'a', 'b']],
  ])('when called with %o › it is wrong usage and stdout stays empty', async (args) => {
    const { status, stdout, stderr } = await runHubCommand(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--help');
  });

  it('when a file does not exist or cannot be read › it is refused and says why', async () => {
    const missing = await json('import', join(dir, 'nothing.csv'));
    expect(missing).toMatchObject({ status: 1, value: { problem: { code: 'store.import-no-file' } } });
    const broken = join(dir, 'broken.xlsx');
    writeFileSync(broken, 'PK\u0003\u0004 and then nothing of a workbook');
    const refused = await json('import', broken);
    expect(refused).toMatchObject({ status: 1, value: { files: [{ rows: 1, accepted: 0 }] } });
    expect(refused.value.files[0].rejected).toHaveLength(1);
  });

  it('when nothing has been published › search and verify refuse with a reason', async () => {
    const empty = join(dir, 'empty');
    const found = await runHubCommand(['search', '公交', '--data', empty, '--json']);
    expect(found.status).toBe(1);
    expect(JSON.parse(found.stdout).problem.code).toBe('release.none');
    const verified = await runHubCommand(['verify', '--data', empty, '--json']);
    expect(verified.status).toBe(1);
    expect(JSON.parse(verified.stdout).ok).toBe(false);
  });

  it('when asked for help › it explains every command and changes nothing', async () => {
    const { status, stdout } = await runHubCommand(['--help']);
    expect(status).toBe(0);
    for (const name of ['import', 'publish', 'search', 'verify', 'status', 'serve'])
      expect(stdout).toContain(name);
    expect((await runHubCommand(['import', '--help'])).stdout).toContain('--dry-run');
  });
});
