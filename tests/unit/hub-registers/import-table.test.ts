// Tables on their way into registers: recognised, counted, versioned, refused row by row.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRegisters } from '#hub/registers/register-list.ts';
import { createRegisterService, type RegisterService } from '#hub/registers/register-service.ts';
import { importTable } from '#tests/support/import-register.ts';
import { hasSharedData, sharedData, sharedDataReason } from '#tests/support/shared-data.ts';
import { clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let registers: RegisterService;
beforeEach(async () => {
  temp = await openTempDesk();
  registers = createRegisterService(temp.desk);
});
afterEach(() => temp.close());

const heads = '名称,统一社会信用代码,主体类型,成立日期,登记状态,登记机关,住所,经营范围';
// The region 000000 exists nowhere, so neither do these enterprises.
const enterprise = (name: string, code: string, status = '存续') =>
  `${name},${code},个体工商户,2019-02-28,${status},河湾区市场监督管理局,河湾区旧街287号,理发店`;
const valid = ['920000000000087U24', '9200000000000GFA1N', '9200000000000QNQ0K'] as const;
const table = (...rows: string[]) => [heads, ...rows].join('\n');

async function onlyRegister() {
  const [register, ...others] = await listRegisters(temp.desk.db);
  expect(others).toEqual([]);
  if (register === undefined) throw new Error('no register');
  return register;
}

const rowsOf = async (id: string) =>
  (await registers.rows(id, { words: '', after: null, limit: 50, onlyWaiting: false })).rows;

describe('a table nobody knows yet › when its headings fit a ready-made register', () => {
  it('the register is made and its rows wait', async () => {
    const report = await importTable(temp.desk, table(enterprise('旧街理发店', valid[0])), { as: null });
    expect(report).toMatchObject({ as: 'register', rows: 1, accepted: 1, created: 1 });
    expect(report.table).toMatchObject({ register: 'enterprise-info', isNew: true });
    const register = await onlyRegister();
    expect(register).toMatchObject({
      state: 'draft',
      entries: 1,
      waiting: { added: 1, changed: 0, removed: 0 },
    });
  });

  it('and again › everything is unchanged and nothing new waits', async () => {
    const text = table(enterprise('旧街理发店', valid[0]), enterprise('小吃店', valid[1]));
    await importTable(temp.desk, text, { approve: true });
    const again = await importTable(temp.desk, text);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const { version, approvedVersion } = await onlyRegister();
    expect(version).toBe(approvedVersion);
  });

  it('and only spelt otherwise › the mess is no change', async () => {
    await importTable(temp.desk, table(enterprise('快乐龙（丽江）商贸', valid[0])));
    const report = await importTable(temp.desk, table(enterprise('快乐龙(丽江)商贸 ', ` ${valid[0]}　`)));
    expect(report).toMatchObject({ updated: 0, unchanged: 1 });
  });
});

describe('rows that cannot be taken', () => {
  it('when a check character is wrong › the row is refused by its number and column, the others stay', async () => {
    const wrong = `${valid[1].slice(0, -1)}P`;
    const report = await importTable(
      temp.desk,
      table(enterprise('甲', valid[0]), enterprise('乙', wrong), enterprise('丙', valid[2])),
    );
    expect(report).toMatchObject({ rows: 3, accepted: 2, rejectedCount: 1 });
    expect(report.rejected).toMatchObject([
      { row: 3, column: '统一社会信用代码', code: 'register.credit-code-check', details: { expected: 'N' } },
    ]);
  });

  it('when two rows speak of one entry › the second is refused and names the first', async () => {
    const report = await importTable(
      temp.desk,
      table(enterprise('甲', valid[0]), enterprise('乙', valid[0])),
    );
    expect(report.rejected).toMatchObject([{ row: 3, code: 'register.row-twice', details: { row: 2 } }]);
  });

  it('when strictness is asked for › one refusal leaves the store as it was', async () => {
    const text = table(enterprise('甲', valid[0]), enterprise('乙', '9200000000000GFA1P'));
    const report = await importTable(temp.desk, text, { isStrict: true });
    expect(report).toMatchObject({ accepted: 0, rejectedCount: 1 });
    expect(await listRegisters(temp.desk.db)).toEqual([]);
  });

  it('when it is a dry run › it counts and writes nothing', async () => {
    const report = await importTable(temp.desk, table(enterprise('甲', valid[0])), { isDryRun: true });
    expect(report).toMatchObject({ created: 1 });
    expect(await listRegisters(temp.desk.db)).toEqual([]);
  });

  it('when the file is the whole register › a refused row does not remove what is stored of it', async () => {
    await importTable(temp.desk, table(enterprise('甲', valid[0]), enterprise('乙', valid[1])));
    const report = await importTable(temp.desk, table(`甲,${valid[0]},,不是日期,存续,,,`), {
      replaces: true,
    });
    expect(report).toMatchObject({ rejectedCount: 1, table: { removed: 1 } });
    const rows = await rowsOf((await onlyRegister()).id);
    expect(rows.map(({ cells }) => cells.name)).toEqual(['甲']);
  });
});

describe('a register that is approved', () => {
  beforeEach(async () => {
    await importTable(temp.desk, table(enterprise('甲', valid[0]), enterprise('乙', valid[1])), {
      approve: true,
    });
  });

  it('when rows change › what waits is counted, and every version stays readable', async () => {
    await importTable(temp.desk, table(enterprise('甲', valid[0], '注销'), enterprise('丙', valid[2])));
    const register = await onlyRegister();
    expect(register.waiting).toEqual({ added: 1, changed: 1, removed: 0 });
    const [first] = await rowsOf(register.id);
    const { versions } = await registers.history(register.id, first?.id ?? '');
    expect(versions.map(({ cells, isApproved }) => [cells.status, isApproved])).toEqual([
      ['注销', false],
      ['存续', true],
    ]);
  });

  it('when what waits is discarded › it is as it was approved, and the same file changes it again', async () => {
    const changed = table(enterprise('甲', valid[0], '注销'), enterprise('丙', valid[2]));
    await importTable(temp.desk, changed);
    const { id } = await onlyRegister();
    const register = await registers.decide(id, 'discard', clerk);
    expect(register).toMatchObject({ entries: 2, waiting: { added: 0, changed: 0, removed: 0 } });
    expect((await rowsOf(id)).map(({ cells }) => cells.status)).toEqual(['存续', '存续']);
    expect(await importTable(temp.desk, table(enterprise('甲', valid[0])))).toMatchObject({ unchanged: 1 });
    expect(await importTable(temp.desk, changed)).toMatchObject({ created: 1, updated: 1 });
  });

  it('when it was withdrawn › an import that approves leaves it so, and says that', async () => {
    const { id } = await onlyRegister();
    await registers.decide(id, 'withdraw', clerk);
    const report = await importTable(temp.desk, table(enterprise('丙', valid[2])), { approve: true });
    expect(report.warnings).toMatchObject([{ code: 'store.import-still-withdrawn' }]);
    expect(await registers.detail(id)).toMatchObject({
      state: 'withdrawn',
      approvedVersion: null,
      entries: 3,
    });
  });

  it('when the approval is on record › the trail names who and how many', async () => {
    const entries = await temp.desk.db.selectFrom('audit_entries').selectAll().execute();
    const approval = entries.find(({ action }) => action === 'register.approve');
    expect(approval).toMatchObject({ who: clerk.name, subject: '企业基本信息' });
    expect(JSON.parse(approval?.details ?? '')).toMatchObject({ entries: 2 });
  });

  it('when staff correct one row › it waits, and a second person who read it before is told', async () => {
    const { id } = await onlyRegister();
    const [row] = await rowsOf(id);
    const place = { registerId: id, rowId: row?.id ?? '', baseVersion: 1 };
    const saved = await registers.updateRow(place, { ...row?.cells, address: '新街1号' }, clerk);
    expect(saved).toMatchObject({ version: 2, standing: 'changed', cells: { address: '新街1号' } });
    await expect(registers.updateRow(place, row?.cells ?? {}, clerk)).rejects.toMatchObject({
      code: 'store.conflict',
    });
    await expect(registers.addRow(id, row?.cells ?? {}, clerk)).rejects.toMatchObject({
      code: 'register.entry-exists',
    });
  });

  it('when words are looked for › rows are found whatever their width and case, page by page', async () => {
    const { id } = await onlyRegister();
    const find = (words: string, after: string | null = null) =>
      registers.rows(id, { words, after, limit: 1, onlyWaiting: false });
    expect((await find('ｇｆａ')).rows.map(({ cells }) => cells.name)).toEqual(['乙']);
    const first = await find('旧街');
    const second = await find('旧街', first.next);
    expect([...first.rows, ...second.rows].map(({ cells }) => cells.name)).toEqual(['甲', '乙']);
    expect(second.next).toBeNull();
  });
});

describe('a register of one’s own', () => {
  it('when a table fits none › it is named by its title and found again by it', async () => {
    const text = '河湾区养老护理员名册\n姓名,星级,所在机构\n陆晓,三星级,第一养老院\n方雨,四星级,第二养老院';
    expect((await importTable(temp.desk, text)).table?.register).toBe('register-1');
    expect(await importTable(temp.desk, text)).toMatchObject({ unchanged: 2, table: { isNew: false } });
  });

  it('when another column is to tell rows apart and cannot › the set-up is refused', async () => {
    const text = '护理员名册\n编号,姓名,星级\nA001,陆晓,三星级\nA002,陆晓,四星级';
    await importTable(temp.desk, text);
    const { id } = await onlyRegister();
    const detail = await registers.detail(id);
    const columns = (detail.definition.columns as { title: string; roles: string[] }[]).map((column) => ({
      ...column,
      roles: [
        ...column.roles.filter((role) => role !== 'identity'),
        ...(column.title === '姓名' ? ['identity'] : []),
      ],
    }));
    const { agencyId, nodeId, period, version } = detail;
    const input = { definition: { ...detail.definition, columns }, agencyId, nodeId, period };
    await expect(registers.update(id, { ...input, baseVersion: version }, clerk)).rejects.toMatchObject({
      code: 'register.identity-clash',
    });
  });
});

describe('where a table goes › when nobody has said', () => {
  const nurses = '河湾区养老护理员名册\n姓名,星级,所在机构\n陆晓,三星级,第一养老院\n方雨,四星级,第二养老院';

  it('registers whose columns match are proposed with the headings that do, the best first', async () => {
    await importTable(temp.desk, nurses);
    const other = '南山区护理人员\n姓名,星级,所在机构,电话\n何川,三星级,南山养老院,2388';
    const { table } = await importTable(temp.desk, other, { isDryRun: true });
    expect(table).toMatchObject({ isNew: true, template: null });
    expect(table?.candidates[0]).toMatchObject({
      register: 'register-1',
      isExisting: true,
      matching: ['姓名', '星级', '所在机构'],
      unknown: ['电话'],
    });
    const chosen = await importTable(temp.desk, other, { isDryRun: true, register: 'register-1' });
    expect(chosen).toMatchObject({ created: 1, table: { isNew: false, register: 'register-1' } });
  });

  it('a ready-made register can be chosen that the headings alone do not speak for', async () => {
    const text = '名单\n项目,单位,标准\n复印,张,0.5元\n查询,次,免费';
    expect((await importTable(temp.desk, text, { isDryRun: true })).table?.template).toBeNull();
    const { table } = await importTable(temp.desk, text, { isDryRun: true, register: 'fee-list' });
    expect(table).toMatchObject({ isNew: true, template: 'fee-list' });
    expect(table?.definition.columns[0]?.key).toBe('item');
  });
});

describe.skipIf(!hasSharedData)(`tables as offices have them (${sharedDataReason})`, () => {
  const read = (name: string) => readFileSync(sharedData(`catalogues/${name}`), 'utf8');

  it('when a budget table has a title, a unit and sub-rows › its rows are right', async () => {
    const report = await importTable(temp.desk, read('25_奉新_2023三公经费.csv'), { as: null });
    expect(report).toMatchObject({
      as: 'register',
      rows: 6,
      accepted: 6,
      table: { register: 'three-public-expenses', period: '2023年', totals: 1 },
    });
    expect(report.warnings).toEqual([]);
    const rows = await rowsOf((await onlyRegister()).id);
    expect(rows.map(({ cells }) => cells.current)).toEqual(['0', '989.86', '1425.58', '898.22', '527.36']);
  });

  it('when its total is wrong › the row, the column and both figures are told, and everything is taken', async () => {
    const text = read('25_奉新_2023三公经费.csv').replace('2415.44', '2425.44');
    const report = await importTable(temp.desk, text, { as: null });
    expect(report).toMatchObject({ rejectedCount: 0, created: 5 });
    const sums = report.warnings.filter(({ code }) => code === 'register.sum-differs');
    expect(sums).toMatchObject([
      {
        row: 4,
        column: '2023年预算数',
        details: { name: '合计', stated: '2,425.44万元', added: '2,415.44万元', gap: '10.00万元' },
      },
    ]);
  });

  it('when a ranking is not in order › it is taken as it stands', async () => {
    const report = await importTable(temp.desk, read('26_遂宁_2022投诉问题类别.csv'), { as: null });
    expect(report).toMatchObject({ rows: 11, accepted: 11, table: { register: 'complaint-ranking' } });
  });

  it('when fees have gaps and sub-rows › all are kept', async () => {
    const report = await importTable(temp.desk, read('27_新会_信息处理费标准.csv'), { as: null });
    expect(report).toMatchObject({ rows: 3, accepted: 3, table: { register: 'fee-list' } });
  });
});

describe('a table that shares some headings with a register › when nobody says where it goes', () => {
  const homes = [
    '河湾区养老机构一览表（2026年）',
    '机构名称,负责人,联系电话,地址,床位数（张）,收费标准（元/月）,备案日期',
    '第一养老院,陆晓岚,0600-5550160,书台街道12号,120,2300,2024-03-01',
    '云溪护理院,方雨,0600-5550161,云溪路5号,80,3100,2023-06-12',
  ].join('\n');
  const agencies = [
    '河湾区机构和领导名录',
    '机构名称,负责人,职务,办公电话,办公地址',
    '河湾区民政局,林晚舟,局长,0600-5550170,人民路1号',
  ].join('\n');

  it('and would leave much of itself out › it makes one of its own, telling entries apart by name, not by telephone', async () => {
    await importTable(temp.desk, agencies, { approve: true });
    const report = await importTable(temp.desk, homes, { isDryRun: true });
    expect(report.table).toMatchObject({ isNew: true, template: null });
    const columns = report.table?.definition.columns ?? [];
    expect(columns).toHaveLength(7);
    expect(columns.filter(({ roles }) => roles.includes('identity')).map(({ title }) => title)).toEqual([
      '机构名称',
    ]);
    const candidates = report.table?.candidates ?? [];
    expect(candidates.map(({ register }) => register)).toContain('agency-directory');
    expect(await importTable(temp.desk, agencies)).toMatchObject({ unchanged: 1, table: { isNew: false } });
  });
});
