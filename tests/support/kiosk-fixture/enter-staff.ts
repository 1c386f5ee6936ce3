// Gets past the staff's gate as staff would: chooses the number where there is none, gives it where there is.
import type { Page } from 'playwright-core';

export const staffPin = '270384';

/** Gives a number on the pad, digit by digit. */
export async function givePin(page: Page, pin: string): Promise<void> {
  const pad = page.getByRole('group', { name: '数字键盘' });
  for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).click();
  await pad.getByRole('button', { name: '确定' }).click();
}

/** Stands at the gate; resolves with the panel open. */
export async function enterStaff(page: Page): Promise<void> {
  const choose = page.getByRole('heading', { name: '设置工作人员密码' });
  await choose.or(page.getByRole('heading', { name: '请输入工作人员密码' })).waitFor();
  if ((await choose.count()) > 0) {
    await givePin(page, staffPin);
    await page.getByRole('heading', { name: '再输入一次' }).waitFor();
  }
  await givePin(page, staffPin);
  await page.getByRole('heading', { level: 1, name: '终端状态' }).waitFor();
}

/** Chooses or gives the number with a keyboard, whatever the language. */
export async function typeStaffPin(page: Page): Promise<void> {
  await page.locator('.pin-pad__key:enabled').first().waitFor();
  for (let given = 0; given < 2 && (await page.locator('.calibration').count()) === 0; given += 1) {
    await page.keyboard.type(staffPin);
    await page.keyboard.press('Enter');
    // Emptied, and no longer being checked: asked again, or open.
    await page.locator('.pin-pad__dot--on').first().waitFor({ state: 'detached' });
    await page.locator('.pin-pad__key:enabled, .calibration').first().waitFor();
  }
}
