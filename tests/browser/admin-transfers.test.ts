// An agency without an account sends a batch through its link; a librarian receives it, and its drafts stand there.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type DeskPage, expectAccessible, expectNoOverflow, openDesk, settle } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';
import { documentsCsv, listCsv } from '../support/transfer-files.ts';

let hub: RunningHub;
let browser: Browser;
let desk: DeskPage;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  desk = await openDesk(browser, hub);
  const rest = { shortName: null, address: null, phone: null, hours: null, leader: null, functions: null };
  await desk.api('POST', '/agencies', { name: '河湾区水务局', order: 1, ...rest });
});
afterAll(async () => {
  await desk.close();
  await browser.close();
  await hub.stop();
});

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

it('upload link › when an agency sends its files › they are checked, received under a number, and drafts', async () => {
  const { page } = desk;
  await desk.open('/admin/transfers?view=links');
  await page.getByLabel('移送机构').selectOption({ label: '河湾区水务局' });
  await page.getByRole('button', { name: '生成上传链接' }).click();
  const address = (await page.locator('.link-address').textContent()) ?? '';
  await expectAccessible(page, 'upload links');

  const sender = await openDesk(browser, hub, { isSignedIn: false, viewport: { width: 390, height: 844 } });
  await sender.page.goto(`${hub.url}${new URL(address).pathname}`);
  const sheet = documentsCsv([['关于停水检修的通知', '河水〔2026〕7号', '2026-10-12']]);
  await sender.page.getByLabel('要移送的文件', { exact: true }).setInputFiles(file('停水.csv', sheet));
  const list = listCsv([['关于停水检修的通知', '河水〔2026〕8号', '2026-10-12', '停水.csv']]);
  await sender.page.getByLabel(/^移送清单/).setInputFiles(file('移送清单.csv', list));
  await expectNoOverflow(sender.page, 'the page behind a link');
  await sender.page.getByRole('button', { name: '提交移送' }).click();
  await sender.page.getByRole('heading', { name: '移送收件回单' }).waitFor();
  await sender.page.getByText('已送达，等待接收').waitFor();

  await desk.open('/admin/');
  await page.getByText('1 批移送等待接收').waitFor();
  await desk.open('/admin/transfers');
  await page.getByRole('link', { name: '河湾区水务局' }).click();
  await page.getByText('文号不一致：清单“河水〔2026〕8号”，文件“河水〔2026〕7号”').waitFor();
  await expectAccessible(page, 'a batch to receive');
  await expectNoOverflow(page, 'a batch to receive');
  await page.getByLabel('说明（有不符之处而确实无误时填写）').fill('已电话核实，以文件为准');
  await page.getByRole('button', { name: '接收并登记' }).click();
  await page.getByText(/已接收，移送登记号 \d{4}-001/).waitFor();

  await sender.page.reload();
  await sender.page.getByText('已接收', { exact: true }).waitFor();
  await sender.close();
  await page.getByRole('link', { name: '关于停水检修的通知' }).click();
  await page.getByText(/来源：河湾区水务局 .* 移送，登记号 \d{4}-001（停水.csv）/).waitFor();
  await settle(page);
  const { records } = (await desk.api('GET', '/records')) as { records: { title: string; state: string }[] };
  expect(records.map(({ title, state }) => [title, state])).toEqual([['关于停水检修的通知', 'draft']]);
});
