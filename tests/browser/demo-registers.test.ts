// Every ready-made register of the demonstration venue on the terminal and on the phone: the register, and an entry of it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RegisterDetails } from '#shared/catalogue/register.ts';
import { registerTemplates } from '#shared/registers/templates.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { type RunningHub, startHub } from '../support/hub.ts';

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

/** Every public record of a kind. */
async function all(kind: 'register' | 'entry'): Promise<readonly CatalogueRecord[]> {
  const found: CatalogueRecord[] = [];
  for (;;) {
    const answer = await fetch(`${hub.url}/api/search?q=&kind=${kind}&limit=50&offset=${found.length}`);
    const { hits } = (await answer.json()) as { hits: readonly { record: CatalogueRecord }[] };
    if (hits.length === 0) return found;
    found.push(...hits.map(({ record }) => record));
  }
}

const headings: Readonly<Record<RegisterDetails['views'][number]['view'], RegExp>> = {
  'look-up': /查找/u,
  ranking: /排行/u,
  table: /表格/u,
  chart: /图/u,
};

it('every ready-made register › when the venue is opened › is on the terminal and the phone, with an entry', async () => {
  const registers = await all('register');
  const entries = await all('entry');
  const templates = registers.map(({ details }) => (details?.type === 'register' ? details.template : null));
  expect(new Set(templates)).toEqual(new Set(registerTemplates.map(({ id }) => id)));
  const page = await browser.newPage({ viewport: viewports.portrait });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${hub.url}/registers`);
  await page.getByText(`共 ${registers.length} 个`).waitFor();
  for (const { id, code, title, details } of registers) {
    await page.goto(`${hub.url}/record/${id}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const views = details?.type === 'register' ? details.views : [];
    expect(views, title).not.toEqual([]);
    for (const { view } of views)
      await page.getByRole('heading', { level: 2, name: headings[view] }).first().waitFor();
    const entry = entries.find((one) => one.details?.type === 'entry' && one.details.registerId === id);
    expect(entry, title).toBeDefined();
    await page.goto(`${hub.url}/record/${entry?.id}`);
    await page.getByRole('link', { name: /出自/u }).filter({ hasText: title }).waitFor();
    for (const one of [code, entry?.code]) {
      const phone = await fetch(`${hub.url}/m/${one}`);
      expect([phone.status, (await phone.text()).includes(title)], title).toEqual([200, true]);
    }
  }
  expect(faults).toEqual([]);
});
