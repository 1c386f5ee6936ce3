// Somebody is invited, sets a password and a second factor, signs in with it, and sees no more than their role allows.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '../support/authenticator.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { type DeskPage, expectAccessible, expectNoOverflow, openDesk, settle } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';

let hub: RunningHub;
let browser: Browser;
let admin: DeskPage;
let guest: DeskPage;
beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  admin = await openDesk(browser, hub);
  guest = await openDesk(browser, hub, { isSignedIn: false, viewport: viewports.phone });
});
afterAll(async () => {
  await admin.close();
  await guest.close();
  await browser.close();
  await hub.stop();
});

const password = 'lattice-paper-2031';

/** The administrator's part: gives the link as it is shown once. */
async function invite(): Promise<string> {
  const { page } = admin;
  await admin.open('/admin/settings/accounts');
  await expectAccessible(page, 'accounts');
  await expectNoOverflow(page, 'accounts');
  await page.getByRole('button', { name: '邀请人员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名', { exact: true }).fill('林晓');
  await dialog.getByLabel('账号名', { exact: true }).fill('lin');
  await dialog.getByLabel('报送人').check();
  await expectAccessible(page, 'inviting');
  await dialog.getByRole('button', { name: '邀请人员' }).click();
  await dialog.getByRole('img', { name: /^二维码/ }).waitFor();
  const link = (await dialog.locator('code').textContent()) ?? '';
  await page.getByRole('button', { name: '已交给本人' }).click();
  await settle(page);
  await page.getByRole('row', { name: /林晓.*待启用/ }).waitFor();
  return link;
}

describe('accounts › when somebody is invited', () => {
  it('the link works once, the second factor is asked for, and only the role’s places are open', async () => {
    const link = await invite();
    const { page } = guest;
    await page.goto(link);
    await page.getByLabel('设置密码', { exact: true }).fill(password);
    await page.getByLabel('再输入一次').fill(password);
    await expectAccessible(page, 'the invitation');
    await expectNoOverflow(page, 'the invitation');
    await page.getByRole('button', { name: '设置密码并登录' }).click();
    await page.getByRole('button', { name: '设置验证器' }).click();
    await page.getByRole('img', { name: '验证器二维码' }).waitFor();
    const secret = (await page.locator('.secret-key').textContent()) ?? '';
    await page.getByLabel('验证器显示的六位数').fill(codeAt(secret, Date.now()));
    await page.getByRole('button', { name: '启用两步验证' }).click();
    const codes = page.locator('.recovery-codes code');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(10);
    await page.getByRole('button', { name: '我已保存好' }).click();
    await page.getByRole('button', { name: '开始工作' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();

    await page.getByLabel('账号', { exact: true }).fill('lin');
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByLabel('验证码').fill('000000');
    await page.getByRole('button', { name: '完成登录' }).click();
    await page.getByText('accounts.wrong-code').waitFor();
    // The digits that set it up are spent; those of the next half minute count already.
    await page.getByLabel('验证码').fill(codeAt(secret, Date.now() + 30_000));
    await page.getByRole('button', { name: '完成登录' }).click();
    await page.getByRole('heading', { level: 1, name: '今天' }).waitFor();

    await guest.open('/admin/settings/accounts');
    await page.getByText('只有系统管理员可以管理账号').waitFor();
    expect((await guest.context.request.get(`${hub.url}/api/accounts`)).status()).toBe(403);
    const again = await guest.context.newPage();
    await again.goto(link);
    await again.getByText('accounts.link-invalid').waitFor();
    await admin.open('/admin/settings/accounts');
    await admin.page.getByRole('row', { name: /林晓.*在用/ }).waitFor();
  });
});
