// A draft put out for comment: opened at the desk, seen at a terminal without a network, answered by phone, sorted, and
// its result published back beside it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConsultationDetail } from '#shared/protocol/consultations-api.ts';
import type { RecordDetail } from '#shared/protocol/hub-api.ts';
import { graveViolations } from '../support/axe.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { type DeskPage, expectNoOverflow, openDesk } from '../support/desk-page.ts';
import { type RunningHub, runHubCommand, startHub } from '../support/hub.ts';
import { readQrFromScreen } from '../support/read-qr.ts';
import { agencyInput, documentInput } from '../support/temp-desk.ts';

let folder: string;
let hub: RunningHub;
let browser: Browser;
let desk: DeskPage;
const draftTitle = '明渚区机动车停放服务收费管理办法';
const noticeTitle = `关于公开征求《${draftTitle}》意见的公告`;
const gist = '夜间收费过高';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-consult-'));
  hub = await startHub({ dataDir: join(folder, 'data'), isEmpty: true });
  browser = await launchBrowser();
  desk = await openDesk(browser, hub);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function publish(...ids: readonly string[]): Promise<void> {
  await desk.api('POST', '/records/approve', { ids });
  const { status, stderr } = await runHubCommand([
    'publish',
    '--data',
    join(folder, 'data'),
    '--public-url',
    hub.url,
  ]);
  expect(status, stderr).toBe(0);
}

/** Days from today in Beijing, `YYYY-MM-DD`. */
function day(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** Fills the desk's form for a document and gives the consultation the hub made of it. */
async function openConsultation(): Promise<ConsultationDetail> {
  const agency = (await desk.api('POST', '/agencies', agencyInput('明渚区发展改革委'))) as { id: string };
  const input = documentInput(agency.id, { title: draftTitle });
  const { id } = (await desk.api('POST', '/records', input)) as RecordDetail;
  await desk.open('/admin/consultations');
  const { page } = desk;
  await page.getByRole('button', { name: '发起', exact: true }).click();
  await page.getByRole('button', { name: draftTitle }).click();
  await page.getByLabel('截止日期').fill(day(12));
  await page.getByLabel(/^征求意见的条目/).fill('第一章 总则\n第二章 收费标准\n第三章 优惠');
  await page.getByLabel('电子邮件').fill('jiage@mingzhu.example');
  await page.getByLabel('电话', { exact: true }).fill('0600-5550120');
  await page.getByLabel(/^涉及企业/).check();
  await page.getByRole('button', { name: '发起，写入公告' }).click();
  await page.waitForURL(/\/admin\/consultations\/q/);
  await page.getByText('征求意见应不少于 30 日').waitFor();
  await page.getByText('公告还没有公开').waitFor();
  const own = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const detail = (await desk.api('GET', `/consultations/${own}`)) as ConsultationDetail;
  expect(detail.draft).toEqual({ id, title: draftTitle });
  await publish(id, detail.row.recordId);
  return detail;
}

/** Writes a comment on a phone that runs no script, and gives the receipt code. */
async function comment(address: string, words: string): Promise<string> {
  const context = await browser.newContext({ viewport: viewports.phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await expect.poll(() => page.locator('main').innerText()).toContain('还剩 12 天');
  await page.getByLabel('针对哪一部分').selectOption('第二章 收费标准');
  await page.getByLabel('您的意见').fill(words);
  await page.getByRole('button', { name: '提交意见' }).click();
  await page.getByRole('heading', { name: '已收到' }).waitFor();
  const code = await page.locator('.receipt__code').innerText();
  await context.close();
  return code;
}

async function sortTheReply(id: string): Promise<void> {
  const { page } = desk;
  await desk.open(`/admin/consultations/${id}`);
  await page.getByRole('button', { name: '整理', exact: true }).click();
  await page.getByRole('button', { name: '部分采纳', exact: true }).click();
  await page.getByLabel(/^意见要点/).fill(gist);
  await page.getByLabel(/^说明理由/).fill('夜间封顶价由十元降为八元');
  await page.getByRole('button', { name: '保存整理' }).click();
  await page.getByText('夜间封顶价由十元降为八元').waitFor();
  await expectNoOverflow(page, 'the screen of one consultation');
}

/** With the page's own script, as most phones open it. */
async function expectFormAccessible(address: string): Promise<void> {
  const context = await browser.newContext({ viewport: viewports.phone });
  const page = await context.newPage();
  await page.goto(address);
  expect(await graveViolations(page)).toEqual([]);
  await expectNoOverflow(page, 'the form on a phone');
  await context.close();
}

const main = (page: Page) => page.locator('main');

it('draft for comment › from the desk to a terminal, a phone and back › everybody reads what became of it', async () => {
  const { row, plan, revision } = await openConsultation();
  const context = await browser.newContext({ viewport: viewports.portrait, timezoneId: 'Asia/Shanghai' });
  const kiosk = await context.newPage();
  await kiosk.goto(hub.url);
  await kiosk.getByText('可离线使用').first().waitFor({ timeout: 60_000 });
  await kiosk.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await kiosk.goto(`${hub.url}/search?kind=notice`);
  await main(kiosk)
    .getByRole('link', { name: /正在征求意见 1 件/ })
    .click();
  await main(kiosk)
    .getByRole('link', { name: /还剩 12 天/ })
    .click();
  const panel = main(kiosk).getByRole('region', { name: '正在征求意见' });
  await expect.poll(() => panel.innerText()).toContain('还剩 12 天');
  expect(await panel.innerText()).toContain('第二章 收费标准');
  await panel.getByRole('link', { name: /看草案全文/ }).waitFor();
  const address = await readQrFromScreen(panel.getByRole('img'));
  expect(address).toBe(`${hub.url}/m/consult/${row.code}`);
  await context.close();

  await expectFormAccessible(address ?? '');
  const code = await comment(address ?? '', '夜里停车一晚十块太贵，能不能便宜点。');
  await sortTheReply(row.id);

  // The desk may set what its notice says; a period that is over is what the summary waits for.
  const over = { ...plan, startsOn: day(-40), endsOn: day(-1), revision };
  await desk.api('PUT', `/consultations/${row.id}`, over);
  await publish(row.recordId);
  await desk.open(`/admin/consultations/${row.id}`);
  await desk.page.getByRole('button', { name: '起草反馈公告' }).click();
  await desk.page.getByText('反馈公告在办理中').waitFor();
  const { summary } = (await desk.api('GET', `/consultations/${row.id}`)) as ConsultationDetail;
  await publish(summary.id);

  // A terminal in use keeps what its visitor reads until they leave, so another one is asked.
  const later = await browser.newContext({ viewport: viewports.portrait, timezoneId: 'Asia/Shanghai' });
  const terminal = await later.newPage();
  await terminal.goto(`${hub.url}/record/${row.recordId}`);
  const result = main(terminal).getByRole('link', { name: /反馈情况/ });
  await result.waitFor({ timeout: 60_000 });
  expect(await main(terminal).innerText()).toContain('征求意见已截止');
  await result.click();
  await expect.poll(() => main(terminal).innerText()).toContain('夜间封顶价由十元降为八元');
  const words = await main(terminal).innerText();
  expect(words).toContain('共收到意见建议1条，其中采纳0条，部分采纳1条，未采纳0条');
  expect(words).toContain(gist);
  expect(words).not.toContain('十块太贵');
  await main(terminal)
    .getByRole('link', { name: `这是对下面公告的反馈 ${noticeTitle}` })
    .waitFor();
  await later.close();

  const progress = { code, lastFour: '' };
  const told = (await desk.api('POST', '/cases/progress', progress)) as { answer: string };
  expect(told.answer).toContain('部分采纳');
  await desk.close();
});
