// The list of synonyms in a real browser: kept as typed, refused by row, told of before publishing.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type DeskPage, openDesk } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';
import { agencyInput, documentInput } from '../support/temp-desk.ts';

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

interface SynonymList {
  rules: { word: string; also: string[] }[];
}
const stored = async () => ((await desk.api('GET', '/synonyms')) as SynonymList).rules;
const field = (name: string) => desk.page.getByRole('textbox', { name, exact: true });
const button = (name: string) => desk.page.getByRole('button', { name, exact: true });

describe('the synonyms screen › when a new store is opened', () => {
  it('shows the default list, all of it saved', async () => {
    await desk.open('/admin/settings/synonyms');
    await desk.page.getByText('没有未保存的改动').waitFor();
    expect(await field('第 1 行的词').inputValue()).toBe('低保');
    expect(await field('第 1 行也搜索').inputValue()).toBe('最低生活保障');
    expect((await stored()).length).toBeGreaterThanOrEqual(30);
    expect(await button('保存').isDisabled()).toBe(true);
  });
});

describe('the synonyms screen › when a row is added that cannot stay', () => {
  it('names the row, keeps what was typed and saves nothing', async () => {
    const before = await stored();
    await button('添加一行').click();
    await field('第 1 行的词').fill('老年卡');
    await desk.page.getByText('有改动还没有保存').waitFor();
    await button('保存').click();
    await desk.page.getByText('有 1 行需要修改').waitFor();
    await desk.page.getByText('第 1 行没有写也搜索什么').waitFor();
    expect(await field('第 1 行的词').getAttribute('aria-invalid')).toBe('true');
    expect(await stored()).toEqual(before);
  });

  it('and is put right › it is saved and stays after a reload', async () => {
    await field('第 1 行的词').fill('老年卡');
    await field('第 1 行也搜索').fill('老年人优待证，敬老卡');
    await button('保存').click();
    await desk.page.getByText('没有未保存的改动').waitFor();
    expect((await stored())[0]).toEqual({ word: '老年卡', also: ['老年人优待证', '敬老卡'] });
    await desk.open('/admin/settings/synonyms');
    expect(await field('第 1 行也搜索').inputValue()).toBe('老年人优待证、敬老卡');
  });
});

describe('publishing › when only the synonyms changed', () => {
  it('says so and can be done', async () => {
    const agency = (await desk.api('POST', '/agencies', agencyInput('河湾区民政局'))) as { id: string };
    const record = (await desk.api('POST', '/records', documentInput(agency.id))) as { id: string };
    await desk.api('POST', '/records/approve', { ids: [record.id] });
    await desk.open('/admin/publish');
    await button('发布').click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await desk.page.getByText('第 1 版已发布').waitFor();
    await desk.page.getByText('没有新的改动').waitFor();
    await desk.open('/admin/settings/synonyms');
    await button('删除第 1 行').click();
    await button('保存').click();
    await desk.page.getByText('没有未保存的改动').waitFor();
    await desk.open('/admin/publish');
    await desk.page.getByText('同义词列表有改动').waitFor();
    expect(await button('发布').isEnabled()).toBe(true);
  });
});
