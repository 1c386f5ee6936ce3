// The traces a visitor can leave, one after the other in one visit. Whoever gives visitors a new way to leave one adds it.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Trace {
  readonly name: string;
  /** Leaves the trace, with `mark` in whatever text it can hold, and makes sure that it is there. */
  readonly leave: (page: Page, mark: string) => Promise<void>;
}

const results = (page: Page) => page.getByRole('list', { name: '搜索结果' }).getByRole('link');

/** Typed as a keyboard would: the driver must not leave the text in the page's memory itself. */
async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox').focus();
  await page.keyboard.insertText(text);
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** One stroke over the square to write in, from corner to corner; named in either language. */
async function writeStroke(page: Page): Promise<void> {
  const square = page.getByRole('img', { name: /^(写字格|Writing square)/ });
  await square.waitFor();
  const box = await square.boundingBox();
  if (!box) throw new Error('the square is not shown');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.5);
  await page.mouse.down();
  for (const share of [0.4, 0.6, 0.8])
    await page.mouse.move(box.x + box.width * share, box.y + box.height * 0.5);
  await page.mouse.up();
}

export const traces: readonly Trace[] = [
  {
    name: 'a record opened from home, scrolled',
    leave: async (page) => {
      await page.getByRole('list', { name: '最新公开' }).getByRole('link').first().click();
      await page.getByRole('button', { name: '手机继续' }).waitFor();
      await page.getByRole('main').evaluate((main) => main.scrollTo(0, 300));
    },
  },
  {
    name: 'a code for the phone, seen and closed',
    leave: async (page) => {
      await press(page, '手机继续');
      await page.getByRole('img', { name: /^二维码/ }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a record in the list to take home',
    leave: async (page) => {
      await page
        .getByRole('button', { name: /^加入清单/ })
        .first()
        .click();
      await page
        .getByRole('button', { name: /^已在清单/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'a query that finds nothing',
    leave: async (page, mark) => {
      await press(page, '搜索');
      await type(page, mark);
      await page.waitForURL(/q=/);
      await page.getByText('没有找到').first().waitFor();
      await page.getByRole('searchbox').press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
    },
  },
  {
    name: 'a character written by hand and chosen',
    leave: async (page) => {
      await press(page, '手写');
      await writeStroke(page);
      await page.getByRole('list', { name: '可能是这些字' }).getByRole('button').first().click();
      await expect.poll(() => page.getByRole('searchbox').inputValue()).not.toBe('');
      await page.getByRole('searchbox').press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await press(page, '拼音');
    },
  },
  {
    name: 'a query with a filter, its results scrolled and a hit opened',
    leave: async (page) => {
      await type(page, '低保');
      await results(page).nth(3).waitFor();
      await press(page, '收起');
      await page.locator('.facets .chip[aria-pressed]').nth(1).click();
      await results(page).first().waitFor();
      await page.getByRole('main').evaluate((main) => main.scrollTo(0, 200));
      await results(page).first().click();
      await page.getByRole('button', { name: '手机继续' }).waitFor();
    },
  },
  {
    name: 'a word looked for within a text',
    leave: async (page, mark) => {
      await press(page, '文中查找');
      await page.getByRole('textbox', { name: '在文中找一个词' }).focus();
      await page.keyboard.insertText(mark);
      await page.getByText('没有找到', { exact: true }).waitFor();
    },
  },
  {
    name: 'a PDF, turned and made larger',
    leave: async (page) => {
      await press(page, '首页');
      await page.getByRole('searchbox').waitFor();
      await type(page, '征地补偿安置方案公告');
      await results(page).first().click();
      await page.getByRole('link', { name: /\.pdf/ }).first().click();
      await page.getByRole('img', { name: '第 1 页' }).waitFor();
      await press(page, '放大');
    },
  },
  {
    name: 'a grade for a record, and an opinion that was handed in',
    leave: async (page, mark) => {
      await press(page, '首页');
      await page.getByRole('list', { name: '最新公开' }).getByRole('link').first().click();
      await press(page, '满意');
      await page.getByText('您评的是“满意”').waitFor();
      await press(page, '写一句意见');
      await page.getByRole('textbox', { name: '您的意见' }).focus();
      await page.keyboard.insertText(`${mark}座椅少`);
      await press(page, '提交');
      await page.getByRole('heading', { name: '收到了，谢谢您的意见' }).waitFor();
    },
  },
  {
    name: 'a wish half written',
    leave: async (page, mark) => {
      await press(page, '首页');
      await page.getByRole('link', { name: /^意见建议/ }).click();
      await page.getByRole('link', { name: /^点单公开/ }).click();
      await page.getByRole('textbox', { name: '希望公开的内容' }).focus();
      await page.keyboard.insertText(mark);
      await press(page, '首页');
      await page.getByRole('list', { name: '最新公开' }).getByRole('link').first().click();
      await page.getByRole('button', { name: '手机继续' }).waitFor();
    },
  },
  {
    name: 'words selected in a text',
    leave: async (page) => {
      await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1') as Node));
    },
  },
  {
    name: 'reading aids and language',
    leave: async (page) => {
      for (const aid of ['大字', '高对比', '低位', 'English']) await press(page, aid);
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.locator('html').getAttribute('class')).toContain('is-elder');
    },
  },
  {
    name: 'a text still standing in the field',
    leave: async (page, mark) => {
      await press(page, 'Search');
      await type(page, `${mark}${mark}`);
      await page.waitForURL(/q=/);
    },
  },
  {
    name: 'ink still standing on the pad',
    leave: async (page) => {
      await press(page, 'Handwriting');
      await writeStroke(page);
      await page.getByRole('list', { name: 'Characters it may be' }).getByRole('button').first().waitFor();
    },
  },
];
