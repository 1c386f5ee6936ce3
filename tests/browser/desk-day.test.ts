// A day at the desk: seven people with seven roles take a batch from its transfer through every step to a terminal.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '#shared/accounts/roles.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { type DeskPage, openDesk } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';
import { addStaff } from '../support/staff.ts';
import { agencyInput } from '../support/temp-desk.ts';
import { documentsCsv } from '../support/transfer-files.ts';

const title = '关于停水检修的通知';
const people = [
  ['zhang', '张报送', 'contributor'],
  ['li', '李审查', 'reviewer'],
  ['zhao', '赵批准', 'approver'],
  ['fang', '方发布', 'publisher'],
  ['wang', '王终端', 'keeper'],
  ['sun', '孙监督', 'auditor'],
  ['guan', '关管理', 'administrator'],
] as const satisfies readonly (readonly [string, string, Role])[];

let hub: RunningHub;
let browser: Browser;
let desks: Record<(typeof people)[number][0], DeskPage>;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  const founder = await openDesk(browser, hub);
  const agency = (await founder.api('POST', '/agencies', agencyInput('河湾区水务局'))) as { id: string };
  await founder.close();
  await addStaff(
    hub,
    people.map(([name, displayName, role]) => {
      return { name, displayName, roles: [role], agencyId: role === 'contributor' ? agency.id : null };
    }),
  );
  const opened = people.map(
    async ([name]) => [name, await openDesk(browser, hub, { account: name })] as const,
  );
  desks = Object.fromEntries(await Promise.all(opened)) as typeof desks;
});
afterAll(async () => {
  await browser.close();
  await hub.stop();
});

const press = (desk: DeskPage, name: string) =>
  desk.page.getByRole('button', { name, exact: true }).first().click();
const confirm = (desk: DeskPage, name: string) =>
  desk.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** Sends the agency's batch and has it received; gives the draft's id. */
async function transfer(): Promise<string> {
  const { zhang, fang } = desks;
  await zhang.open('/admin/transfers');
  await press(zhang, '新建一批');
  await press(zhang, '建立');
  const sheet = documentsCsv([[title, '河水〔2026〕7号', '2026-11-12']]);
  const file = { name: '停水.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
  await zhang.page.getByLabel('添加文件').setInputFiles(file);
  await zhang.page.getByText(title).waitFor();
  await press(zhang, '按文件生成清单');
  await zhang.page.getByText('没有清单，文件').waitFor({ state: 'detached' });
  await press(zhang, '送出');
  await confirm(zhang, '送出');
  await fang.open('/admin/transfers');
  await fang.page.getByRole('link', { name: '河湾区水务局' }).click();
  await press(fang, '接收并登记');
  await fang.page.getByText(/已接收，移送登记号 \d{4}-001/).waitFor();
  const { records } = (await zhang.api('GET', '/records')) as { records: { id: string }[] };
  return records[0]?.id ?? '';
}

async function refusals(id: string): Promise<string[]> {
  const item = { items: [{ recordId: id, version: 1 }] };
  const shortcuts: readonly [keyof typeof desks, 'GET' | 'POST', string, unknown?][] = [
    ['zhang', 'POST', '/records/approve', { ids: [id] }],
    ['li', 'POST', '/publish', { note: '' }],
    ['zhao', 'POST', '/reviews', { ...item, note: '' }],
    ['fang', 'POST', '/records/approve', { ids: [id] }],
    ['wang', 'POST', '/reviews/decide', { ...item, decision: 'pass', opinion: '' }],
    ['sun', 'POST', '/reviews', { ...item, note: '' }],
    ['guan', 'POST', '/records/approve', { ids: [id] }],
    ['zhang', 'GET', '/audit'],
  ];
  return await Promise.all(
    shortcuts.map(([name, method, path, body]) =>
      desks[name].api(method, path, body).then(
        () => `${name} ${path} passed`,
        (error: Error) => /: (\d{3}) /.exec(error.message)?.[1] ?? error.message,
      ),
    ),
  );
}

it('a batch › when seven people do their part › it is on the terminal, and every short cut was refused', async () => {
  const { zhang, li, zhao, fang, wang, sun, guan } = desks;
  const id = await transfer();
  expect(await refusals(id)).toEqual(Array.from({ length: 8 }, () => '403'));
  await zhang.open(`/admin/records/${id}`);
  await press(zhang, '提交审查');
  await confirm(zhang, '提交审查');
  await zhang.page.getByText('已提交审查。').waitFor();
  for (const _step of ['self-check', 'secrecy']) {
    await li.open(`/admin/records/${id}`);
    await press(li, '通过');
    await confirm(li, '通过');
    await li.page.getByText('已办理，意见已记录。').waitFor();
  }
  await zhao.open(`/admin/records/${id}`);
  await press(zhao, '批准');
  await confirm(zhao, '批准');
  await zhao.page.getByText('这一版已审核通过').waitFor();
  await fang.open('/admin/publish');
  await press(fang, '发布');
  await confirm(fang, '发布');
  await fang.page.getByText('第 1 版已发布').waitFor();

  const kiosk = await (await browser.newContext({ viewport: viewports.portrait })).newPage();
  await kiosk.goto(hub.url);
  await kiosk.getByText('可离线使用').waitFor({ timeout: 60_000 });
  await kiosk.context().setOffline(true);
  await kiosk.getByRole('searchbox').fill('停水');
  await kiosk.getByRole('list', { name: '搜索结果' }).getByRole('link', { name: title }).waitFor();

  await wang.open('/admin/terminals');
  await sun.open('/admin/settings/audit');
  const { entries } = (await sun.api('GET', '/audit?limit=100')) as { entries: { who: string }[] };
  const onRecord = new Set(entries.map(({ who }) => who));
  expect(['admin', ...people.map(([name]) => name)].filter((name) => !onRecord.has(name))).toEqual([]);
  await guan.open('/admin/settings/accounts');
  for (const [, displayName] of people) await guan.page.getByText(displayName).first().waitFor();
  await Promise.all(Object.values(desks).map((desk) => desk.close()));
});
