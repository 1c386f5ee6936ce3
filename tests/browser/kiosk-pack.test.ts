// A terminal whose network is cut is brought up to date by a stick, and takes nothing wrong from one.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, viewports } from '../support/browser.ts';
import { type RunningHub, runHubCommand, startHub } from '../support/hub.ts';
import { enterStaff } from '../support/kiosk-fixture/enter-staff.ts';

let hub: RunningHub;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-stick-'));
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function command(dataDir: string, ...args: string[]): Promise<void> {
  const { status, stderr } = await runHubCommand([...args, '--data', dataDir]);
  expect(status, stderr).toBe(0);
}

/** Publishes one more record, on this hub or in a data folder of another one. */
async function publish(title: string, dataDir = hub.dataDir): Promise<void> {
  await publishAll([title], dataDir);
}

/** Several at once make a segment that later releases of one record leave alone. */
async function publishAll(titles: readonly string[], dataDir = hub.dataDir): Promise<void> {
  const file = join(folder, `${titles[0]}.jsonl`);
  const lines = titles.map((title) =>
    JSON.stringify({ title, agency: '明渚区交通运输局', date: '2026-11-21', body: title.repeat(400) }),
  );
  await writeFile(file, lines.join('\n'));
  await command(dataDir, 'import', file, '--approve');
  await command(dataDir, 'publish');
}

/** Writes a pack and gives its path. */
async function pack(name: string, args: readonly string[] = [], dataDir = hub.dataDir): Promise<string> {
  const file = join(folder, `${name}.tar`);
  await command(dataDir, 'pack', file, ...args);
  return file;
}

async function openPanel(page: Page): Promise<void> {
  await page.goto(`${hub.url}/staff`);
  await enterStaff(page);
}

const section = (page: Page) =>
  page.locator('.panel-part').filter({ has: page.getByRole('heading', { name: '从 U 盘更新' }) });

/** Chooses a file as staff do and waits for these words. */
async function choose(page: Page, file: string, words: RegExp | string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    section(page).getByRole('button', { name: '选择更新包' }).click(),
  ]);
  await chooser.setFiles(file);
  await section(page).locator('output').getByText(words).waitFor();
}

const shownRelease = (page: Page) => page.locator('.facts').first();

/** A page that has seen the hub, and whose network is cut from then on. */
async function openTerminal(firstWords: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: viewports.portrait });
  const page = await context.newPage();
  await page.goto(`${hub.url}/`);
  await page.getByText(firstWords).first().waitFor({ timeout: 60_000 });
  await page.getByText('可离线使用').first().waitFor({ timeout: 60_000 });
  await openPanel(page);
  await context.setOffline(true);
  return { context, page };
}

test('a stick › when the network is cut › brings a whole pack, then a delta, and nothing wrong', async () => {
  await publish('第一版里的公告');
  const { context, page } = await openTerminal('第一版里的公告');
  await publish('第二版里的公告');
  const second = await pack('second');
  await choose(page, second, '已更新到第 2 版。');
  await shownRelease(page).getByText('第 2 版').waitFor();
  await choose(page, second, '本机已经是第 2 版');

  await publishAll(['第三版里的公告', '第三版里的通知', '第三版里的办法', '第三版里的意见']);
  const third = await pack('third', ['--since', '2']);
  await publish('第四版里的公告');
  const since3 = await pack('since-3', ['--since', '3']);
  await choose(page, since3, /只含第 3 版以后的变化，本机是第 2 版/);
  await shownRelease(page).getByText('第 2 版').waitFor();
  await choose(page, third, '已更新到第 3 版。');
  await choose(page, second, /是旧的（第 2 版，本机是第 3 版）/);

  const bytes = await readFile(since3);
  const damaged = join(folder, 'damaged.tar');
  // Within the largest file: its digest is all that can tell.
  const middle = bytes.indexOf('targets/segments') + 2000;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(damaged, bytes);
  await choose(page, damaged, /文件损坏或不完整/);
  const cut = join(folder, 'cut.tar');
  await writeFile(cut, bytes.subarray(0, bytes.length - 5000));
  await choose(page, cut, /文件损坏或不完整/);
  const note = join(folder, 'note.tar');
  await writeFile(note, '会议记录');
  await choose(page, note, /这不是更新包/);

  const elsewhere = join(folder, 'elsewhere');
  await publish('别处第一版', elsewhere);
  await choose(page, await pack('foreign', [], elsewhere), /不是本馆服务器签发的/);
  await shownRelease(page).getByText('第 3 版').waitFor();

  await page.goto(`${hub.url}/`);
  await page.getByText('第三版里的公告').first().waitFor();
  expect(await page.getByText('第四版里的公告').count()).toBe(0);
  await openPanel(page);
  await choose(page, since3, '已更新到第 4 版。');
  await page.goto(`${hub.url}/search?q=${encodeURIComponent('第四版里的公告')}`);
  await page.getByRole('list', { name: '搜索结果' }).getByText('第四版里的公告').first().waitFor();

  await context.setOffline(false);
  await publish('第五版里的公告');
  await openPanel(page);
  await page.getByRole('button', { name: '现在同步' }).click();
  await shownRelease(page).getByText('第 5 版').waitFor();
  await context.close();
}, 240_000);
