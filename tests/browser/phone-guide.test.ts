// A guide taken along: ticked on the phone, opened again without a network, printed whole, and cleared.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListeningHub, listen } from '#hub/http/listen.ts';
import { parseDetails } from '#shared/catalogue/details-schema.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { entry } from '../unit/hub-http/fake-release.ts';
import { type FakeHub, fakeHub } from '../unit/hub-http/fake-services.ts';

const details = parseDetails('guide', {
  address: '望山路18号',
  window: '3号窗口',
  phone: '0830-5550126',
  promisedLimit: '3个工作日',
  conditions: ['有固定的经营场所', '已满18周岁'],
  materials: [{ name: '登记申请书', form: '原件' }],
  steps: [{ name: '受理' }],
  questions: [{ question: '可以代办吗？', answer: '可以，请带上委托书。' }],
});

let fake: FakeHub;
let server: ListeningHub;
let browser: Browser;

beforeAll(async () => {
  fake = fakeHub();
  const guide = { id: 'g', code: 'GDE2Q9X4', kind: 'guide', title: '设立登记', body: null } as const;
  const other = { id: 'd', code: 'K7M2Q9X5', title: '一份文件' };
  fake.state.entries = [entry({ ...guide, details: details.ok ? details.details : null }, []), entry(other)];
  server = await listen(fake.hub, { host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  fake?.remove();
});

test('a guide › ticked on the phone › is there without a network, as it was left, and nothing else is kept', async () => {
  const address = `http://127.0.0.1:${server.port}/m`;
  const context = await browser.newContext({ viewport: viewports.phone, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${address}/GDE2Q9X4-5`);
  await page.getByText('没有网络也能打开').waitFor();
  await page.getByLabel('有固定的经营场所').check();
  expect(await page.getByText('符合全部条件').count()).toBe(0);
  await page.getByLabel('已满18周岁').check();
  await page.getByText('符合全部条件').waitFor();

  await context.setOffline(true);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '设立登记' }).waitFor();
  await page.getByText('现在没有网络').waitFor();
  await page.getByText('符合全部条件').waitFor();
  expect(await page.getByLabel('登记申请书').isChecked()).toBe(false);
  // The same guide under its plain address, and styled; another record was never kept.
  await page.goto(`${address}/GDE2Q9X4`);
  expect(await page.getByLabel('已满18周岁').isChecked()).toBe(true);
  const box = await page
    .locator('.tick input')
    .first()
    .evaluate((one) => getComputedStyle(one).width);
  expect(box).toBe('44px');
  await expect(page.goto(`${address}/K7M2Q9X5`)).rejects.toThrow(/net::ERR/);

  await context.setOffline(false);
  await page.goto(`${address}/GDE2Q9X4`);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('可以，请带上委托书').isVisible()).toBe(true);
  expect(await page.locator('.bar').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: '清除打的勾' }).click();
  await page.reload();
  expect(await page.getByLabel('已满18周岁').isChecked()).toBe(false);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  );
  expect(scopes).toEqual(['/m/']);
  await context.close();
});
