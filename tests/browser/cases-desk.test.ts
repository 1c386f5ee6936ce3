// An application told at the counter goes its whole way at the desk: two people, every step, and its papers.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type DeskPage, expectAccessible, expectNoOverflow, openDesk } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';
import { addStaff } from '../support/staff.ts';

let hub: RunningHub;
let browser: Browser;
let handler: DeskPage;
let head: DeskPage;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  await addStaff(hub, [
    { name: 'liwen', displayName: '李文', roles: ['publisher'] },
    { name: 'wang', displayName: '王主任', roles: ['approver'] },
  ]);
  const admin = await openDesk(browser, hub);
  const rest = { shortName: null, address: null, phone: null, hours: null, leader: null, functions: null };
  await admin.api('POST', '/agencies', { name: '河湾区财政局', order: 1, ...rest });
  await admin.close();
  handler = await openDesk(browser, hub, { account: 'liwen' });
  head = await openDesk(browser, hub, { account: 'wang' });
});
afterAll(async () => {
  await handler.close();
  await head.close();
  await browser.close();
  await hub.stop();
});

/** Opens an act, fills its form in, sends it, and waits until the desk says it is done. */
async function act(page: Page, name: string, fill: (form: ReturnType<Page['locator']>) => Promise<void>) {
  await page.locator('.case-acts').getByRole('button', { name, exact: true }).click();
  const form = page.locator('dialog[open]');
  await fill(form);
  await form.getByRole('button', { name, exact: true }).click();
  await page.getByText(`已办：${name}`).waitFor();
}

async function takeDown(page: Page): Promise<string> {
  await handler.open('/admin/cases');
  await page.getByText('还没有来件').waitFor();
  await page.getByRole('link', { name: '登记口头、书面来件' }).click();
  await page.getByLabel('来件方式').selectOption({ label: '口头，代为填写' });
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('还缺：姓名、证件号码、电话').waitFor();
  await page.getByLabel('姓名', { exact: true }).fill('张建国');
  await page.getByLabel('证件号码').fill('11010519491231002X');
  await page.getByLabel('电话', { exact: true }).fill('13812345678');
  await page.getByLabel('所需信息', { exact: true }).fill('2025 年部门预算执行情况');
  await page.getByLabel('要求的形式').selectOption({ label: '纸质' });
  await page.getByLabel('获取的方式').selectOption({ label: '自行领取' });
  await expectAccessible(page, 'the entry form');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { name: '收件回执' }).waitFor();
  await page.getByRole('img', { name: '查询进度的二维码' }).waitFor();
  expect(await page.locator('.case-code').textContent()).toMatch(/^(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/);
  await page.getByRole('link', { name: '打开这一件' }).click();
  await page.getByRole('button', { name: '离开' }).click();
  await page.getByText('您这次打开已记录在案').waitFor();
  return new URL(page.url()).pathname;
}

it('a told application › when two people handle it › it is completed, extended, answered in part, and closed with papers', async () => {
  const { page } = handler;
  const address = await takeDown(page);
  await act(page, '分办', async (form) => {
    await form.getByLabel('负责答复的机构').selectOption({ label: '河湾区财政局' });
    await form.getByLabel('经办人').selectOption({ label: '李文' });
  });
  await act(page, '要求补正', (form) => form.getByLabel('需要补正的内容').fill('请说明是哪个部门'));
  await page.getByText('等申请人补正，暂不计时').waitFor();
  await act(page, '收到补正', (form) => form.getByLabel('补正后的内容').fill('区财政局'));
  await act(page, '申请延期', (form) => form.getByLabel('理由').fill('材料需要逐项核对'));

  // The other person: names are not theirs to see, decisions are.
  await head.open(address);
  await head.page.getByText('您的账号不能查看姓名').waitFor();
  expect(await head.page.locator('main').textContent()).not.toMatch(/张建国|13812345678/);
  await act(head.page, '决定延期', (form) => form.getByText('同意', { exact: true }).click());
  // A reply of this kind is drafted by the one and decided by the other, who sends it back once.
  await handler.open(address);
  await act(page, '送审答复稿', async (form) => {
    await form.getByLabel('答复种类').selectOption({ label: '部分公开' });
    await form.getByRole('button', { name: '套用范文' }).click();
    await form.getByLabel('哪些内容没有公开').fill('个人账户信息');
  });
  await head.open(address);
  await act(head.page, '审核答复稿', async (form) => {
    await form.getByText('个人账户信息').waitFor();
    await form.getByText('退回修改', { exact: true }).click();
    await form.getByLabel('意见').fill('请写明理由');
  });
  await handler.open(address);
  await act(page, '送审答复稿', (form) =>
    form.getByLabel('哪些内容没有公开').fill('个人账户信息，涉及个人隐私'),
  );
  await head.open(address);
  await act(head.page, '审核答复稿', (form) => form.getByText('同意', { exact: true }).click());

  // Meanwhile the first one writes a note on what they see; it is kept, and sent the second time.
  await page.getByText('其他操作').click();
  await page.locator('.case-acts').getByRole('button', { name: '写备注' }).click();
  const note = page.locator('dialog[open]');
  await note.getByLabel('说明').fill('已电话告知申请人');
  await note.getByRole('button', { name: '写备注' }).click();
  await note.getByText(/您填写的时候，.* 刚办过这一件（同意答复稿）/).waitFor();
  expect(await note.getByLabel('说明').inputValue()).toBe('已电话告知申请人');
  await note.getByRole('button', { name: '写备注' }).click();
  await page.getByText('已办：写备注').waitFor();
  await act(page, '按审定稿答复', async () => {});

  await page.getByRole('button', { name: '制作文书' }).click();
  const paper = page.locator('dialog[open]');
  await paper.getByLabel('哪一种').selectOption({ label: '答复书' });
  await paper.getByRole('button', { name: '制作', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Word 版“答复书”' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.docx$/);
  await expectAccessible(page, 'a case');
  await expectNoOverflow(page, 'a case');
  await act(page, '登记送达', (form) => form.getByLabel('怎样送达').fill('当面领取并签收'));
  await act(page, '办结', async () => {});

  await handler.open('/admin/cases?state=closed');
  await page.getByRole('cell', { name: '张**' }).waitFor();
  await expectAccessible(page, 'the ledger');
  await expectNoOverflow(page, 'the ledger');
});
