// A day at the desk in a real browser: sign in, import, edit, approve, publish, withdraw, publish again.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { messyCatalogue, unreadableFile, wordDocument } from '../support/desk-files.ts';
import { type DeskPage, openDesk, settle } from '../support/desk-page.ts';
import { adminPassword, type RunningHub, startHub } from '../support/hub.ts';

let hub: RunningHub;
let browser: Browser;
let desk: DeskPage;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  desk = await openDesk(browser, hub, { isSignedIn: false });
});
afterAll(async () => {
  await desk.close();
  await browser.close();
  await hub.stop();
});

/** The snapshot that terminals and mirrors are pointed to; 0 before the first publish. */
async function releasedSnapshot(): Promise<number> {
  const response = await fetch(`${hub.url}/release/metadata/timestamp.json`);
  if (response.status === 404) return 0;
  const { signed } = (await response.json()) as { signed: { meta: Record<string, { version: number }> } };
  return signed.meta['snapshot.json']?.version ?? 0;
}

/** Answers the question the desk asks before an act that reaches other people. */
async function confirm(act: string): Promise<void> {
  await desk.page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
}

async function publish(): Promise<void> {
  await desk.page.getByRole('button', { name: '发布', exact: true }).click();
  await confirm('发布');
  await desk.page.getByText(/第 \d+ 版已发布/).waitFor();
  await settle(desk.page);
}

describe('the door of the desk', () => {
  it('when the password is wrong › it says so and stays shut', async () => {
    const { page } = desk;
    await desk.open('/admin/');
    await page.getByLabel('账号').fill('admin');
    await page.getByLabel('密码').fill('not-the-password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: '用户名或密码不对' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
  });

  it('when the password is right › it opens on what needs doing', async () => {
    const { page } = desk;
    await page.getByLabel('密码').fill(adminPassword);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('还没有任何内容。从一份表格或文件开始。').waitFor();
    expect(await page.getByRole('link', { name: '今天' }).getAttribute('aria-current')).toBe('page');
    expect(await page.title()).toBe('今天 · 明窗管理');
  });
});

describe('the import wizard › when a messy sheet, a Word document and an unreadable file are dropped', () => {
  it('it says what each was taken for, and why one cannot be read', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '导入文件' }).click();
    const word = wordDocument('附件1.docx', [
      '关于城东片区停水的通知',
      '各用户：',
      '因管道检修，城东片区停水六小时。',
    ]);
    await page
      .getByLabel('把文件拖到这里，或点一下选择')
      .setInputFiles([messyCatalogue(), word, unreadableFile()]);
    const card = (name: string) => page.locator('details.file-card', { hasText: name });
    await card('供水目录.csv').getByText('公开事项（标准目录）', { exact: true }).first().waitFor();
    await card('附件1.docx').getByText('政策文件', { exact: true }).first().waitFor();
    await card('坏文件.pdf').getByText('整个文件读不了').waitFor();
    await page.getByText('将新建 5 条，更新 0 条，不变 0 条；不能导入 1 条。').waitFor();
    await card('供水目录.csv').getByRole('cell', { name: '停水公告' }).waitFor();
  });

  it('and a column is given another meaning › it checks again and keeps the choice', async () => {
    const { page } = desk;
    const card = page.locator('details.file-card', { hasText: '供水目录.csv' });
    await card.getByText(/列的对应关系/).click();
    const basis = card.getByLabel('公开依据', { exact: true });
    expect(await basis.inputValue()).toBe('basis');
    await basis.selectOption('');
    await settle(page);
    await page.getByText('将新建 5 条').waitFor();
    expect(await basis.inputValue()).toBe('');
    await basis.selectOption('basis');
    await settle(page);
    expect(await basis.inputValue()).toBe('basis');
  });

  it('and an agency is named for those without one › it is used, and the screen can be left and come back to', async () => {
    const { page } = desk;
    await page.getByLabel('公开主体（表里没有写时用）').fill('河湾区供水公司');
    await page.getByText('机构名单里还没有这个名称').waitFor();
    await page.getByRole('button', { name: '按此重新核对' }).click();
    await settle(page);
    const card = page.locator('details.file-card', { hasText: '附件1.docx' });
    await card.getByRole('cell', { name: '河湾区供水公司' }).waitFor();
    await page.getByRole('link', { name: '今天' }).click();
    await confirm('离开');
    await page.getByText('还没有任何内容').waitFor();
    await page.getByRole('navigation').getByRole('link', { name: '导入' }).click();
    await page.getByText('将新建 5 条').waitFor();
    expect(await page.getByLabel('公开主体（表里没有写时用）').inputValue()).toBe('河湾区供水公司');
  });

  it('and only refused rows are asked for › nothing else is shown', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /有不能导入的/ }).click();
    expect(await page.locator('details.file-card').count()).toBe(1);
    await page.getByRole('button', { name: /全部文件/ }).click();
    expect(await page.locator('details.file-card').count()).toBe(3);
  });

  it('and it is run › the good rows are stored and await review', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '导入 5 条' }).click();
    await page.getByText('导入完成：新建 5 条，更新 0 条，不变 0 条，没有导入 1 条。').waitFor();
    await page.getByRole('link', { name: '查看待审核内容' }).click();
    await page.getByText('共 5 条').waitFor();
    expect(await page.getByLabel('状态').inputValue()).toBe('awaiting');
    expect(await page.locator('tbody .tag').allTextContents()).toEqual(Array(5).fill('待审核'));
  });
});

describe('the editor › when an imported document is corrected', () => {
  it('it says why it cannot be approved yet, previews the words, and saves version 2', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '关于城东片区停水的通知' }).click();
    const body = page.getByRole('textbox', { name: '正文' });
    await body.waitFor();
    await page.getByLabel('标题', { exact: true }).fill('关于城东片区计划停水的通知');
    await body.click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('恢复供水时间以现场为准。');
    await page.getByText('有修改未保存 · 保存后才能审核').waitFor();
    expect(await page.getByRole('button', { name: '审核通过' }).isDisabled()).toBe(true);
    const preview = page.frameLocator('iframe');
    await preview.getByText('恢复供水时间以现场为准。').waitFor();
    await preview.getByRole('heading', { level: 1, name: '关于城东片区计划停水的通知' }).waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存 · 可以审核了').waitFor();
    expect(await page.locator('.editor-head').textContent()).toContain('第 2 版');
  });

  it('and approved › it stands as approved, to be published', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '审核通过' }).click();
    await confirm('审核通过');
    await page.getByText('已保存 · 这一版已审核通过').waitFor();
    await page.locator('.editor-head').getByText('已审核，待发布').waitFor();
  });
});

describe('publishing › when one record is approved', () => {
  it('it shows what terminals will gain and what waits, and the release moves on', async () => {
    const { page } = desk;
    const before = await releasedSnapshot();
    await page.getByRole('navigation').getByRole('link', { name: '发布' }).click();
    await page.getByText('第 1 版将带来').waitFor();
    expect(await page.locator('.figures dd').allTextContents()).toEqual(['1', '0', '0']);
    await page.getByText('另有 4 条内容还没有审核，不会发布。').waitFor();
    await page.getByLabel('说明').fill('首批');
    await publish();
    expect(await releasedSnapshot()).toBe(before + 1);
    await page.getByRole('cell', { name: '首批' }).waitFor();
    await page.getByText('没有要发布的改动，所以还不能发布。').waitFor();
  });

  it('and it is changed and withdrawn › the next release says so each time', async () => {
    const { page } = desk;
    await desk.open('/admin/records?kind=document');
    await page.getByRole('checkbox', { name: /选择“关于城东/ }).check();
    await page.getByRole('button', { name: '撤下' }).click();
    await confirm('撤下');
    await page.getByText('已撤下 1 条，跳过 0 条。').waitFor();
    const before = await releasedSnapshot();
    await page.getByRole('navigation').getByRole('link', { name: '发布' }).click();
    await page.locator('.figures').waitFor();
    expect(await page.locator('.figures dd').allTextContents()).toEqual(['0', '0', '1']);
    await page.getByRole('row', { name: /撤下 关于城东片区计划停水的通知/ }).waitFor();
    await publish();
    expect(await releasedSnapshot()).toBe(before + 1);
  });

  it('and several are approved at once › those that cannot be are told apart by reason', async () => {
    const { page } = desk;
    await desk.open('/admin/records?state=awaiting');
    await page.getByRole('checkbox', { name: '选择本页已显示的全部' }).check();
    await page.getByText('已选 4 条').waitFor();
    await page.getByRole('button', { name: '审核通过' }).click();
    await confirm('审核通过');
    await page.getByText('已通过 4 条，跳过 0 条。').waitFor();
    await desk.open('/admin/records?kind=matter');
    await page.getByRole('checkbox', { name: '选择本页已显示的全部' }).check();
    await page.getByRole('button', { name: '审核通过' }).click();
    await confirm('审核通过');
    await page.getByText('这一版已经审核通过，不用再审。 （4 条）').waitFor();
  });
});

describe('the desk › when signed out of', () => {
  it('it shows the door, and the address alone opens nothing', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录管理页面' }).waitFor();
    await desk.open('/admin/records');
    await page.getByRole('heading', { name: '登录管理页面' }).waitFor();
  });
});
