// The watched folder takes each complete file exactly once, wherever the power goes.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { InboxWatch } from '#hub/transfers/inbox/watch-inbox.ts';
import { createTransferService } from '#hub/transfers/transfer-service.ts';
import { agencyInput, clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';
import { documentsCsv, listCsv } from '#tests/support/transfer-files.ts';

let temp: TempDesk;
let root: string;
beforeEach(async () => {
  temp = await openTempDesk();
  root = join(temp.dir, 'inbox');
  mkdirSync(root);
  for (const name of ['民政局', '水务局']) await createAgency(temp.desk, agencyInput(name), clerk);
});
afterEach(() => temp.close());

const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const document = (title: string) => documentsCsv([[title, '', '2024-04-01']]);
const watch = (onStep?: (step: string) => void) =>
  new InboxWatch({ desk: temp.desk, root, workDir: join(temp.dir, 'work'), ...(onStep ? { onStep } : {}) });
const failures: unknown[] = [];
const look = (one: InboxWatch) =>
  one.look(
    () => false,
    (_line, cause) => failures.push(cause),
  );
const batches = async () => {
  const service = createTransferService(temp.desk);
  const { transfers } = await service.list({ limit: 50 }, clerk);
  return Promise.all(transfers.map(({ id }) => service.detail(id, clerk)));
};

describe('watched folder › files put into an agency’s folder', () => {
  it('complete at the second look › become one batch being prepared, and lie in done', async () => {
    put('民政局/低保.csv', document('低保公示'));
    put('民政局/四月/救助.csv', document('救助公示'));
    put('民政局/移送清单.csv', listCsv([['低保公示', '', '2024-04-01', '低保.csv']]));
    put('民政局/清单盖章扫描件.pdf', '%PDF-1.4');
    const one = watch();
    expect(await look(one)).toEqual({ taken: 0, refused: 0 });
    expect(await look(one)).toEqual({ taken: 4, refused: 0 });
    const [batch, ...others] = await batches();
    expect(others).toEqual([]);
    expect(batch).toMatchObject({
      agencyName: '民政局',
      state: 'preparing',
      source: 'folder',
      month: '2024-05',
    });
    expect(batch?.fileList.map(({ name }) => name).sort()).toEqual(['低保.csv', '救助.csv']);
    expect([batch?.rows?.length, batch?.scan?.name]).toEqual([1, '清单盖章扫描件.pdf']);
    expect(existsSync(join(root, 'done/民政局/四月/救助.csv'))).toBe(true);
    expect(await look(one)).toEqual({ taken: 0, refused: 0 });
  });

  it('still growing › waits until it has stopped', async () => {
    const one = watch();
    put('民政局/a.csv', '标题');
    await look(one);
    put('民政局/a.csv', document('长文'));
    expect((await look(one)).taken).toBe(0);
    expect((await look(one)).taken).toBe(1);
  });

  it('names of files that others are still writing › are passed over', async () => {
    for (const name of ['.hidden', '~$表.xlsx', 'a.part', 'b.crdownload', 'c.tmp'])
      put(`民政局/${name}`, 'x');
    const one = watch();
    await look(one);
    expect(await look(one)).toEqual({ taken: 0, refused: 0 });
    expect(readdirSync(join(root, '民政局'))).toHaveLength(5);
  });

  it('two files of one name from two folders › both are kept', async () => {
    put('民政局/a/通知.csv', document('甲'));
    put('民政局/b/通知.csv', document('乙'));
    const one = watch();
    await look(one);
    await look(one);
    expect((await batches())[0]?.fileList.map(({ name }) => name)).toEqual(['通知.csv', '通知 (2).csv']);
  });
});

describe('watched folder › what cannot be taken', () => {
  it('lies in refused with a text that says why, in Chinese', async () => {
    put('没有这个局/a.csv', document('甲'));
    put('散落.csv', document('乙'));
    put('民政局/空.csv', '');
    put('民政局/图.png', Buffer.from('89504e470d0a1a0a', 'hex'));
    put('秘密.txt', 'x');
    symlinkSync('/etc/hostname', join(root, '民政局', '链接.txt'));
    const one = watch();
    await look(one);
    expect(await look(one)).toEqual({ taken: 0, refused: 6 });
    expect(await batches()).toEqual([]);
    const reason = (path: string) => readFileSync(join(root, 'refused', `${path}.txt`), 'utf8');
    expect(reason('没有这个局/a.csv')).toContain('没有名为“没有这个局”的机构');
    expect(reason('散落.csv')).toContain('没有放在机构的文件夹里');
    expect(reason('民政局/链接.txt')).toContain('不是普通文件');
    for (const path of ['民政局/空.csv', '民政局/图.png']) expect(reason(path)).toMatch(/\p{Script=Han}/u);
    expect(existsSync(join(root, 'refused/民政局/图.png'))).toBe(true);
  });
});

describe('watched folder › when the power goes between any two steps', () => {
  /** Runs until the step of this number, where everything stops as by a cut, and then starts anew. */
  async function cutAt(number: number): Promise<boolean> {
    let steps = 0;
    const cut = watch(() => {
      steps += 1;
      if (steps === number) throw new Error('the power went');
    });
    await look(cut);
    await look(cut);
    const again = watch();
    await look(again);
    await look(again);
    return steps >= number;
  }

  it('every file is in its batch once and in done once, and nothing is left', async () => {
    for (let number = 1; ; number += 1) {
      await temp.close();
      temp = await openTempDesk();
      root = join(temp.dir, 'inbox');
      for (const name of ['民政局', '水务局']) await createAgency(temp.desk, agencyInput(name), clerk);
      put('民政局/甲.csv', document('甲'));
      put('水务局/乙.csv', document('乙'));
      put('无此局/丙.csv', document('丙'));
      const wasCut = await cutAt(number);
      const held = (await batches()).flatMap(({ fileList }) => fileList.map(({ name }) => name)).sort();
      expect([number, held]).toEqual([number, ['乙.csv', '甲.csv']]);
      expect(readdirSync(join(root, 'done/民政局'))).toEqual(['甲.csv']);
      expect(readdirSync(join(root, 'done/水务局'))).toEqual(['乙.csv']);
      expect(readdirSync(join(root, 'refused/无此局')).sort()).toEqual(['丙.csv', '丙.csv.txt']);
      expect(readdirSync(join(root, '民政局'))).toEqual([]);
      const unmoved = await temp.desk.db
        .selectFrom('inbox_files')
        .where('moved_at', 'is', null)
        .select('id')
        .execute();
      expect(unmoved).toEqual([]);
      if (!wasCut) break;
    }
  });

  it('the same file put there again later › is a new arrival, not one left over', async () => {
    put('民政局/甲.csv', document('甲'));
    const one = watch((step) => {
      if (step === 'moved') throw new Error('the power went');
    });
    await look(one);
    await look(one);
    const again = watch();
    await look(again);
    put('民政局/甲.csv', document('甲'));
    await look(again);
    expect((await look(again)).taken).toBe(1);
    expect((await batches())[0]?.fileList).toHaveLength(1);
    expect(readdirSync(join(root, 'done/民政局'))).toHaveLength(2);
  });
});
