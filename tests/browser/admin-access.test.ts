// Every screen of the desk for everybody: axe, the keyboard alone, both languages, three sizes of window.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writtenKinds } from '#shared/catalogue/record.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { archiveOf, documentLines, messyCatalogue, unreadableFile } from '../support/desk-files.ts';
import { type DeskPage, expectAccessible, expectNoOverflow, openDesk, settle } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub(), launchBrowser()]);
  await enrolTerminals();
});
afterAll(async () => {
  await browser.close();
  await hub.stop();
});

/** One terminal that has only registered, and one in trouble. */
async function enrolTerminals(): Promise<void> {
  const post = (path: string, body: unknown, headers = {}) =>
    fetch(`${hub.url}/api/terminals${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const screen = { userAgent: 'Chromium', screen: '1080×1920' };
  await post('', { name: '一楼大厅东侧', ...screen });
  const enrolled = await post('', { name: '二楼服务区', ...screen });
  const { terminalId, token } = (await enrolled.json()) as { terminalId: string; token: string };
  const report = {
    version: 1,
    contentAsOf: null,
    lastSyncAt: null,
    problem: { at: new Date().toISOString(), code: 'release.damaged-file' },
    damagedBlocks: 2,
    usedBytes: 3_200_000,
    appVersion: '0.1.0',
  };
  const answer = await post(`/${terminalId}/report`, report, { authorization: `Bearer ${token}` });
  expect(answer.ok).toBe(true);
}

type Visit = (desk: DeskPage, look: (what: string) => Promise<void>) => Promise<void>;

const longTitle = `关于${'进一步加强和规范'.repeat(12)}政务公开工作的通知`;
const longAgency = '河湾区人民政府政务服务和大数据管理局行政审批综合协调办公室';
/** Rows with everything that strains a layout: long words, no agency, forty columns, many refusals. */
const strainedSheet = (batch: number) => {
  const heads = Array.from({ length: 40 }, (_, index) => ['标题', '发布机构'][index] ?? `自定义栏目${index}`);
  const lines = Array.from({ length: 600 }, (_, index) =>
    [index % 2 ? '' : `${batch}之${index}${longTitle}`, longAgency, ...heads.slice(2).map(() => '内容')].join(
      ',',
    ),
  );
  const buffer = Buffer.from(`\uFEFF${heads.join(',')}\n${lines.join('\n')}\n`);
  return { name: `${longTitle.slice(0, 60)}.csv`, mimeType: 'text/csv', buffer };
};

const row = (title: string) => ({ title, agency: longAgency, date: '2024-01-02', body: '正文。' });

let batches = 0;

const upload = (desk: DeskPage) => desk.page.locator('input[type=file]').first();

const visits: Readonly<Record<string, Visit>> = {
  'today and the list': async (desk, look) => {
    await desk.open('/admin/');
    await look('today');
    await desk.open('/admin/records');
    await look('records');
    await desk.page.locator('thead input').check();
    await desk.page.locator('.bulk-bar button').first().click();
    await look('approval question');
    await desk.page.keyboard.press('Escape');
    await desk.open('/admin/records?q=zzzz');
    await look('nothing found');
    await desk.open('/admin/nowhere');
    await look('unknown place');
  },
  'the editor of every kind': async (desk, look) => {
    for (const kind of writtenKinds) {
      await desk.open(`/admin/records?kind=${kind}`);
      await desk.page.locator('.record-title').first().click();
      await desk.page.locator('.ProseMirror').waitFor();
      await look(`editor of a ${kind}`);
    }
    await desk.open('/admin/records/new');
    await desk.page.locator('.ProseMirror').waitFor();
    await look('editor of a new record');
    await desk.page.locator('.body-tools button').nth(8).click();
    await look('question for a link');
  },
  'the import wizard': async (desk, look) => {
    // Other rows each time: what is already there would leave nothing to import.
    const batch = ++batches;
    await desk.open('/admin/import');
    await look('import: choose');
    const zip = archiveOf('一批.zip', [
      messyCatalogue(),
      documentLines('三条.jsonl', [row(`甲${batch}`), {}, row(`乙${batch}`)]),
    ]);
    await upload(desk).setInputFiles([zip, strainedSheet(batch), unreadableFile()]);
    await desk.page.locator('.file-card').nth(3).waitFor();
    await settle(desk.page);
    await desk.page.locator('#app details').evaluateAll((all) => {
      for (const each of all) (each as HTMLDetailsElement).open = true;
    });
    await look('import: check');
    for (const refused of await desk.page.locator('.file-inside .segment:nth-child(2):enabled').all())
      await refused.click();
    await look('import: refused rows');
    await desk.page.locator('.import-act').click();
    await desk.page.locator('.notice-good').waitFor();
    await look('import: done');
  },
  'publishing, terminals and settings': async (desk, look) => {
    await desk.open('/admin/publish');
    await look('publish');
    await desk.open('/admin/terminals');
    await look('terminals');
    await desk.open('/admin/settings');
    await look('settings');
    await desk.open('/admin/settings/agencies');
    await look('agencies');
    await desk.page.locator('tbody button').first().click();
    await desk.page.locator('dialog[open]').waitFor();
    await look('an agency');
    await desk.open('/admin/settings/audit');
    await look('audit trail');
  },
};

const settings = [
  { language: 'zh-CN', viewport: 'small' },
  { language: 'en', viewport: 'phone' },
] as const;

describe.each(settings)('every screen › in $language at the size “$viewport”', ({ language, viewport }) => {
  it.each(Object.entries(visits))(
    '%s › axe finds nothing grave, and nothing is wider than the window',
    async (_name, visit) => {
      const desk = await openDesk(browser, hub, { language, viewport: viewports[viewport] });
      await visit(desk, async (what) => {
        await expectAccessible(desk.page, what);
        await expectNoOverflow(desk.page, what);
      });
      await desk.close();
    },
  );

  it('the door › it is as good as the rooms behind it', async () => {
    const desk = await openDesk(browser, hub, { language, viewport: viewports[viewport], isSignedIn: false });
    await desk.open('/admin/');
    await expectAccessible(desk.page, 'sign-in');
    await expectNoOverflow(desk.page, 'sign-in');
    await desk.close();
  });
});

describe('the desk › with the keyboard alone', () => {
  /** Presses Tab until what has the focus is called `name`; fails past a hundred. */
  async function tabTo(desk: DeskPage, name: string | RegExp): Promise<void> {
    const named = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
    for (let presses = 0; presses < 100; presses++) {
      await desk.page.keyboard.press('Tab');
      const focused = await desk.page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const label =
          element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent;
        return (label ?? element.textContent ?? '').trim();
      });
      if (named(focused)) return;
    }
    expect.fail(`the keyboard does not reach ${name}`);
  }

  it('from the list through the editor to saving › every step can be reached', async () => {
    const desk = await openDesk(browser, hub);
    const { page } = desk;
    await desk.open('/admin/records?kind=document&q=通知');
    await tabTo(desk, '跳到正文');
    await page.keyboard.press('Enter');
    await tabTo(desk, '新建');
    await tabTo(desk, /^选择“/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: '正文' }).waitFor();
    await tabTo(desk, '标题');
    await page.keyboard.press('End');
    await page.keyboard.type('（修改）');
    await tabTo(desk, '加粗');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+s');
    await page.locator('#editor-standing').filter({ hasText: '已保存 · 可以审核了' }).waitFor();
    expect(await page.locator('h1').textContent()).toMatch(/（修改）$/);
    await desk.close();
  });

  it('a question of the desk › it takes the focus, Escape means no, and the focus returns', async () => {
    const desk = await openDesk(browser, hub);
    const { page } = desk;
    await desk.open('/admin/records');
    await page.locator('tbody input').first().focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '撤下' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('取消');
    await page.keyboard.press('Escape');
    expect((await page.evaluate(() => document.activeElement?.textContent))?.trim()).toBe('撤下');
    await page.getByText('已选 1 条').waitFor();
    await desk.close();
  });
});
