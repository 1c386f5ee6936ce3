// Editing in a real browser: nobody's words are lost, nothing in a record can run, sessions end when told to.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordDetail, RecordInput } from '#shared/protocol/hub-api.ts';
import { launchBrowser } from '../support/browser.ts';
import { documentLines } from '../support/desk-files.ts';
import { type DeskPage, openDesk, settle } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';
import { agencyInput, documentInput } from '../support/temp-desk.ts';
import { xssShapes } from '../unit/ingest/xss-shapes.ts';

let hub: RunningHub;
let browser: Browser;
let agencyId = '';
let desk: DeskPage;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  desk = await openDesk(browser, hub);
  const agency = (await desk.api('POST', '/agencies', agencyInput('河湾区水务局'))) as { id: string };
  agencyId = agency.id;
});
afterAll(async () => {
  await desk.close();
  await browser.close();
  await hub.stop();
});

async function createRecord(changes: Partial<RecordInput> = {}): Promise<RecordDetail> {
  return (await desk.api('POST', '/records', documentInput(agencyId, changes))) as RecordDetail;
}

const readRecord = async (id: string) => (await desk.api('GET', `/records/${id}`)) as RecordDetail;

/** Saves as another session would, behind the back of whoever has the record open. */
async function saveElsewhere({ id, version, content }: RecordDetail, changes: Partial<RecordInput>) {
  const body = { ...content, ...changes, baseVersion: version };
  return (await desk.api('PUT', `/records/${id}`, body)) as RecordDetail;
}

async function openRecord(id: string, on: DeskPage = desk): Promise<void> {
  await on.open(`/admin/records/${id}`);
  await on.page.getByRole('textbox', { name: '正文' }).waitFor();
}

const titleField = () => desk.page.getByLabel('标题', { exact: true });
const summaryField = () => desk.page.getByLabel('内容概述', { exact: true });
const standing = () => desk.page.locator('#editor-standing');

async function typeIntoBody(text: string, on: DeskPage = desk): Promise<void> {
  await on.page.getByRole('textbox', { name: '正文' }).click();
  await on.page.keyboard.press('ControlOrMeta+End');
  await on.page.keyboard.type(text);
}

async function save(): Promise<void> {
  await desk.page.getByRole('button', { name: '保存' }).click();
}

describe('the editor › when another session saved meanwhile', () => {
  it('and both changed different things › both are put together and nothing is asked', async () => {
    const record = await createRecord({ title: '原题', summary: '原概述' });
    await openRecord(record.id);
    await titleField().fill('我改的题');
    await saveElsewhere(record, { summary: '别人写的概述' });
    await save();
    await desk.page.getByText('两边改的不是同一处').waitFor();
    expect(await titleField().inputValue()).toBe('我改的题');
    expect(await summaryField().inputValue()).toBe('别人写的概述');
    await save();
    await standing().filter({ hasText: '已保存' }).waitFor();
    const { version, content } = await readRecord(record.id);
    expect([version, content.title, content.summary]).toEqual([3, '我改的题', '别人写的概述']);
  });

  it('and both changed the same › each is shown, and the choice is what is saved', async () => {
    const record = await createRecord({ title: '原题', bodyHtml: '<p>原文。</p>' });
    await openRecord(record.id);
    await titleField().fill('我的题');
    await typeIntoBody('我加的一句。');
    await saveElsewhere(record, { title: '别人的题', bodyHtml: '<p>原文。别人加的一句。</p>' });
    await save();
    const body = desk.page.getByRole('group', { name: '正文', exact: true });
    await body.locator('label', { hasText: '我写的' }).first().waitFor();
    // What the other text does not have is marked.
    expect(await body.locator('.clash-words').allTextContents()).toEqual([
      '原文。增我加的一句。',
      '原文。增别人加的一句。',
    ]);
    await body.locator('label', { hasText: '别人' }).click();
    await desk.page.getByRole('textbox', { name: '正文' }).filter({ hasText: '别人加的一句' }).waitFor();
    expect(await titleField().inputValue()).toBe('我的题');
    await save();
    await standing().filter({ hasText: '已保存' }).waitFor();
    const { content } = await readRecord(record.id);
    expect([content.title, content.bodyHtml]).toEqual(['我的题', '<p>原文。别人加的一句。</p>']);
  });

  it('and mine are given up › the newest version is in the form', async () => {
    const record = await createRecord({ title: '原题' });
    await openRecord(record.id);
    await titleField().fill('我的题');
    await saveElsewhere(record, { title: '别人的题' });
    await save();
    await desk.page.getByRole('button', { name: '全部放弃我写的，用最新一版' }).click();
    expect(await titleField().inputValue()).toBe('别人的题');
    await standing().filter({ hasText: '已保存' }).waitFor();
  });
});

describe('the editor › when the page goes away in the middle of typing', () => {
  it('by a reload › what was typed comes back, and can be dropped', async () => {
    const record = await createRecord({ title: '原题' });
    await openRecord(record.id);
    await titleField().fill('没有保存的题');
    await typeIntoBody('没有保存的一句。');
    desk.page.once('dialog', (dialog) => void dialog.accept());
    await desk.page.reload();
    await desk.page.getByText('已恢复上次没有保存的修改。').waitFor();
    expect(await titleField().inputValue()).toBe('没有保存的题');
    await desk.page.getByRole('textbox', { name: '正文' }).filter({ hasText: '没有保存的一句' }).waitFor();
    await desk.page.getByRole('button', { name: '放弃这些修改' }).click();
    expect(await titleField().inputValue()).toBe('原题');
    await desk.page.getByRole('textbox', { name: '正文' }).filter({ hasNotText: '没有保存' }).waitFor();
  });

  it('and others saved before it came back › their words and mine are put together', async () => {
    const record = await createRecord({ title: '原题', summary: '' });
    await openRecord(record.id);
    await titleField().fill('没有保存的题');
    await saveElsewhere(record, { summary: '别人的概述' });
    desk.page.once('dialog', (dialog) => void dialog.accept());
    await desk.page.reload();
    await desk.page.getByText('两边改的不是同一处').waitFor();
    expect(await titleField().inputValue()).toBe('没有保存的题');
    expect(await summaryField().inputValue()).toBe('别人的概述');
    await save();
    await standing().filter({ hasText: '已保存' }).waitFor();
  });

  it('by a link of the desk › it asks first, and staying loses nothing', async () => {
    const record = await createRecord({ title: '原题' });
    await openRecord(record.id);
    await titleField().fill('没有保存的题');
    await desk.page.getByRole('link', { name: '今天' }).click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    expect(await titleField().inputValue()).toBe('没有保存的题');
    await titleField().fill('原题');
    await desk.page.getByRole('link', { name: '今天' }).click();
    await desk.page.getByRole('heading', { name: '今天' }).waitFor();
  });

  it('because the hub cannot be reached › saving says so and keeps the words', async () => {
    const record = await createRecord({ title: '原题' });
    await openRecord(record.id);
    await titleField().fill('断网时写的题');
    await desk.page.route('**/api/records/*', (route) => route.abort());
    await save();
    await desk.page.getByRole('alert').filter({ hasText: '连不上主机' }).waitFor();
    expect(await titleField().inputValue()).toBe('断网时写的题');
    await desk.page.unroute('**/api/records/*');
    await save();
    await standing().filter({ hasText: '已保存' }).waitFor();
    expect((await readRecord(record.id)).content.title).toBe('断网时写的题');
    // The browser reports the request that was cut off.
    expect(desk.complaints.pop()).toContain('net::ERR_FAILED');
  });
});

/** Every tag the hub lets through, as the importers write them. */
const richBody = [
  '<h2 id="art-1">第一条</h2><p>文字<strong>粗</strong><em>斜</em><u>线</u><s>删</s><sub>下</sub><sup>上</sup><code>码</code></p>',
  '<blockquote><p>引文</p></blockquote><pre>一行\n二行</pre><hr>',
  '<ul><li>甲</li></ul><ol start="3"><li>乙</li></ol><dl><dt>词</dt><dd>义</dd></dl>',
  '<table><caption>表一</caption><thead><tr><th scope="col">项</th><th scope="col">数</th></tr></thead><tbody><tr><td colspan="2">合并</td></tr></tbody></table>',
  '<p><a href="https://example.org/a">链接</a><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="图"></p><h6>小题</h6>',
].join('');

describe('the editor › when one word is typed into a body with everything in it', () => {
  it('every kind of content is still there after saving', async () => {
    const record = await createRecord({ bodyHtml: richBody });
    const before = (await readRecord(record.id)).content.bodyHtml;
    await openRecord(record.id);
    await standing().filter({ hasText: '已保存' }).waitFor();
    await typeIntoBody('加');
    await save();
    await standing().filter({ hasText: '已保存' }).waitFor();
    const after = (await readRecord(record.id)).content.bodyHtml;
    const tagsOf = (html: string) => [...new Set(html.match(/<\w+/g))].sort();
    expect(tagsOf(after)).toEqual(tagsOf(before));
    for (const kept of [
      'id="art-1"',
      'start="3"',
      'colspan="2"',
      'scope="col"',
      '一行\n二行',
      '表一',
      'https://example.org/a',
    ])
      expect(after, kept).toContain(kept);
    expect(after.replace(/<[^>]+>|\s/g, '')).toBe(`${before.replace(/<[^>]+>|\s/g, '')}加`);
  });

  it('and opening it alone › changes nothing', async () => {
    const record = await createRecord({ bodyHtml: richBody });
    await openRecord(record.id);
    await desk.page.getByRole('textbox', { name: '正文' }).click();
    await desk.page.getByLabel('关键词（每行一个）').click();
    await titleField().click();
    await standing().filter({ hasText: '已保存' }).waitFor();
  });
});

describe('the desk › when records hold what could run', () => {
  it('in titles and bodies, imported and typed › nothing does, on any screen', async () => {
    const { page } = desk;
    await page.exposeFunction('xssRan', () => desk.complaints.push('a script of a record ran'));
    const shapes = xssShapes.map((shape) => shape.replaceAll(/alert|prompt|confirm/g, 'xssRan'));
    const rows = shapes.map((shape, index) => ({
      title: `${index} ${shape}`.slice(0, 200),
      agency: '河湾区水务局',
      docNo: `河水〔2024〕${index}号`,
      body: shape,
    }));
    await desk.open('/admin/import');
    await page.getByLabel('把文件拖到这里，或点一下选择').setInputFiles([documentLines('攻击.jsonl', rows)]);
    await page.getByRole('button', { name: /^导入 \d+ 条$/ }).click();
    await page.getByText(/导入完成/).waitFor();
    await desk.open('/admin/records?sort=title&order=asc');
    for (const index of [0, 1, Math.floor(rows.length / 2)]) {
      await desk.open(`/admin/records?q=${encodeURIComponent(`河水〔2024〕${index}号`)}`);
      await page.locator('tbody a').first().click();
      await page.getByRole('textbox', { name: '正文' }).waitFor();
      await page.frameLocator('iframe').getByRole('heading', { level: 1 }).first().waitFor();
    }
    await page.getByRole('textbox', { name: '正文' }).evaluate(
      (editor, html) => {
        const data = new DataTransfer();
        data.setData('text/html', html);
        editor.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      `<p style="color:red" onclick="xssRan()">贴</p>${shapes.join('')}`,
    );
    await standing().filter({ hasText: '有修改未保存' }).waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await standing().filter({ hasText: '已保存' }).waitFor();
    await desk.open('/admin/settings/audit');
    await desk.open('/admin/');
    expect(desk.complaints.filter((text) => !/status of 40/.test(text))).toEqual([]);
  });
});

describe('sessions › when one is ended in the settings', () => {
  it('that browser is at the door with its next act, and goes on where it was after signing in', async () => {
    const record = await createRecord({ title: '原题' });
    const other = await openDesk(browser, hub, { userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/127.0' });
    await openRecord(record.id, other);
    await other.page.getByLabel('标题', { exact: true }).fill('写到一半的题');
    await desk.open('/admin/settings');
    await desk.page
      .locator('.session-line', { hasText: 'Firefox 127 · Windows' })
      .getByRole('button', { name: '使其退出' })
      .click();
    await desk.page.locator('.session-line', { hasText: 'Firefox' }).waitFor({ state: 'detached' });
    await other.page.getByRole('button', { name: '保存' }).click();
    await other.page.getByText('登录已经结束，请重新登录').waitFor();
    await other.page.getByLabel('账号').fill('admin');
    await other.page.getByLabel('密码').fill('window-paper-ink-2026');
    await other.page.getByRole('button', { name: '登录', exact: true }).click();
    await other.page.getByText('已恢复上次没有保存的修改。').waitFor();
    expect(await other.page.getByLabel('标题', { exact: true }).inputValue()).toBe('写到一半的题');
    await settle(other.page);
    await other.close();
  });
});
