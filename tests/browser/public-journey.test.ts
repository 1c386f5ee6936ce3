// The conversation disclosure is: from a record at the terminal to an answer on the phone, and from an opinion to public figures.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseAct, CaseDetail, CaseList } from '#shared/protocol/case-desk-api.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { type DeskPage, openDesk } from '../support/desk-page.ts';
import { type RunningHub, runHubCommand, startHub } from '../support/hub.ts';
import { readQrFromScreen } from '../support/read-qr.ts';
import { addStaff } from '../support/staff.ts';
import { idNumberOf } from '../support/temp-cases.ts';

let hub: RunningHub;
let browser: Browser;
let phone: BrowserContext;
let handler: DeskPage;
let head: DeskPage;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub(), launchBrowser()]);
  await addStaff(hub, [
    { name: 'liwen', displayName: '李文', roles: ['publisher'] },
    { name: 'wang', displayName: '王主任', roles: ['approver'] },
  ]);
  handler = await openDesk(browser, hub, { account: 'liwen' });
  head = await openDesk(browser, hub, { account: 'wang' });
  phone = await browser.newContext({
    viewport: viewports.phone,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
});
afterAll(async () => {
  await phone?.close();
  await browser?.close();
  await hub?.stop();
});

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** An act at the desk, on what the case is at that moment. */
async function act(desk: DeskPage, id: string, what: CaseAct): Promise<CaseDetail> {
  const { revision } = (await desk.api('GET', `/cases/${id}`)) as CaseDetail;
  return (await desk.api('POST', `/cases/${id}/acts`, { revision, act: what })) as CaseDetail;
}

async function onlyCase(kind: string): Promise<string> {
  const { rows } = (await handler.api('GET', `/cases?kind=${kind}`)) as CaseList;
  expect(rows).toHaveLength(1);
  return rows[0]?.id ?? '';
}

/** The progress page of the code, asked for anew. */
async function progress(page: Page, code: string, lastFour: string): Promise<void> {
  await page.goto(`${hub.url}/m/progress`);
  await page.getByLabel('查询码', { exact: true }).fill(code);
  await page.getByLabel('电话后四位').fill(lastFour);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
}

const codeOn = async (page: Page) => (await page.locator('[data-slot="code"]').textContent()) ?? '';

describe('an application › begun at a record on the terminal', () => {
  it('is completed, extended and answered in part, and the phone follows every step by its code', async () => {
    const kiosk = await browser.newPage({ viewport: viewports.portrait, timezoneId: 'Asia/Shanghai' });
    await kiosk.goto(`${hub.url}/`);
    await kiosk.locator('.home__latest a.row').first().click();
    await kiosk.getByRole('button', { name: '申请公开' }).click();
    const address = (await readQrFromScreen(kiosk.getByRole('img', { name: /^二维码/ }))) ?? '';
    expect(address).toContain('/m/apply?r=');
    await kiosk.close();

    const page = await phone.newPage();
    await page.goto(address);
    await page.getByRole('searchbox').fill('资金');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('link', { name: '继续申请' }).click();
    await page.getByLabel('说明您要的内容').fill('与这份文件有关的资金安排和验收材料');
    await page.getByLabel('姓名').fill('李测');
    await page.getByLabel('证件号码').fill(idNumberOf(7));
    await page.getByLabel('联系电话').fill('13800000118');
    await page.getByLabel('我同意这样使用').check();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('heading', { level: 1, name: '已经收到' }).waitFor();
    const code = await codeOn(page);

    const id = await onlyCase('request');
    const agencyId =
      ((await handler.api('GET', '/agencies')) as { agencies: { id: string }[] }).agencies[0]?.id ?? null;
    const on = today();
    await act(handler, id, { act: 'confirm', on, note: '' });
    const { handlers } = (await handler.api('GET', '/cases/handlers')) as {
      handlers: { id: string; displayName: string }[];
    };
    const liwen = handlers.find(({ displayName }) => displayName === '李文')?.id ?? null;
    await act(handler, id, { act: 'assign', agencyId, handler: liwen, note: '' });
    await act(handler, id, {
      act: 'ask-completion',
      on,
      wanted: '请说明是哪一年的验收材料',
      until: '2099-12-31',
    });

    await progress(page, code, '0118');
    await page.getByText('请说明是哪一年的验收材料').first().waitFor();
    await page.getByLabel('补充的内容').fill('2025年的验收材料');
    await page.getByRole('button', { name: '提交补充' }).click();
    await page.getByText('已经收到您的补充').waitFor();

    await act(handler, id, { act: 'ask-extension', workingDays: 20, reason: '材料较多，需要逐页核对' });
    await act(head, id, { act: 'decide-extension', on, isApproved: true, note: '' });
    await act(head, id, {
      act: 'reply',
      on,
      kind: 'partial',
      ground: 'third-party',
      text: '验收结论予以公开，见附件。',
      leftOut: '个人账户信息涉及个人隐私，不予公开。',
      recordIds: [],
      files: [],
    });
    await progress(page, code, '0118');
    const told = (await page.locator('main').textContent()) ?? '';
    for (const step of ['收到', '请您补充材料', '收到您的补充', '延长答复期限', '作出答复'])
      expect(told).toContain(step);
    expect(told).toContain('验收结论予以公开');
    await page.close();
  });
});

describe('opinions › sent by phone and answered at the desk', () => {
  it('are counted in the public figures of the next release, with the answer that was published', async () => {
    const page = await phone.newPage();
    await page.goto(`${hub.url}/m/voice?kind=question`);
    await page.getByLabel('写下您的话').fill('政务大厅周六上午办不办公？');
    await page.getByLabel('可以公开这条问答').check();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '已经收到' }).waitFor();
    await page.close();
    for (let number = 0; number < 9; number += 1) {
      const submissionId = `journey-opinion-${String(number).padStart(10, '0')}`;
      const body = { submissionId, kind: 'suggestion', content: `第${number}条建议：大厅里的座椅可以多一些` };
      const headers = { 'content-type': 'application/json' };
      const sent = await fetch(`${hub.url}/api/cases`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      expect(sent.status).toBeLessThan(300);
    }
    const on = today();
    const { rows } = (await handler.api('GET', '/cases?kind=voices&limit=100')) as CaseList;
    expect(rows).toHaveLength(10);
    for (const { id, kind } of rows) {
      await act(handler, id, {
        act: 'answer',
        on,
        text: '已经安排，下周起周六上午照常办公。',
        outcome: 'done',
      });
      if (kind !== 'question') continue;
      const question = '政务大厅周六上午办公吗？';
      await act(handler, id, { act: 'publish', title: '周六办公', question, answer: '周六上午照常办公。' });
    }
    expect((await runHubCommand(['publish', '--data', hub.dataDir, '--json'])).status).toBe(0);

    const kiosk = await browser.newPage({ viewport: viewports.portrait, timezoneId: 'Asia/Shanghai' });
    await kiosk.goto(`${hub.url}/figures`);
    await kiosk.getByRole('button', { name: '周六办公' }).click();
    await kiosk.getByText('周六上午照常办公。').waitFor();
    const figures = (await kiosk.locator('main').textContent()) ?? '';
    expect(figures).toMatch(/收到\s*10\s*件/);
    expect(figures).toMatch(/已办结\s*10\s*件/);
    expect(figures).not.toContain('座椅');
    await kiosk.close();
  });
});
