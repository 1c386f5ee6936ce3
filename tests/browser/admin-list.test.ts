// The list over a few thousand records in a real browser: filters, sorting, paging and acting on many stay right.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { documentLines } from '../support/desk-files.ts';
import { type DeskPage, openDesk, settle } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';

const recordCount = 3000;
const agencies = ['水务局', '民政局', '教育局'];

const rows = Array.from({ length: recordCount }, (_, index) => ({
  title: `第${String(index).padStart(4, '0')}号${index % 2 === 0 ? '通知' : '公告'}`,
  agency: agencies[index % agencies.length],
  docNo: `明发〔2024〕${index}号`,
  date: `20${10 + (index % 15)}-0${1 + (index % 9)}-15`,
  body: `第${index}号的正文。`,
}));

let hub: RunningHub;
let browser: Browser;
let desk: DeskPage;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  desk = await openDesk(browser, hub);
});
afterAll(async () => {
  await desk.close();
  await browser.close();
  await hub.stop();
});

const titles = () => desk.page.locator('.record-title').allTextContents();
const total = (count: string) => desk.page.getByText(`共 ${count} 条`, { exact: true }).waitFor();

async function filter(label: string, value: { label: string } | string): Promise<void> {
  await desk.page.getByLabel(label, { exact: true }).selectOption(value);
  await settle(desk.page);
}

async function sortBy(label: string): Promise<void> {
  await desk.page.getByRole('button', { name: label, exact: true }).click();
  await settle(desk.page);
}

async function more(): Promise<void> {
  const shown = await desk.page.locator('tbody tr').count();
  await desk.page.getByRole('button', { name: '显示更多' }).click();
  await desk.page.locator('tbody tr').nth(shown).waitFor();
}

describe('the list › with thousands of records', () => {
  it('when they are imported › the import tells its progress and the list their number', async () => {
    const { page } = desk;
    await desk.open('/admin/import');
    const file = documentLines('三千条.jsonl', rows);
    await page.getByLabel('把文件拖到这里，或点一下选择').setInputFiles([file]);
    await page.getByText('后面还有 2,800 行').waitFor();
    await page.getByRole('button', { name: '导入 3,000 条' }).click();
    await page.getByRole('progressbar', { name: '正在导入…' }).waitFor();
    await page.getByText('导入完成：新建 3,000 条').waitFor();
    await page.getByRole('link', { name: '查看待审核内容' }).click();
    await total('3,000');
  });

  it('when sorted by title › the pages follow each other without gap or repeat', async () => {
    await desk.open('/admin/records');
    await sortBy('标题');
    await sortBy('标题');
    expect(desk.page.url()).toContain('sort=title&order=asc');
    await more();
    await more();
    expect(await titles()).toEqual(rows.slice(0, 300).map(({ title }) => title));
  });

  it('when filtered and sorted by date › only what was asked for is shown, in order', async () => {
    await desk.open('/admin/records?sort=date&order=asc');
    await filter('公开主体', { label: '民政局' });
    await filter('年份', '2012');
    const wanted = rows.filter(({ agency, date }) => agency === '民政局' && date.startsWith('2012'));
    await total(String(wanted.length));
    const dates = await desk.page.locator('tbody td:nth-child(5)').allTextContents();
    expect(dates).toEqual(wanted.map(({ date }) => date).sort());
    expect(new Set(await titles())).toEqual(new Set(wanted.map(({ title }) => title)));
  });

  it('when searched › number and words find, the address keeps it, and going back undoes it', async () => {
    const { page } = desk;
    await desk.open('/admin/records');
    await page.getByRole('searchbox', { name: '查找' }).fill('明发[2024]1234号');
    await page.keyboard.press('Enter');
    await total('1');
    expect(await titles()).toEqual(['第1234号通知']);
    await page.reload();
    await total('1');
    expect(await page.getByRole('searchbox', { name: '查找' }).inputValue()).toBe('明发[2024]1234号');
    await page.getByRole('searchbox', { name: '查找' }).fill('没有这样的词');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的内容。').waitFor();
    await page.getByRole('link', { name: '清除条件' }).click();
    await total('3,000');
    expect(await page.getByRole('searchbox', { name: '查找' }).inputValue()).toBe('');
  });

  it('when a record is opened and left › the list is as it was', async () => {
    const { page } = desk;
    await desk.open('/admin/records?sort=title&order=asc');
    await page.getByRole('link', { name: '第0001号公告' }).click();
    await page.getByRole('textbox', { name: '正文' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: '第0001号公告' }).waitFor();
    expect(page.url()).toContain('sort=title&order=asc');
  });

  it('when all that matches is selected › more than is shown is approved, and a new filter selects none', async () => {
    const { page } = desk;
    await desk.open('/admin/records?state=awaiting');
    await filter('公开主体', { label: '教育局' });
    await total('1,000');
    await page.getByRole('checkbox', { name: '选择本页已显示的全部' }).check();
    await page.getByText('已选 100 条').waitFor();
    await page.getByRole('button', { name: '选择符合条件的全部 1,000 条' }).click();
    await page.getByText('已选 1,000 条').waitFor();
    await page.getByRole('button', { name: '审核通过' }).click();
    await page.getByRole('dialog').getByText('确认 1,000 条内容').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '审核通过' }).click();
    await page.getByText('已通过 1,000 条，跳过 0 条。').waitFor();
    await page.getByText('没有符合条件的内容。').waitFor();
    await filter('公开主体', { label: '水务局' });
    await total('1,000');
    await page.getByText('勾选后可以一起办理').waitFor();
  });
});
