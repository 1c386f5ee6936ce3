// The catalogue tree at the desk: a ready-made tree goes in, a node is shaped by hand, and both are kept.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type DeskPage, expectAccessible, expectNoOverflow, openDesk } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';
import { agencyInput } from '../support/temp-desk.ts';

let hub: RunningHub;
let browser: Browser;
let desk: DeskPage;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  desk = await openDesk(browser, hub);
  await desk.api('POST', '/agencies', agencyInput('河湾区竹溪村'));
});
afterAll(async () => {
  await desk.close();
  await browser.close();
  await hub.stop();
});

interface Tree {
  nodes: { id: string; parentId: string | null; title: string; basis: string | null; order: number }[];
}
const stored = async () => ((await desk.api('GET', '/tree')) as Tree).nodes;
const button = (name: string | RegExp) =>
  desk.page.getByRole('button', { name, exact: typeof name === 'string' });

describe('the tree screen › when a ready-made tree is installed', () => {
  it('says before what it adds, and shows its matters with their owner', async () => {
    await desk.open('/admin/tree');
    await button('装入现成目录').click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel('现成目录', { exact: true }).selectOption('village');
    await dialog.getByLabel('归哪个机构公开').selectOption({ label: '河湾区竹溪村' });
    await dialog.getByText('会新增 7 个分类、20 个事项').waitFor();
    await expectAccessible(desk.page, 'install');
    await dialog.getByRole('button', { name: '装入', exact: true }).click();
    await desk.page.getByText('已新增 7 个分类、20 个事项').waitFor();
    expect((await stored()).some(({ id }) => id === 'village-6')).toBe(true);
    await button('展开“村（居）务公开”').click();
    await button(/^村（居）级财务/).click();
    const row = desk.page.getByRole('row', { name: /财务收支/ });
    await row.getByText('河湾区竹溪村').waitFor();
    await row.getByText('未填').waitFor();
    await expectAccessible(desk.page, 'tree');
    await expectNoOverflow(desk.page, 'tree');
  });
});

describe('the tree screen › when a node is shaped by hand', () => {
  it('adds, renames, moves and removes it, and refuses what is not empty', async () => {
    await button(/^政府信息公开制度/).click();
    await desk.page.getByLabel('新分类的名称').fill('会议制度');
    await button('添加').click();
    await desk.page.getByRole('heading', { name: '会议制度', exact: true }).waitFor();
    await desk.page.getByLabel('名称', { exact: true }).fill('会议开放制度');
    await button('保存').click();
    await desk.page.getByRole('heading', { name: '会议开放制度', exact: true }).waitFor();
    await desk.page.getByLabel('移到哪个分类下面').selectOption('guide');
    await button('移动').click();
    await expect
      .poll(async () => (await stored()).find(({ title }) => title === '会议开放制度')?.parentId)
      .toBe('guide');
    await button('删除这个分类').click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '删除这个分类' }).click();
    await expect.poll(async () => (await stored()).some(({ title }) => title === '会议开放制度')).toBe(false);
    await button(/^村（居）级财务/).click();
    await desk.page.getByText('下面还有分类或内容，不能删除').waitFor();
    expect(await button('删除这个分类').isDisabled()).toBe(true);
  });
});
