// A librarian makes a register from a spreadsheet with nothing but the screen, and people find it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type DeskPage, expectAccessible, expectNoOverflow, openDesk, settle } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';

let hub: RunningHub;
let browser: Browser;
let desk: DeskPage;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  desk = await openDesk(browser, hub);
});
afterAll(async () => {
  await desk.close();
  await browser.close();
  await hub.stop();
});

const sheet = [
  '河湾区养老护理员名册（2026年）',
  '序号,姓名,身份证号,联系电话,星级,所在机构',
  '1,陆晓岚,110101199003070134,13911112222,三星级,河湾区第一养老院',
  '2,欧阳致远,110101198505052011,13822223333,五星级,河湾区第二养老院',
  '3,方雨,,13733334444,四星级,河湾区第一养老院',
].join('\r\n');

async function confirm(act: string): Promise<void> {
  await desk.page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
}

describe('registers › when a spreadsheet of persons is dropped', () => {
  it('its columns are set up, its rows approved and published masked, and the hub finds them', async () => {
    const { page } = desk;
    await desk.open('/admin/registers');
    await page.getByRole('link', { name: '从表格新建或更新' }).click();
    await page
      .getByLabel('把文件拖到这里，或点一下选择')
      .setInputFiles({ name: '护理员.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
    await page.getByRole('heading', { name: '各列' }).waitFor();
    await expectAccessible(page, 'setting up');
    await expectNoOverflow(page, 'setting up');
    expect(await page.getByLabel('身份证号 · 遮盖').inputValue()).toBe('id-number');
    expect(await page.getByLabel('姓名 · 作用').inputValue()).toBe('title');
    await page.getByLabel('姓名 · 遮盖').selectOption('person-name');
    await page.getByLabel('联系电话 · 遮盖').selectOption('phone');
    const preview = page.getByRole('region', { name: '公众将看到（前几条）' }).first();
    await preview.getByRole('cell', { name: '五星级' }).waitFor();
    expect(await preview.textContent()).not.toContain('陆晓岚');
    await page.getByLabel('责任单位').fill('河湾区民政局');
    await page.getByRole('button', { name: '下一步：看清变动' }).click();
    await page.getByText('表中 3 行：新增 3 条').waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('link', { name: '查看名录' }).click();
    await page.getByText('有变动等待审核').waitFor();
    await page.getByRole('button', { name: '审核通过', exact: true }).click();
    await confirm('审核通过');
    await page.getByText('审核通过的内容还没有发布').waitFor();
    await expectAccessible(page, 'one register');
    await page.getByRole('link', { name: '去发布' }).click();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await confirm('发布');
    await page.getByText(/第 \d+ 版已发布/).waitFor();
    await settle(page);
    const answer = await fetch(`${hub.url}/api/search?q=${encodeURIComponent('五星级')}`);
    const found = await answer.text();
    expect(found).toContain('"entry"');
    for (const raw of ['陆晓岚', '欧阳致远', '13822223333', '110101198505052011'])
      expect(found).not.toContain(raw);
  });

  it('a sheet like it dropped on the general screen is led to that register and its changes', async () => {
    const { page } = desk;
    await desk.open('/admin/import');
    const next = sheet.replace('河湾区养老护理员名册', '南山区护理人员').replace('2,欧阳致远', '4,何川');
    await page
      .getByLabel('把文件拖到这里，或点一下选择')
      .setInputFiles({ name: '新名单.csv', mimeType: 'text/csv', buffer: Buffer.from(next) });
    await page.getByRole('button', { name: '作为名录导入' }).click();
    // A click, not `check`: the hub looks at the table again, and says which register was chosen when it has.
    await page.getByRole('radio', { name: /河湾区养老护理员名册.*对上/u }).click();
    await page.getByText('放进名录“河湾区养老护理员名册”').waitFor();
    await expectAccessible(page, 'where a table goes');
    await page.getByRole('button', { name: '核对各列，看清变动' }).click();
    await page.getByRole('button', { name: '下一步：看清变动' }).click();
    await page.getByText(/表中 3 行：新增 \d 条/u).waitFor();
  });
});

const expenses = [
  '河湾区2026年接待经费',
  '单位,2025年预算数（万元）,2026年预算数（万元）',
  '民政局,30,28',
  '教育局,20,21',
  '合计,50,49',
].join('\r\n');

describe('total rows of a register › when a figure changes after the table came', () => {
  it('what no longer adds up is pointed out, and mended on the spot with the sum worked out', async () => {
    const { page } = desk;
    await desk.open('/admin/registers/import');
    await page
      .getByLabel('把文件拖到这里，或点一下选择')
      .setInputFiles({ name: '接待经费.csv', mimeType: 'text/csv', buffer: Buffer.from(expenses) });
    await page.getByRole('heading', { name: '各列' }).waitFor();
    await page.getByRole('radio', { name: /新名录/u }).check();
    await page.getByLabel('责任单位').fill('河湾区财政局');
    await page.getByRole('button', { name: '下一步：看清变动' }).click();
    await page.getByText('合计、小计共 1 行').waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('link', { name: '查看名录' }).click();
    await page.getByRole('button', { name: '修改“民政局”' }).click();
    await page.getByLabel('2026年预算数').fill('29');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    const faults = page.getByRole('region', { name: /处数字对不上/u });
    await faults.getByText('“合计”的“2026年预算数”写的是 49万元，各项相加为 50万元').waitFor();
    await expectAccessible(page, 'figures that do not add up');
    await faults.getByRole('button', { name: '修改' }).click();
    await page.getByText('对不上：各项相加为 50万元').waitFor();
    await expectAccessible(page, 'a total row');
    await page.getByRole('button', { name: '按各项相加填写' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await faults.waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: '50', exact: true }).nth(1).waitFor();
    await page.getByRole('button', { name: '添加合计行' }).click();
    await page.getByLabel('放在哪里').selectOption({ label: '在“民政局”之后' });
    await page.getByLabel('单位', { exact: true }).fill('小计');
    await page.getByText('各项相加为 29万元').waitFor();
    await page.getByRole('button', { name: '按各项相加填写' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '修改“小计”' }).click();
    await page.getByRole('button', { name: '移除合计行' }).click();
    await page.getByRole('dialog', { name: /确认/u }).getByRole('button', { name: '移除合计行' }).click();
    await page.getByRole('button', { name: '修改“小计”' }).waitFor({ state: 'detached' });
  });
});
