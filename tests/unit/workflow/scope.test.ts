// Whoever is bound to one agency touches only its content; and no import approves past the people at the desk.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#hub/editorial/import/import-files.ts';
import { installTemplate } from '#hub/editorial/install-template.ts';
import { listTemplates } from '#hub/editorial/tree-templates/list-templates.ts';
import { type Actor, operatorActor } from '#hub/http/actor.ts';
import { createRegisterService } from '#hub/registers/register-service.ts';
import { codesOf, openStaffedDesk, type StaffedDesk } from '#tests/support/staffed-desk.ts';
import { documentInput } from '#tests/support/temp-desk.ts';

let desk: StaffedDesk;
let lin: Actor;
let bound: Actor;
let folder: string;
beforeEach(async () => {
  desk = await openStaffedDesk();
  lin = await desk.hire('lin', ['contributor', 'approver']);
  bound = await desk.hire('bound', ['contributor', 'approver'], desk.otherAgencyId);
  folder = mkdtempSync(join(tmpdir(), 'mingchuang-scope-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk.close();
});

const foreign = { code: 'workflow.foreign-agency' };

async function run(text: string, actor: Actor, options: { approve?: boolean; register?: boolean } = {}) {
  const path = join(folder, 'list.csv');
  writeFileSync(path, text);
  const { files } = await importFiles(desk.desk, {
    sources: [{ name: '名册.csv', path, bytes: text.length, as: options.register ? 'register' : null }],
    agencyName: null,
    isDryRun: false,
    approve: options.approve ?? false,
    actor,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return files[0];
}

const count = async () => (await desk.records.list({ sort: 'date', order: 'asc', limit: 50 })).total;

describe('somebody bound to an agency', () => {
  it('when they write a record of another › it is refused, also when they would take it over or give one away', async () => {
    await expect(desk.records.create(documentInput(desk.agencyId), bound)).rejects.toMatchObject(foreign);
    const theirs = await desk.draft(lin);
    const own = await desk.records.create(documentInput(desk.otherAgencyId), bound);
    const { content } = await desk.records.detail(theirs);
    const mine = { ...content, agencyId: desk.otherAgencyId };
    await expect(desk.records.update(theirs, mine, 1, bound)).rejects.toMatchObject(foreign);
    const away = { ...own.content, agencyId: desk.agencyId };
    await expect(desk.records.update(own.id, away, 1, bound)).rejects.toMatchObject(foreign);
    expect((await desk.records.update(own.id, { ...own.content, title: '改' }, 1, bound)).version).toBe(2);
  });

  it('when their file holds rows of others › those are refused one by one, and a row naming nobody is theirs', async () => {
    const report = await run(
      '标题,发布机构,成文日期\n甲通知,民政局,2024-01-01\n乙通知,教育局,2024-01-02\n丙通知,新局,2024-01-03\n丁通知,,2024-01-04\n',
      bound,
    );
    expect(report).toMatchObject({ created: 2, rejectedCount: 2 });
    expect(report?.rejected.map(({ row, code }) => [row, code])).toEqual([
      [2, 'workflow.foreign-agency'],
      [4, 'workflow.foreign-agency'],
    ]);
    const { records } = await desk.records.list({ sort: 'date', order: 'asc', limit: 50 });
    expect(records.map(({ title, agencyName }) => [title, agencyName])).toEqual([
      ['乙通知', '教育局'],
      ['丁通知', '教育局'],
    ]);
    const agencies = await desk.desk.db.selectFrom('agencies').select('name').execute();
    expect(agencies).toHaveLength(2);
  });

  it('when a row of theirs carries the number of another agency’s record › that record stays as it is', async () => {
    const theirs = await desk.draft(lin, { indexNo: 'A-1', title: '原来的标题' });
    await run('标题,索引号,发布机构,成文日期\n改掉的标题,A-1,教育局,2024-03-01\n', bound);
    expect(await desk.records.detail(theirs)).toMatchObject({ version: 1, content: { title: '原来的标题' } });
  });

  it('when a register is another agency’s › rows, approval, withdrawal and tables are refused', async () => {
    const table = '养老院名册\n编号,机构名称,星级\nA1,第一养老院,三星级';
    await importRegister(table, lin);
    const registers = createRegisterService(desk.desk);
    const [register] = await registers.list();
    const id = register?.id ?? '';
    await expect(registers.addRow(id, {}, bound)).rejects.toMatchObject(foreign);
    for (const act of ['approve', 'discard', 'withdraw'] as const) {
      await expect(registers.decide(id, act, bound)).rejects.toMatchObject(foreign);
    }
    const report = await run(table, bound, { register: true });
    expect(report?.rejected.map(({ code }) => code)).toEqual(['workflow.foreign-agency']);
  });
});

async function importRegister(text: string, actor: Actor) {
  const path = join(folder, 'register.csv');
  writeFileSync(path, text);
  await importFiles(desk.desk, {
    sources: [{ name: '名册.csv', path, bytes: text.length, as: 'register' }],
    agencyName: '民政局',
    isDryRun: false,
    approve: false,
    actor,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
}

describe('the approval of a register', () => {
  it('when whoever put something into what waits approves it › it is refused; somebody else may', async () => {
    await importRegister('养老院名册\n编号,机构名称,星级\nA1,第一养老院,三星级', lin);
    const registers = createRegisterService(desk.desk);
    const id = (await registers.list())[0]?.id ?? '';
    const wang = await desk.hire('wang', ['contributor', 'approver']);
    await expect(registers.decide(id, 'approve', lin)).rejects.toMatchObject({ code: 'workflow.own-work' });
    expect(await registers.decide(id, 'approve', wang)).toMatchObject({ state: 'approved' });
    const { rows } = await registers.rows(id, { words: '', after: null, limit: 5, onlyWaiting: false });
    await registers.removeRow(id, rows[0]?.id ?? '', wang);
    await expect(registers.decide(id, 'approve', wang)).rejects.toMatchObject({ code: 'workflow.own-work' });
    expect(await registers.decide(id, 'approve', lin)).toMatchObject({ state: 'approved' });
  });
});

describe('an import that would approve', () => {
  const list = '标题,发布机构,成文日期\n甲通知,民政局,2024-01-01\n';

  it('when there is a second person › it is refused before anything is stored', async () => {
    await expect(run(list, lin, { approve: true })).rejects.toMatchObject({
      code: 'workflow.import-approval',
    });
    await expect(desk.workflow.refuseImportApproval(lin)).rejects.toThrow('workflow.import-approval');
    const install = { agencyId: desk.agencyId, sections: [], approve: true };
    const template = installTemplate(desk.desk, listTemplates()[0]?.id ?? '', install, lin);
    await expect(template).rejects.toMatchObject({ code: 'workflow.import-approval' });
    expect(await count()).toBe(0);
    expect(await desk.desk.db.selectFrom('import_batches').selectAll().execute()).toEqual([]);
  });

  it('when whoever works at the machine itself runs it › it approves in their name, and takes the open steps with it', async () => {
    const id = await desk.submitted(lin, { title: '甲通知', date: '2024-01-01', bodyHtml: '' });
    const report = await run(list, operatorActor('operator'), { approve: true });
    expect(report).toMatchObject({ accepted: 1, created: 0 });
    expect((await desk.approved(id)).state).toBe('approved');
    const { reviews } = await desk.workflow.ofRecord(id, lin);
    expect(reviews.every(({ step }) => step === null)).toBe(true);
  });

  it('when one person runs the desk alone › it approves', async () => {
    await desk.desk.db.updateTable('accounts').set({ disabled_at: 'x' }).where('name', '<>', 'lin').execute();
    await run(list, lin, { approve: true });
    expect(codesOf(await desk.records.approve(['nothing'], lin))).toEqual(['not-found']);
    const { records } = await desk.records.list({ sort: 'date', order: 'asc', limit: 5 });
    expect(records).toMatchObject([{ state: 'approved' }]);
  });
});
