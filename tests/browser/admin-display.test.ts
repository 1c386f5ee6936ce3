// The venue's display settings in a real browser: refused by field, kept as set, told of before publishing.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import { launchBrowser } from '../support/browser.ts';
import { type DeskPage, expectAccessible, expectNoOverflow, openDesk } from '../support/desk-page.ts';
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

const stored = async () => (await desk.api('GET', '/venue')) as VenueProfile;
const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
const save = () => desk.page.locator('.card', { hasText: '静息时段' }).getByRole('button', { name: '保存' });

describe('the venue’s display settings › when a colour is too pale and a row names no day', () => {
  it('says both beside their fields and saves nothing', async () => {
    await desk.open('/admin/settings');
    const { page } = desk;
    await page.getByLabel('名称', { exact: true }).fill('河湾区查阅中心');
    await page.getByLabel('所在地区').fill('河湾区');
    await page.getByLabel('主色', { exact: true }).fill('#88aabb');
    await button('开放时段 · 加一行').click();
    for (const day of ['一', '二', '三', '四', '五']) await button(`星期${day}`).click();
    await save().click();
    await page.getByText(/“主色”#88aabb 太浅.*至少要 4\.5/).waitFor();
    await page.getByText('“开放时段”第 1 行没有选星期几').waitFor();
    expect((await stored()).name).not.toBe('河湾区查阅中心');
  });

  it('and is put right › it is saved and stays after a reload', async () => {
    const { page } = desk;
    await page.getByLabel('主色', { exact: true }).fill('#7A1F5C');
    await page.getByLabel('徽标').fill('河湾');
    await button('星期六').click();
    await page.getByLabel('开放时段 1 结束').fill('12:30');
    await button('静息时段 · 加一行').click();
    await button('大屏编排 · 加一行').click();
    await page.getByLabel('大屏编排 1 显示什么').selectOption({ label: '图表' });
    await page.getByLabel('每页停留（秒）').fill('30');
    await save().click();
    await page.getByText('已保存').waitFor();
    const week = [1, 2, 3, 4, 5];
    expect((await stored()).display).toEqual({
      accent: '#7a1f5c',
      emblem: '河湾',
      opening: [{ days: [6], from: '09:00', to: '12:30' }],
      quiet: [{ days: week, from: '09:00', to: '17:00' }],
      wall: {
        plan: [
          { layout: 'charts', span: { days: week, from: '09:00', to: '17:00' } },
          { layout: 'mixed', span: null },
        ],
        pageSeconds: 30,
      },
    });
    await desk.open('/admin/settings');
    expect(await page.getByLabel('主色', { exact: true }).inputValue()).toBe('#7a1f5c');
    expect(await page.getByLabel('开放时段 1 结束').inputValue()).toBe('12:30');
    await expectAccessible(page, 'settings');
    await expectNoOverflow(page, 'settings');
  });
});

describe('publishing › when only display settings changed', () => {
  it('says so, and the release carries them', async () => {
    const agency = (await desk.api('POST', '/agencies', agencyInput('河湾区民政局'))) as { id: string };
    const record = (await desk.api('POST', '/records', documentInput(agency.id))) as { id: string };
    await desk.api('POST', '/records/approve', { ids: [record.id] });
    await desk.open('/admin/publish');
    await button('发布').click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await desk.page.getByText('第 1 版已发布').waitFor();
    const venue = await stored();
    const display = { ...venue.display, emblem: '湾' };
    await desk.api('PUT', '/venue', { ...venue, display });
    await desk.open('/admin/publish');
    await desk.page.getByText('查阅场所的资料有改动').waitFor();
  });
});
