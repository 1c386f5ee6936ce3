// Residents' forms on a phone, in WeChat's browser: an application through a cut in the network, an opinion without a script.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListeningHub, listen } from '#hub/http/listen.ts';
import { axeViolations } from '../support/axe.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { idNumberOf, openTempCases, type TempCases } from '../support/temp-cases.ts';
import { entry } from '../unit/hub-http/fake-release.ts';
import { type FakeHub, fakeHub } from '../unit/hub-http/fake-services.ts';

/** WeChat on a phone of 2020. */
const userAgent =
  'Mozilla/5.0 (Linux; Android 10; V1838A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 XWEB/4313 MMWEBSDK/20220805 Mobile Safari/537.36 MicroMessenger/8.0.27.2220 NetType/4G Language/zh_CN';
const pieceBytes = 262_144;

let temp: TempCases;
let fake: FakeHub;
let server: ListeningHub;
let browser: Browser;
let base: string;

beforeAll(async () => {
  temp = await openTempCases();
  fake = fakeHub({ distDir: fileURLToPath(new URL('../../dist', import.meta.url)), publicUrl: '' });
  Object.assign(fake.services, { caseIntake: temp.intake });
  fake.state.entries = [entry({ title: '关于城区道路改造的通知' })];
  server = await listen(fake.hub, { host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${server.port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  fake?.remove();
  await temp?.close();
});

/** A photograph of nothing, too rough to become small: as a bitmap, which needs no encoder. */
function roughPicture(width: number, height: number): Buffer {
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + width * height * 3, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  const pixels = Buffer.alloc(width * height * 3);
  let state = 7;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    pixels[at] = state >> 16;
  }
  return Buffer.concat([head, pixels]);
}

async function expectSound(page: Page): Promise<void> {
  expect((await axeViolations(page)).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}

/** How many photos the draft in the phone's database holds. */
function filesKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('mingchuang-forms');
        opening.onsuccess = () => {
          const asked = opening.result.transaction('drafts').objectStore('drafts').get('apply');
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result?.files.length ?? 0);
          };
        };
      }),
  );
}

test('an application with a photo › the network is cut in the middle › it arrives once, and its progress is found by the code', async () => {
  const context = await browser.newContext({
    ...{ viewport: viewports.phone, userAgent, locale: 'zh-CN', isMobile: true, hasTouch: true },
  });
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', ({ message }) => broken.push(message));
  await page.goto(`${base}/m/apply?q=道路`);
  await page.getByText('下面 1 条已经公开').waitFor();
  await expectSound(page);
  await page.getByRole('link', { name: '都不是，继续申请' }).click();

  // The script is there when its buttons are.
  await page.getByRole('button', { name: '拍照' }).waitFor();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('还有 5 处要改').waitFor();
  await expectSound(page);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  await page.getByLabel('说明您要的内容').fill('2025年城区道路改造的资金安排');
  await page.getByLabel('姓名').fill('李测');
  await page.getByLabel('证件号码').fill(idNumberOf(1));
  await page.getByLabel('联系电话').fill('13800000118');
  await page.getByLabel('我同意这样使用').check();
  const picture = { name: '身份证.bmp', mimeType: 'image/bmp', buffer: roughPicture(1200, 800) };
  await page.locator('#files-input').setInputFiles(picture);
  await page.getByRole('button', { name: '去掉 身份证.jpg' }).waitFor();

  // Left and opened again before it was sent: everything is there, the photo too.
  await page.getByText('填到一半也不要紧').waitFor();
  await expect.poll(() => filesKept(page)).toBe(1);
  await page.reload();
  await page.getByText('已经恢复您').waitFor();
  await page.getByRole('button', { name: '去掉 身份证.jpg' }).waitFor();
  expect(await page.getByLabel('姓名').inputValue()).toBe('李测');
  await expectSound(page);

  let pieces = 0;
  await page.route('**/api/cases/uploads/*offset=*', async (route) => {
    if (pieces === 1) await context.setOffline(true);
    pieces += 1;
    await route.continue();
  });
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('现在没有网络').waitFor();
  await expectSound(page);
  await context.setOffline(false);
  await page.getByRole('heading', { level: 1, name: '已经收到' }).waitFor();
  await page.getByText('这部手机已经记住这张回执').waitFor();
  await expectSound(page);
  const code = (await page.locator('[data-slot="code"]').textContent()) ?? '';
  await page.getByRole('button', { name: '存为图片' }).click();
  await page.getByRole('img', { name: '长按图片保存' }).waitFor();

  const [file] = await temp.desk.db.selectFrom('case_files').select(['received_bytes']).execute();
  const received = file?.received_bytes ?? 0;
  expect(received).toBeGreaterThan(pieceBytes);
  // The one that was cut is the only one sent again.
  expect(pieces).toBe(Math.ceil(received / pieceBytes) + 1);
  expect(await temp.desk.db.selectFrom('cases').select('id').execute()).toHaveLength(1);

  await page.getByRole('link', { name: '现在查进度' }).click();
  await page.getByText('这部手机上的回执').waitFor();
  expect(await page.getByLabel('查询码', { exact: true }).inputValue()).toBe(code);
  expect(page.url()).not.toContain(code);
  await expectSound(page);
  await page.getByLabel('电话后四位').fill('0118');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
  await expectSound(page);
  expect(broken).toEqual([]);
  await context.close();
});

test('an opinion without a script › is sent and has its receipt', async () => {
  const context = await browser.newContext({
    ...{ viewport: viewports.phone, userAgent, locale: 'zh-CN', javaScriptEnabled: false },
  });
  const page = await context.newPage();
  await page.goto(`${base}/m/voice`);
  await page.getByLabel('提建议').check();
  await page.getByLabel('写下您的话').fill('大厅的指示牌太小，看不清。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '已经收到' }).waitFor();
  expect(await page.locator('[data-slot="code"]').textContent()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
  await context.close();
});
