// An emergency from the desk to a terminal somebody stands at: planned by the minute, above what is open, and read.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordDetail } from '#shared/protocol/hub-api.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { type DeskPage, openDesk } from '../support/desk-page.ts';
import { type RunningHub, runHubCommand, startHub } from '../support/hub.ts';
import { agencyInput, documentInput } from '../support/temp-desk.ts';

let folder: string;
let hub: RunningHub;
let browser: Browser;
let desk: DeskPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-planned-'));
  hub = await startHub({ dataDir: join(folder, 'data'), isEmpty: true });
  browser = await launchBrowser();
  desk = await openDesk(browser, hub, { timezoneId: 'UTC' });
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function publish(id: string): Promise<void> {
  await desk.api('POST', '/records/approve', { ids: [id] });
  const { status, stderr } = await runHubCommand(['publish', '--data', join(folder, 'data')]);
  expect(status, stderr).toBe(0);
}

/** Days from today in Beijing, `YYYY-MM-DD`. */
function day(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** Writes an emergency at the desk that is shown at once and goes with its period; gives its id. */
async function planEmergency(): Promise<string> {
  const { page } = desk;
  await desk.open('/admin/records/new');
  await page.getByLabel('种类', { exact: true }).selectOption('notice');
  await page.getByLabel('标题', { exact: true }).fill('渚河水位红色预警');
  await page.getByLabel(/^公开主体/).selectOption({ index: 1 });
  await page.getByLabel('级别', { exact: true }).selectOption('emergency');
  await page.getByLabel('公示结束', { exact: true }).fill(day(2));
  await page.getByLabel(/^异议受理/).fill('区防汛办 0600-5550119');
  await page.getByLabel('从何时起展示').fill(`${day(1)}T09:30`);
  await page.getByText(`${day(1)} 09:30 起自动展示`).waitFor();
  await page.getByLabel('从何时起展示').fill(`${day(-1)}T09:30`);
  // The period is what ends it: the midnight behind its last day.
  await page.getByText(`${day(3)} 00:00 自动撤下`).waitFor();
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/\/admin\/records\/(?!new)/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

const main = (page: Page) => page.locator('main');

it('emergency › when it is published under a visitor › it stands above what they read, and opens', async () => {
  const agency = (await desk.api('POST', '/agencies', agencyInput('明渚区水务局'))) as { id: string };
  const created = (await desk.api('POST', '/records', documentInput(agency.id))) as RecordDetail;
  await publish(created.id);

  const context = await browser.newContext({ viewport: viewports.portrait, timezoneId: 'Asia/Shanghai' });
  const kiosk = await context.newPage();
  await kiosk.goto(hub.url);
  await main(kiosk).getByText(created.content.title).first().click();
  await main(kiosk).getByRole('heading', { name: created.content.title }).waitFor();

  const id = await planEmergency();
  const { content } = (await desk.api('GET', `/records/${id}`)) as RecordDetail;
  expect(content.shown).toEqual({ from: new Date(`${day(-1)}T09:30+08:00`).toISOString(), until: null });
  expect(content.details).toMatchObject({ withdrawsAtEnd: true, objection: '区防汛办 0600-5550119' });
  await publish(id);

  // The terminal looks for news when its network comes back, which spares a test the minute between two looks.
  for (const worker of kiosk.workers()) await worker.evaluate(() => dispatchEvent(new Event('online')));
  const strip = kiosk.getByRole('alert');
  await expect.poll(() => strip.innerText(), { timeout: 90_000 }).toContain('渚河水位红色预警');
  await main(kiosk).getByRole('heading', { name: created.content.title }).waitFor();
  await strip.getByRole('button').click();
  await main(kiosk).getByRole('heading', { name: '渚河水位红色预警' }).waitFor();
  const text = await main(kiosk).innerText();
  expect(text).toContain('公示剩余 2 天');
  expect(text).toMatch(/异议受理\s*区防汛办 0600-5550119/);
  await context.close();
  await desk.close();
});
