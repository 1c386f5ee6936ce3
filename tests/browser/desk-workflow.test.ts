// Reviews at the desk: different people take a record from draft to approval, and two editors lose nothing.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordDetail } from '#shared/protocol/hub-api.ts';
import type { RecordReview } from '#shared/protocol/workflow-api.ts';
import { launchBrowser } from '../support/browser.ts';
import { type DeskPage, openDesk, settle } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';
import { addStaff } from '../support/staff.ts';
import { agencyInput, documentInput } from '../support/temp-desk.ts';

let hub: RunningHub;
let browser: Browser;
let agencyId = '';

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  const desk = await openDesk(browser, hub);
  agencyId = ((await desk.api('POST', '/agencies', agencyInput('河湾区水务局'))) as { id: string }).id;
  const steps = ['self-check', 'secrecy', 'approval'];
  const procedures = [{ id: 'all', title: '通用程序', steps, nodeIds: [] }];
  await desk.api('PUT', '/procedures', { procedures });
  await desk.close();
  await addStaff(hub, [
    { name: 'zhang', displayName: '张报送', roles: ['contributor'] },
    { name: 'qian', displayName: '钱报送', roles: ['contributor'] },
    { name: 'li', displayName: '李审查', roles: ['reviewer'] },
    { name: 'zhao', displayName: '赵批准', roles: ['approver'] },
  ]);
});
afterAll(async () => {
  await browser.close();
  await hub.stop();
});

const act = (desk: DeskPage, name: string) => desk.page.getByRole('button', { name, exact: true }).first();

/** Answers the open dialog, with words where it asks for some. */
async function answer(desk: DeskPage, name: string, words = ''): Promise<void> {
  const dialog = desk.page.getByRole('dialog');
  if (words !== '') await dialog.getByRole('textbox').fill(words);
  await dialog.getByRole('button', { name, exact: true }).click();
}

describe('a record on its way to the public › when different people take its steps', () => {
  it('with a return in between › each sees what is theirs to do, and the record says who did what', async () => {
    const [author, reviewer, approver] = await Promise.all(
      ['zhang', 'li', 'zhao'].map((account) => openDesk(browser, hub, { account })),
    );
    if (!author || !reviewer || !approver) throw new Error('three desks were asked for');
    const input = documentInput(agencyId, { title: '河湾区供水通知', bodyHtml: '<p>定于周一停水。</p>' });
    const { id } = (await author.api('POST', '/records', input)) as RecordDetail;

    await author.open(`/admin/records/${id}`);
    await act(author, '提交审查').click();
    await answer(author, '提交审查', '请尽快');
    await author.page.getByText('已提交审查。').waitFor();

    await reviewer.open('/admin/');
    await reviewer.page.getByText('1 条等您审查').waitFor();
    await reviewer.open('/admin/reviews');
    // The list listens a moment after it is drawn.
    const focused = async () => {
      await reviewer.page.keyboard.press('j');
      return await reviewer.page.evaluate(() => document.activeElement?.tagName);
    };
    await expect.poll(focused).toBe('A');
    await reviewer.page.keyboard.press('Enter');
    await reviewer.page.getByText('定于周一停水。').first().waitFor();
    expect(await act(reviewer, '保存').count()).toBe(0);
    await act(reviewer, '通过').click();
    await answer(reviewer, '通过');
    await reviewer.page.getByText('已办理，意见已记录。').waitFor();
    await reviewer.page.getByRole('button', { name: /^批注/ }).click();
    await reviewer.page.getByText('定于周一停水。').first().selectText();
    await reviewer.page.getByLabel('批注内容').fill('哪个周一？请写日期');
    await act(reviewer, '添加批注').click();
    await reviewer.page.getByText('批注（待处理 1）').waitFor();
    await act(reviewer, '退回').click();
    await answer(reviewer, '退回', '日期不明确');
    await reviewer.page.getByText('已退回起草人。').waitFor();

    await author.open('/admin/');
    await author.page.getByText('“河湾区供水通知”被退回').waitFor();
    await author.open(`/admin/records/${id}`);
    await author.page.getByText('日期不明确').first().waitFor();
    await author.page.getByText('哪个周一？请写日期').waitFor();
    await author.page.getByLabel('内容概述', { exact: true }).fill('11月30日停水');
    await act(author, '保存').click();
    await author.page.getByText('已保存 · 可以提交审查了').waitFor();
    await act(author, '标为已处理').click();
    await author.page.getByText('批注（待处理 0）').waitFor();
    await act(author, '提交审查').click();
    await answer(author, '提交审查');
    await author.page.getByText('已提交审查。').waitFor();

    for (const _step of ['self-check', 'secrecy']) {
      await reviewer.open(`/admin/records/${id}`);
      await act(reviewer, '通过').click();
      await answer(reviewer, '通过');
      await reviewer.page.getByText('已办理，意见已记录。').waitFor();
    }
    expect(await act(reviewer, '批准').count()).toBe(0);
    await approver.open(`/admin/records/${id}`);
    await act(approver, '批准').click();
    await answer(approver, '批准', '同意公开');
    await approver.page.getByText('这一版已审核通过').waitFor();

    const { reviews } = (await approver.api('GET', `/records/${id}/review`)) as RecordReview;
    expect(
      reviews.map(({ state, taken }) => [state, taken.map(({ who, decision }) => `${who} ${decision}`)]),
    ).toEqual([
      ['approved', ['li pass', 'li pass', 'zhao pass']],
      ['returned', ['li pass', 'li return']],
    ]);
    await Promise.all([author.close(), reviewer.close(), approver.close()]);
  });
});

describe('one record › when two people change it at once', () => {
  it('in the same field and in different paragraphs › both texts stand side by side and nothing is lost', async () => {
    const one = await openDesk(browser, hub, { account: 'zhang' });
    const other = await openDesk(browser, hub, { account: 'qian' });
    const input = documentInput(agencyId, {
      title: '河湾区灌溉安排',
      summary: '原概述',
      bodyHtml: '<p>第一段。</p><p>第二段。</p><p>第三段。</p>',
    });
    const { id, content } = (await one.api('POST', '/records', input)) as RecordDetail;
    await one.open(`/admin/records/${id}`);
    await one.page.getByRole('textbox', { name: '正文' }).click();
    await one.page.keyboard.press('ControlOrMeta+End');
    await one.page.keyboard.type('我加的。');
    await one.page.getByLabel('内容概述', { exact: true }).fill('我写的概述');
    const theirs = {
      summary: '他写的概述',
      bodyHtml: content.bodyHtml.replace('第一段。', '第一段，他改的。'),
    };
    await other.api('PUT', `/records/${id}`, { ...content, ...theirs, baseVersion: 1 });
    await act(one, '保存').click();
    const choice = one.page.getByRole('group', { name: '内容概述', exact: true });
    await choice.getByText('两边都留').click();
    expect(await one.page.getByRole('group', { name: '正文', exact: true }).count()).toBe(0);
    await act(one, '保存').click();
    await one.page.locator('#editor-standing').filter({ hasText: '已保存' }).waitFor();
    await settle(one.page);
    const merged = ((await one.api('GET', `/records/${id}`)) as RecordDetail).content;
    expect(merged.summary).toBe('我写的概述\n他写的概述');
    expect(merged.bodyHtml).toBe('<p>第一段，他改的。</p><p>第二段。</p><p>第三段。我加的。</p>');
    await Promise.all([one.close(), other.close()]);
  });
});

describe('a release group › when somebody looks at it before it goes out', () => {
  it('on a terminal as it will be › home and search show what is still a draft, and nothing is public', async () => {
    const desk = await openDesk(browser, hub);
    const title = '关于城东片区周一停水的通知';
    const { id } = (await desk.api('POST', '/records', documentInput(agencyId, { title }))) as RecordDetail;
    const items = [{ recordId: id, version: 1 }];
    await desk.api('POST', '/release-groups', { title: '周一一起发布', at: null, items });
    await desk.open('/admin/publish/groups');
    await act(desk, '看终端上的样子').click();
    const terminal = desk.page.frameLocator('iframe');
    await terminal.getByRole('searchbox').fill('停水');
    await terminal.getByRole('searchbox').press('Enter');
    await terminal.getByRole('list', { name: '搜索结果' }).getByRole('link').first().press('Enter');
    await terminal.getByRole('heading', { level: 1, name: title }).waitFor();
    const current = await desk.page.request.get(`${hub.url}/api/search?q=停水`);
    expect(current.status()).toBe(404);
    await desk.close();
  });
});
