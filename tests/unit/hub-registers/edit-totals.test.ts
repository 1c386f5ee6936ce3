// Total rows edited by hand: read as those of a table, held against what they add up, waiting like everything else.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPublishSource } from '#hub/editorial/publish-source.ts';
import { listRegisters } from '#hub/registers/register-list.ts';
import { createRegisterService, type RegisterService } from '#hub/registers/register-service.ts';
import { codeOf } from '#tests/support/error-code.ts';
import { collect, importTable } from '#tests/support/import-register.ts';
import { clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let service: RegisterService;
let id: string;

const table = [
  '乡镇救助资金（2026年）',
  '序号,乡镇,户数,金额（万元）',
  '1,东河乡,12,30.5',
  '2,西河乡,8,20',
  '合计,,20,50.5',
].join('\n');

beforeEach(async () => {
  temp = await openTempDesk();
  await importTable(temp.desk, table, { approve: true });
  service = createRegisterService(temp.desk);
  id = (await listRegisters(temp.desk.db))[0]?.id ?? '';
});
afterEach(() => temp.close());

const page = (limit = 50, after: string | null = null) =>
  service.rows(id, { words: '', after, limit, onlyWaiting: false });

/** Rows and totals as the desk lists them. */
async function listed(): Promise<string[]> {
  const { rows, totals } = await page();
  const named = (after: string | null) =>
    totals.filter((total) => total.after === after).map(({ cells }) => `${cells.c2} ${cells.c3} ${cells.c4}`);
  return [...named(null), ...rows.flatMap(({ id: row, cells }) => [cells.c2 ?? '', ...named(row)])];
}

async function onlyTotal() {
  const [total] = (await page()).totals;
  if (total === undefined) throw new Error('no total');
  return total;
}

/** The published table as text. */
async function publishedTable(): Promise<string> {
  const source = createPublishSource(temp.desk);
  const ids = (await collect(source.approved())).map(({ id: one }) => one);
  const records = await collect(source.load(ids));
  return records.find(({ record }) => record.kind === 'register')?.bodyText ?? '';
}

describe('total rows by hand › when one is corrected', () => {
  it('the register waits, people see the old figure until it is approved, and the new one after', async () => {
    const { key, cells } = await onlyTotal();
    await service.updateTotal({ registerId: id, key }, { cells: { ...cells, c4: '５1,050.5' } }, clerk);
    expect(await listed()).toEqual(['东河乡', '西河乡', '合计 20 51050.5']);
    expect(await publishedTable()).toContain('合计 20 50.5');
    await service.decide(id, 'approve', clerk);
    expect(await publishedTable()).toContain('合计 20 51,050.5');
  });

  it('and somebody else was faster › nothing is lost: the older one is told to look again', async () => {
    const { key, cells } = await onlyTotal();
    await service.updateTotal({ registerId: id, key }, { cells: { ...cells, c4: '51' } }, clerk);
    const late = service.updateTotal({ registerId: id, key }, { cells: { ...cells, c4: '52' } }, clerk);
    expect(await codeOf(late)).toBe('register.total-gone');
    expect(await codeOf(service.removeTotal(id, key, clerk))).toBe('register.total-gone');
    expect(await listed()).toEqual(['东河乡', '西河乡', '合计 20 51']);
  });

  it('with a figure that is none, or a name that is none of a total › it is refused in words', async () => {
    const { key, cells } = await onlyTotal();
    const place = { registerId: id, key };
    const asked = (draft: Record<string, string>) =>
      service.updateTotal(place, { cells: { ...cells, ...draft } }, clerk);
    expect(await codeOf(asked({ c4: '约五十' }))).toBe('register.number-unreadable');
    expect(await codeOf(asked({ c2: '南山乡' }))).toBe('register.not-a-total');
    expect((await service.detail(id)).waiting).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await listed()).toEqual(['东河乡', '西河乡', '合计 20 50.5']);
  });

  it('saved as it is › nothing waits', async () => {
    const { key, cells } = await onlyTotal();
    await service.updateTotal({ registerId: id, key }, { cells }, clerk);
    const { version, approvedVersion } = await service.detail(id);
    expect(version).toBe(approvedVersion);
  });
});

describe('total rows by hand › when one is added, moved and removed', () => {
  it('it stands behind the row it was put behind, above the first one, or at the end', async () => {
    const [first] = (await page()).rows;
    const cells = { c2: '小计', c3: '12', c4: '30.5' };
    await service.addTotal(id, { after: first?.id ?? '', cells }, clerk);
    expect(await listed()).toEqual(['东河乡', '小计 12 30.5', '西河乡', '合计 20 50.5']);
    const added = (await page()).totals.find(({ cells: { c2 } }) => c2 === '小计');
    const place = { registerId: id, key: added?.key ?? '' };
    await service.updateTotal(place, { after: '', cells }, clerk);
    expect(await listed()).toEqual(['小计 12 30.5', '东河乡', '西河乡', '合计 20 50.5']);
    const moved = (await page()).totals.find(({ cells: { c2 } }) => c2 === '小计');
    await service.removeTotal(id, moved?.key ?? '', clerk);
    await service.addTotal(id, { cells: { c2: '总计', c3: '20' } }, clerk);
    expect(await listed()).toEqual(['东河乡', '西河乡', '合计 20 50.5', '总计 20 undefined']);
  });

  it('a row added by hand stands above the total that ends the table', async () => {
    await service.addRow(id, { c2: '南山乡', c3: '5', c4: '9' }, clerk);
    expect(await listed()).toEqual(['东河乡', '西河乡', '南山乡', '合计 20 50.5']);
  });

  it('on a page of its own › it stands behind the last row of the page before', async () => {
    const [first] = (await page()).rows;
    await service.addTotal(id, { after: first?.id ?? '', cells: { c2: '小计', c3: '12' } }, clerk);
    const one = await page(1);
    expect(one.totals).toEqual([]);
    const two = await page(1, one.next);
    expect(two.totals.map(({ after, cells }) => [after, cells.c2])).toEqual([
      [first?.id, '小计'],
      [two.rows[0]?.id, '合计'],
    ]);
  });
});

describe('total rows by hand › when figures do not add up', () => {
  it('the desk tells the column, both figures and the difference, and forgets it once mended', async () => {
    expect(await service.faults(id)).toEqual({ sums: [], notes: [] });
    const { rows } = await page();
    const [row] = rows;
    if (row === undefined) throw new Error('no row');
    const place = { registerId: id, rowId: row.id, baseVersion: row.version };
    await service.updateRow(place, { ...row.cells, c4: '31.5' }, clerk);
    const total = await onlyTotal();
    expect((await service.faults(id)).sums).toMatchObject([
      {
        total: total.key,
        columnTitle: '金额',
        name: '合计',
        stated: '50.5万元',
        added: '51.5万元',
        gap: '1.0万元',
      },
    ]);
    const mended = { cells: { ...total.cells, c4: '51.5' } };
    await service.updateTotal({ registerId: id, key: total.key }, mended, clerk);
    expect((await service.faults(id)).sums).toEqual([]);
  });

  it('a total being written is told what it should come to where it is to stand', async () => {
    const { rows } = await page();
    const draft = { key: null, after: rows[0]?.id ?? '', cells: { c2: '小计', c3: '13' } };
    expect((await service.totalSums(id, draft)).sums).toEqual([
      { column: 'c3', added: '12', isWrong: true },
      { column: 'c4', added: '30.5', isWrong: false },
    ]);
    const { key, cells } = await onlyTotal();
    expect((await service.totalSums(id, { key, cells })).sums).toEqual([
      { column: 'c3', added: '20', isWrong: false },
      { column: 'c4', added: '50.5', isWrong: false },
    ]);
  });

  it('what a total says of a person waits for an answer like any row', async () => {
    const noted = ['窗口收件（2026年）', '窗口,件数,备注', '一号,12,', '二号,8,', '合计,20,'].join('\n');
    await importTable(temp.desk, noted, { approve: true }, '收件.csv');
    const other = (await listRegisters(temp.desk.db)).find((one) => one.id !== id)?.id ?? '';
    const { totals } = await service.rows(other, { words: '', after: null, limit: 50, onlyWaiting: false });
    const [total] = totals;
    const cells = { ...total?.cells, c3: '问13911112222' };
    await service.updateTotal({ registerId: other, key: total?.key ?? '' }, { cells }, clerk);
    expect((await service.findings(other)).findings).toMatchObject([{ columnTitle: '备注', count: 1 }]);
  });
});
