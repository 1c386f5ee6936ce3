// The main journey, end to end: a real hub, a real browser, the network truly cut, a phone without JavaScript.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, viewports } from '../support/browser.ts';
import { type RunningHub, runHubCommand, startHub } from '../support/hub.ts';
import { enterStaff } from '../support/kiosk-fixture/enter-staff.ts';
import { readQrFromScreen } from '../support/read-qr.ts';

const lawTitle = '明渚区长卷条例';
const lastArticle = '第九百条 本条例自公布之日起施行，末条标记为渚上清风。';

/** A law of more than 100,000 characters, in the shape real ones have. */
function longLaw(): string {
  const articles = Array.from({ length: 899 }, (_, index) => {
    const sentence = `各镇街和有关部门应当按照职责分工做好第${index + 1}类事项的公开、登记、查阅和更新工作，`;
    return `第${index + 1}条 ${sentence.repeat(3)}并接受社会监督。`;
  });
  return [...articles, lastArticle].join('\n\n');
}

let browser: Browser;
let context: BrowserContext;
let hub: RunningHub;
let folder: string;

const status = (page: Page) => page.getByRole('status', { name: '内容状态' });
const results = (page: Page) => page.getByRole('list', { name: '搜索结果' }).getByRole('link');

async function openOfflineKiosk(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${hub.url}/`);
  await expect.poll(() => status(page).textContent(), { timeout: 60_000 }).toContain('可离线使用');
  return page;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-journey-'));
  const dataDir = join(folder, 'data');
  const law = {
    title: lawTitle,
    agency: '明渚区人民政府',
    date: '2026-02-03',
    docNo: '渚政规〔2026〕9号',
    body: longLaw(),
  };
  expect(law.body.length).toBeGreaterThan(100_000);
  const file = join(folder, 'law.jsonl');
  await writeFile(file, JSON.stringify(law));
  hub = await startHub({ dataDir });
  for (const command of [['import', file, '--approve'], ['publish']]) {
    const { status: exit, stderr } = await runHubCommand([...command, '--data', dataDir]);
    expect(exit, stderr).toBe(0);
  }
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: viewports.portrait, hasTouch: true });
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the terminal › when the network is cut after its first sync', () => {
  it('reloads, browses, searches, reads a long law to its end and hands it to a phone without JavaScript', async () => {
    const page = await openOfflineKiosk();
    await context.setOffline(true);
    await page.reload();
    await expect.poll(() => status(page).textContent(), { timeout: 30_000 }).toContain('离线');
    expect(await status(page).textContent()).toMatch(/内容截至/);

    await page.goto(`${hub.url}/browse`);
    await page.getByRole('main').getByRole('link').first().waitFor();
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(2);

    await page.goto(`${hub.url}/`);
    await page.getByRole('searchbox').fill(lawTitle);
    await expect.poll(() => results(page).first().textContent()).toContain(lawTitle);
    await results(page).first().tap();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(lawTitle);
    await page.getByText('渚上清风').waitFor({ state: 'attached', timeout: 30_000 });

    await page.getByRole('button', { name: '手机继续' }).tap();
    const symbol = page.getByRole('img', { name: /^二维码/ });
    await symbol.waitFor();
    const address = await readQrFromScreen(symbol);
    expect(address).toMatch(new RegExp(`^${hub.url}/m/[0-9A-Z-]+$`));

    const phone = await browser.newContext({ viewport: viewports.phone, javaScriptEnabled: false });
    const read = await phone.newPage();
    const answer = await read.goto(address ?? '');
    expect(answer?.status()).toBe(200);
    expect(await read.getByRole('heading', { level: 1 }).textContent()).toContain(lawTitle);
    expect(await read.locator('body').textContent()).toContain('渚政规〔2026〕9号');
    await phone.close();
    await context.setOffline(false);
  });

  it('shows what was published meanwhile once the network is back and nobody stands at the screen', async () => {
    const file = join(folder, 'news.jsonl');
    const title = '关于渚北桥恢复通行的公告';
    await writeFile(
      file,
      JSON.stringify({ title, agency: '明渚区交通运输局', date: '2026-11-21', body: '即日起恢复通行。' }),
    );
    const page = await openOfflineKiosk();
    await context.setOffline(true);
    for (const command of [['import', file, '--approve'], ['publish']]) {
      expect((await runHubCommand([...command, '--data', hub.dataDir])).status).toBe(0);
    }
    await context.setOffline(false);
    await page.goto(`${hub.url}/staff`);
    await enterStaff(page);
    await page.getByRole('button', { name: /同步/ }).tap();
    await page.goto(`${hub.url}/search?q=${encodeURIComponent(title)}`);
    await expect.poll(() => results(page).first().textContent(), { timeout: 60_000 }).toContain(title);
  });
});
