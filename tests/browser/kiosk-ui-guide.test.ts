// A guide on the terminal: found without typing, its conditions ticked, its steps drawn, its law opened, then forgotten.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '#tests/support/axe.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { collectComplaints, openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';

let browser: Browser;
let server: FixtureServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('guide › three touches from home › is ticked, taken home, followed to its law, and forgotten', async () => {
  const page = await openFixture(browser, server.url);
  const complaints = collectComplaints(page);
  const { record } = namedRecords.guide;
  await page
    .getByRole('link', { name: /^办事指南/ })
    .first()
    .click();
  await page.getByRole('link', { name: /^社会保障/ }).click();
  await page.getByRole('link', { name: new RegExp(`^${record.title}`) }).click();

  const boxes = page.getByRole('checkbox');
  const conditions = page.locator('.ticks').getByRole('checkbox');
  await conditions.first().waitFor();
  expect(await conditions.count()).toBe(3);
  for (const box of await conditions.all()) {
    expect(await page.getByText('符合全部条件').count()).toBe(0);
    await box.click();
  }
  await page.getByText('符合全部条件').waitFor();
  await page.getByText('是否受理以窗口审查为准').waitFor();

  const flow = await page
    .locator('.flow__step')
    .evaluateAll((steps) => steps.map((step) => step.getBoundingClientRect().top));
  expect(flow).toHaveLength(4);
  expect(flow).toEqual(flow.toSorted((a, b) => a - b));
  const found = await axeViolations(page, { include: ['.record'] });
  expect(found.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

  await page.getByRole('button', { name: /最低生活保障申请书（扫码带走空表）/ }).click();
  await page.locator('.qr').waitFor();
  const form = record.attachments[0];
  expect(await page.locator('.handoff__address').textContent()).toContain(
    `/m/${record.code}/file/${form?.sha256}/form.docx`,
  );
  await page.keyboard.press('Escape');

  // What was ticked is still ticked when one comes back from a form, or from the law.
  await page.getByRole('link', { name: /查看原文 临溪区政府信息查阅服务条例第二十六条/ }).click();
  const cited = page.locator('.body__cited');
  await cited.waitFor();
  expect(await cited.textContent()).toMatch(/^第二十六条/);
  await expect.poll(() => cited.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(0);
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByText('符合全部条件').waitFor();

  await page.getByRole('button', { name: '结束并清除' }).click();
  await page.locator('.screen--home').waitFor();
  await page.evaluate((path) => {
    const link = document.createElement('a');
    link.href = path;
    document.querySelector('.main')?.append(link);
    link.click();
  }, `/record/${record.id}`);
  await boxes.first().waitFor();
  expect(await page.locator('[role=checkbox][aria-checked=true]').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});
