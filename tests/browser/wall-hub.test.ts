// The wall over a real hub: it shows what is published, lives through a cut network and a reload, and catches up.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type RunningHub, runHubCommand, startHub } from '../support/hub.ts';
import { wallSizes } from '../support/wall-fixture/open-wall.ts';

/** Where phones would find the hub; nothing here asks it. */
const publicUrl = 'http://hall.example:8080';

let browser: Browser;
let context: BrowserContext;
let folder: string;
let dataDir: string;
let hub: RunningHub;

/** Days from today, `YYYY-MM-DD`. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function publishNotice(title: string, level: string, body: string): Promise<void> {
  const file = join(folder, 'notices.jsonl');
  const notice = {
    title,
    agency: '明渚区水务局',
    date: dayFromNow(0),
    publishedOn: dayFromNow(0),
    level,
    startsOn: dayFromNow(-1),
    endsOn: dayFromNow(5),
    contact: '供水服务热线 0600-5550296',
    body,
  };
  await writeFile(file, JSON.stringify(notice));
  for (const command of [
    ['import', file, '--as', 'notices', '--approve'],
    ['publish', '--public-url', publicUrl],
  ]) {
    const { status, stderr } = await runHubCommand([...command, '--data', dataDir]);
    expect(status, stderr).toBe(0);
  }
}

const status = (page: Page) => page.getByRole('status', { name: '内容状态' });
const body = (page: Page) => page.locator('.wall-body');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-wall-'));
  dataDir = join(folder, 'data');
  hub = await startHub({ dataDir, isEmpty: true });
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: wallSizes.landscape });
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await rm(folder, { recursive: true, force: true });
});

it('wall › with the network cut and after a reload › it shows what it holds, and catches up later', async () => {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${hub.url}/screen?layout=notices&terminal=wall-1`);
  expect(new URL(page.url()).pathname).toBe('/screen/');
  await expect.poll(() => body(page).innerText()).toContain('中枢还没有发布过内容');

  await publishNotice('惠民路片区计划停水公告', 'important', '明晚九点至后天早晨六点停水，请提前储水。');
  await page.reload();
  await expect.poll(() => body(page).innerText(), { timeout: 60_000 }).toContain('惠民路片区计划停水公告');
  expect(await body(page).innerText()).toContain('请提前储水');
  expect(await page.locator('.is-side').innerText()).toMatch(/公示期还有\s*[45]\s*天/);
  expect(await page.locator('.qr').getAttribute('aria-label')).toContain(`${publicUrl}/m/`);
  await page.evaluate(() => navigator.serviceWorker.ready);

  await context.setOffline(true);
  await page.goto(`${hub.url}/screen?layout=notices&terminal=wall-1`);
  await expect.poll(() => body(page).innerText()).toContain('惠民路片区计划停水公告');
  await expect.poll(() => status(page).innerText()).toContain('离线');
  expect(await status(page).innerText()).toContain('内容截至');

  await publishNotice('渚河水位红色预警', 'emergency', '沿河居民请立即转移到安置点。');
  await context.setOffline(false);
  await expect.poll(() => body(page).innerText(), { timeout: 60_000 }).toContain('渚河水位红色预警');
  expect(await page.locator('.alert').innerText()).toContain('请立即转移');
  expect(complaints).toEqual([]);
});

it('hub › asked for pages of the wall › it answers with the one page under the kiosk’s policy', async () => {
  const [wall, kiosk, nowhere] = await Promise.all(
    ['/screen/', '/', '/screen/nowhere'].map((path) => fetch(hub.url + path, { redirect: 'manual' })),
  );
  expect(wall?.status).toBe(200);
  expect(await wall?.text()).toContain('公告屏');
  expect(wall?.headers.get('content-security-policy')).toBe(kiosk?.headers.get('content-security-policy'));
  expect(nowhere?.status).toBe(404);
});

it('hub › when a wall has reported › it is listed among the terminals under its name', async () => {
  const listed = async () => {
    const { stdout } = await runHubCommand(['status', '--json', '--data', dataDir]);
    return JSON.stringify(JSON.parse(stdout).terminals);
  };
  await expect.poll(listed, { interval: 1_000 }).toContain('wall-1');
});
