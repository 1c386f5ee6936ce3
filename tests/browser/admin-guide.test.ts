// A librarian writes a guide and puts a matter in order with nothing but the screen: what is missing is said, steps keep their order.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type DeskPage, expectAccessible, expectNoOverflow, openDesk } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';
import { agencyInput } from '../support/temp-desk.ts';

let hub: RunningHub;
let browser: Browser;
let desk: DeskPage;
const agency = '河湾区民政局';

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  desk = await openDesk(browser, hub);
  await desk.api('POST', '/agencies', agencyInput(agency));
});
afterAll(async () => {
  await desk.close();
  await browser.close();
  await hub.stop();
});

interface Guide {
  readonly content: { readonly details: { readonly steps: { name: string; limit: string | null }[] } };
}

const idOfPage = () => new URL(desk.page.url()).pathname.split('/').at(-1) ?? '';
const field = (name: string) => desk.page.getByRole('textbox', { name, exact: true });

describe('a guide › when it is begun from nothing', () => {
  it('the kind is asked first, saving says what is missing, and a step put in later takes its place', async () => {
    const { page } = desk;
    await desk.open('/admin/records/new');
    await page.getByLabel('种类').selectOption('guide');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    expect(await page.locator('select:invalid, input:invalid').count()).toBe(2);
    await page.getByLabel('公开主体').selectOption({ label: agency });
    await field('标题').fill('老年优待证办理');
    await page.getByRole('button', { name: '申请材料 · 加一行' }).click();
    await field('名称 1').fill('身份证');
    for (const [row, name] of ['申请', '发证', '核对'].entries()) {
      await page.getByRole('button', { name: '办理环节 · 加一行' }).click();
      await field(`环节 ${row + 1}`).fill(name);
    }
    await field('时限 3').fill('当场');
    expect(await page.getByRole('button', { name: '办理环节 · 第 1 行上移' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '办理环节 · 第 3 行上移' }).click();
    expect(await field('环节 2').inputValue()).toBe('核对');
    await expectAccessible(page, 'a guide');
    await expectNoOverflow(page, 'a guide');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存').first().waitFor();
    const { content } = (await desk.api('GET', `/records/${idOfPage()}`)) as Guide;
    expect(content.details.steps.map(({ name, limit }) => [name, limit])).toEqual([
      ['申请', null],
      ['核对', '当场'],
      ['发证', null],
    ]);
  });
});

describe('a matter › when a ready-made tree was put in', () => {
  it('it is opened from its node, given somebody who answers for it, and shown so in the tree', async () => {
    const { page } = desk;
    await desk.open('/admin/tree');
    await page.getByRole('button', { name: '装入现成目录' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('现成目录', { exact: true }).selectOption('village');
    await dialog.getByRole('button', { name: '装入', exact: true }).click();
    expect(await dialog.locator('select:invalid').count()).toBe(1);
    await dialog.getByLabel('归哪个机构公开').selectOption({ label: agency });
    await dialog.getByRole('button', { name: '装入', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const finances = page.getByRole('button', { name: /^村（居）级财务/u });
    await page.getByRole('button', { name: '展开“村（居）务公开”' }).click();
    await finances.click();
    const matters = page.getByRole('region', { name: '这一类的公开事项' });
    const matter = matters.getByRole('link').first();
    const title = (await matter.textContent()) ?? '';
    await matter.click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await field('责任人').fill('林晚舟');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存').first().waitFor();
    await desk.open('/admin/tree');
    await finances.click();
    await matters.getByRole('row').filter({ hasText: title }).getByText('林晚舟').waitFor();
  });
});
