// Registers in releases: what is approved and masked goes in, what waits stays out, little changes cost little.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency, updateAgency } from '#hub/editorial/agencies.ts';
import { createPublishSource } from '#hub/editorial/publish-source.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { openRelease } from '#hub/publish/open-release.ts';
import { publishRelease } from '#hub/publish/publish.ts';
import { listRegisters } from '#hub/registers/register-list.ts';
import { createRegisterService } from '#hub/registers/register-service.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { Mask } from '#shared/catalogue/register.ts';
import { collect, importTable } from '#tests/support/import-register.ts';
import { releaseWords } from '#tests/support/release-words.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
beforeEach(async () => {
  temp = await openTempDesk();
});
afterEach(() => temp.close());

const publish = () => {
  temp.tick(1000);
  return publishRelease(createPublishSource(temp.desk), {
    dataDir: temp.dir,
    publicUrl: 'http://localhost:8080',
    note: '',
    who: clerk.name,
    now: temp.desk.now,
    engine: nodeEngine,
  });
};

/** Every register and entry the release in force carries. */
async function published(): Promise<CatalogueRecord[]> {
  const release = await openRelease(join(temp.dir, 'release'), nodeEngine);
  try {
    const ids = await collect(createPublishSource(temp.desk).approved());
    const records = await Promise.all(ids.map(({ id }) => release.reader.record(id)));
    return records.filter((record) => record !== null);
  } finally {
    await release.close();
  }
}

const titles = async () =>
  (await published()).filter(({ kind }) => kind === 'entry').map(({ title }) => title);

const ranking = (week: number, ...rows: string[]) =>
  [`河湾区2026年第${week}周消费投诉排行`, '排名,投诉问题类别,件数', ...rows].join('\n');

describe('what is released of a register', () => {
  it('when a revision waits › the rows approved before stay, the others are in no release', async () => {
    await importTable(
      temp.desk,
      '养老院名册\n编号,机构名称,星级\nA1,第一养老院,三星级\nA2,第二养老院,四星级',
      { approve: true },
    );
    await publish();
    await importTable(
      temp.desk,
      '养老院名册\n编号,机构名称,星级\nA1,第一养老院,五星级\nA3,远山养老院,一星级',
      { replaces: true },
    );
    expect((await publish()).isUnchanged).toBe(true);
    expect(releaseWords(join(temp.dir, 'release'))).not.toContain('远山');
    const [register] = await listRegisters(temp.desk.db);
    await createRegisterService(temp.desk).decide(register?.id ?? '', 'approve', clerk);
    expect(await publish()).toMatchObject({ records: 3, byKind: { register: 1, entry: 2 } });
    expect((await titles()).sort()).toEqual(['第一养老院', '远山养老院']);
  });

  it('when a register is withdrawn › neither it nor its entries are released, and approving brings them back', async () => {
    await importTable(temp.desk, '养老院名册\n编号,机构名称,星级\nA1,第一养老院,三星级', { approve: true });
    await publish();
    const service = createRegisterService(temp.desk);
    const [register] = await listRegisters(temp.desk.db);
    await service.decide(register?.id ?? '', 'withdraw', clerk);
    expect(await publish()).toMatchObject({ records: 0 });
    await service.decide(register?.id ?? '', 'approve', clerk);
    expect(await publish()).toMatchObject({ byKind: { register: 1, entry: 1 } });
  });

  it('when records and registers stand side by side › the source gives all in the order of their ids', async () => {
    const agency = await createAgency(temp.desk, agencyInput('教育局'), clerk);
    const records = createRecordService(temp.desk);
    const { id } = await records.create(documentInput(agency.id), clerk);
    await records.approve([id], clerk);
    await importTable(
      temp.desk,
      '养老院名册\n编号,机构名称,星级\nA1,第一养老院,三星级\nA2,第二养老院,四星级',
      { approve: true },
    );
    const ids = (await collect(createPublishSource(temp.desk).approved())).map((entry) => entry.id);
    expect(ids).toHaveLength(4);
    expect(ids).toEqual([...ids].sort());
    expect(await publish()).toMatchObject({ byKind: { document: 1, register: 1, entry: 2 } });
    expect((await publish()).isUnchanged).toBe(true);
  });

  it('when a column is hidden or the agency renamed › every entry is released anew', async () => {
    await importTable(temp.desk, '养老院名册\n编号,机构名称,星级\nA1,第一养老院,三星级', { approve: true });
    await publish();
    expect(JSON.stringify(await published())).toContain('三星级');
    const service = createRegisterService(temp.desk);
    const [listed] = await listRegisters(temp.desk.db);
    const { definition, version, agencyId, nodeId, period } = await service.detail(listed?.id ?? '');
    const columns = (definition.columns as { title: string }[]).map((column) =>
      column.title === '星级' ? { ...column, mask: 'hidden' } : column,
    );
    const input = { definition: { ...definition, columns }, agencyId, nodeId, period };
    await service.update(listed?.id ?? '', { ...input, baseVersion: version }, clerk);
    expect((await publish()).isUnchanged).toBe(true);
    await service.decide(listed?.id ?? '', 'approve', clerk);
    await publish();
    expect(JSON.stringify(await published())).not.toContain('三星级');
    temp.tick(1000);
    await updateAgency(temp.desk, agencyId, agencyInput('市场监管局'), clerk);
    await publish();
    expect((await published()).map(({ agencyName }) => agencyName)).toEqual(['市场监管局', '市场监管局']);
  });
});

describe('a register that would publish numbers of persons', () => {
  const table =
    '志愿者名册\n编号,服务队,登记说明\nA1,第一队,队长13812345678\nA2,第二队,身份证110101199003074098';

  /** Imported, with the mask the import proposed taken off or set. */
  async function maskedBy(mask: Mask) {
    await importTable(temp.desk, table);
    const service = createRegisterService(temp.desk);
    const [listed] = await listRegisters(temp.desk.db);
    const id = listed?.id ?? '';
    const { definition, version, agencyId, nodeId, period } = await service.detail(id);
    const columns = (definition.columns as { title: string }[]).map((column) =>
      column.title === '登记说明' ? { ...column, mask } : column,
    );
    const input = { definition: { ...definition, columns }, agencyId, nodeId, period };
    await service.update(id, { ...input, baseVersion: version }, clerk);
    return { service, id };
  }

  it('when nobody answers for them › it is not approved; when somebody does, it is, on record', async () => {
    const { service, id } = await maskedBy('none');
    const { findings, confirmedBefore, version } = await service.findings(id);
    const keys = findings.map(({ key }) => key);
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['id-number', 'mobile-phone']);
    expect(confirmedBefore).toEqual([]);
    for (const confirmed of [[], keys.slice(1)])
      await expect(service.decide(id, 'approve', clerk, confirmed)).rejects.toThrow('register.findings-open');
    expect((await service.detail(id)).approvedVersion).toBeNull();
    expect((await service.decide(id, 'approve', clerk, keys)).approvedVersion).toBe(version);
    // What was answered for is not asked again until it changes.
    expect(await service.findings(id)).toMatchObject({ findings: [], confirmedBefore: keys });
    const row = { 编号: 'A3', 服务队: '第三队', 登记说明: '队长13912345678' };
    const { definition } = await service.detail(id);
    const columns = definition.columns as { key: string; title: keyof typeof row }[];
    const cells = Object.fromEntries(columns.map(({ key, title }) => [key, row[title]]));
    await service.addRow(id, cells, clerk);
    const again = await service.findings(id);
    expect(again.findings).toMatchObject([{ rule: 'mobile-phone', count: 1, examples: [{ row: 3 }] }]);
  });

  it('when their column is masked › there is nothing to answer for', async () => {
    const { service, id } = await maskedBy('hidden');
    expect((await service.findings(id)).findings).toEqual([]);
    await service.decide(id, 'approve', clerk);
  });
});

describe('a ranking', () => {
  it('when the next week’s table comes › it takes the place of the last one and says who moved', async () => {
    await importTable(temp.desk, ranking(46, '1,售后服务,30', '2,质量,20', '3,价格,10'), { approve: true });
    await publish();
    const report = await importTable(temp.desk, ranking(47, '1,质量,40', '2,售后服务,25', '3,广告,5'), {
      approve: true,
    });
    expect(report.table).toMatchObject({ period: '2026年第47周', removed: 1, replaces: true });
    await publish();
    const register = (await published()).find(({ kind }) => kind === 'register');
    const details = register?.details;
    if (details?.type !== 'register') throw new Error('no register');
    expect(register?.title).toContain('第47周');
    const view = details.views.find((one) => one.view === 'ranking');
    expect(view?.view === 'ranking' && view.rows.map(({ label, movement }) => [label, movement])).toEqual([
      ['质量', 1],
      ['售后服务', -1],
      ['广告', null],
    ]);
  });
});

describe('masks', () => {
  const persons = [
    ['陆晓岚', '110101199003070134', '13911112222', '河湾区梧桐街道清水巷18号3单元501室'],
    ['欧阳致远', '110101198505052011', '13822223333', '河湾区东篱镇竹溪村6组27号'],
  ];
  const masks = ['person-name', 'id-number', 'phone', 'address', 'none'];

  it('when columns are masked › no file of the release holds a raw value, packed or plain', async () => {
    const text = [
      '护理员名册',
      '姓名,身份证号,联系电话,家庭住址,星级',
      ...persons.map((cells) => [...cells, '五星级护理员'].join(',')),
    ].join('\n');
    const looked = await importTable(temp.desk, text, { isDryRun: true });
    const columns = looked.table?.definition.columns.map((column, index) => ({
      ...column,
      mask: masks[index],
      isSearchable: true,
      isShown: true,
    }));
    const definition = {
      ...looked.table?.definition,
      columns,
      views: [{ view: 'look-up' }, { view: 'table' }],
    };
    await importTable(temp.desk, text, { definition, approve: true });
    await publish();
    const words = releaseWords(join(temp.dir, 'release'));
    // What is public is found this way, so what is not found is not there.
    expect(words).toContain('五星级护理员');
    for (const raw of persons.flat()) expect(words.includes(raw), raw).toBe(false);
    const records = JSON.stringify(await published());
    for (const raw of persons.flat()) expect(records.includes(raw), raw).toBe(false);
  });
});
