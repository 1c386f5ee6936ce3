// Staff put the newest release aside: the one before stays on screen over a restart, until a newer one or staff's word.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, viewports } from '../support/browser.ts';
import { type RunningHub, runHubCommand, startHub } from '../support/hub.ts';
import { enterStaff } from '../support/kiosk-fixture/enter-staff.ts';

let hub: RunningHub;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-generation-'));
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function publish(title: string): Promise<void> {
  const file = join(folder, `${title}.jsonl`);
  await writeFile(
    file,
    JSON.stringify({ title, agency: '明渚区交通运输局', date: '2026-11-21', body: title }),
  );
  for (const command of [['import', file, '--approve'], ['publish']]) {
    const { status, stderr } = await runHubCommand([...command, '--data', hub.dataDir]);
    expect(status, stderr).toBe(0);
  }
}

const release = (page: Page) => page.locator('.facts').first();

async function openPanel(page: Page): Promise<void> {
  await page.goto(`${hub.url}/staff`);
  await enterStaff(page);
}

async function syncNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: '现在同步' }).click();
  await page.getByRole('button', { name: '现在同步' }).waitFor();
}

test('generations › when staff go back › the release before is shown and searched until a newer one arrives', async () => {
  await publish('第一版里的公告');
  const page = await browser.newPage({ viewport: viewports.portrait });
  await page.goto(`${hub.url}/`);
  await page.getByText('第一版里的公告').first().waitFor({ timeout: 60_000 });
  await publish('第二版里的公告');
  await openPanel(page);
  await syncNow(page);
  await release(page).getByText('第 2 版').waitFor();
  await page.getByRole('button', { name: '换回上一版（第 1 版）' }).click();
  await page.getByText(/第 2 版先不显示/).waitFor();
  await release(page).getByText('第 1 版').waitFor();

  await page.goto(`${hub.url}/`);
  await page.getByText('第一版里的公告').first().waitFor();
  expect(await page.getByText('第二版里的公告').count()).toBe(0);
  await openPanel(page);
  await syncNow(page);
  await page.getByText(/第 2 版先不显示/).waitFor();

  await publish('第三版里的公告');
  await syncNow(page);
  await release(page).getByText('第 3 版').waitFor();
  expect(await page.getByText(/先不显示/).count()).toBe(0);
  await page.getByRole('button', { name: '换回上一版（第 2 版）' }).click();
  await page.getByRole('button', { name: '回到最新的第 3 版' }).click();
  await release(page).getByText('第 3 版').waitFor();
  await page.close();
});

test('terminal name › when staff give one › the hub’s list has it', async () => {
  const page = await browser.newPage({ viewport: viewports.portrait });
  await openPanel(page);
  for (const part of ['东厅', '7', '号']) await page.getByRole('button', { name: part, exact: true }).click();
  await page.getByRole('button', { name: '保存' }).click();
  const names = async () => {
    const { stdout } = await runHubCommand(['status', '--json', '--data', hub.dataDir]);
    return JSON.stringify((JSON.parse(stdout) as { terminals: unknown }).terminals);
  };
  await expect.poll(names, { timeout: 30_000, interval: 1_000 }).toContain('东厅7号');
  await page.close();
});
