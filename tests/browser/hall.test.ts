// The hall from the desk to the terminal: a place is drawn, saved and published, and the kiosk shows the way there.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hall } from '#shared/catalogue/hall-plan.ts';
import { launchBrowser, viewports } from '../support/browser.ts';
import { type DeskPage, expectAccessible, expectNoOverflow, openDesk } from '../support/desk-page.ts';
import { type RunningHub, startHub } from '../support/hub.ts';
import { agencyInput, documentInput } from '../support/temp-desk.ts';

let hub: RunningHub;
let browser: Browser;
let desk: DeskPage;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startHub({ isEmpty: true }), launchBrowser()]);
  desk = await openDesk(browser, hub);
  const agency = (await desk.api('POST', '/agencies', agencyInput('河湾区民政局'))) as { id: string };
  const record = (await desk.api('POST', '/records', documentInput(agency.id))) as { id: string };
  await desk.api('POST', '/records/approve', { ids: [record.id] });
});
afterAll(async () => {
  await desk.close();
  await browser.close();
  await hub.stop();
});

const button = (name: string) => desk.page.getByRole('button', { name, exact: true });
const stored = async () => (await desk.api('GET', '/hall')) as Hall;

/** A point of the drawing, given in metres of the plan. */
async function onPlan(x: number, y: number): Promise<[number, number]> {
  return desk.page.locator('.plan').evaluate(
    (svg, at) => {
      const point = new DOMPoint(at.x, at.y).matrixTransform(
        (svg as SVGSVGElement).getScreenCTM() ?? undefined,
      );
      return [point.x, point.y] as [number, number];
    },
    { x, y },
  );
}

test('the hall › when a place is drawn, undone, drawn again and moved by keys › it is kept on the grid', async () => {
  await desk.open('/admin/settings/hall');
  await button('从示例开始').click();
  await desk.page.locator('.plan').scrollIntoViewIfNeeded();
  const draw = async () => {
    await button('画一个地方').click();
    await desk.page.mouse.move(...(await onPlan(10.1, 20.2)));
    await desk.page.mouse.down();
    await desk.page.mouse.move(...(await onPlan(14.2, 22.9)), { steps: 4 });
    await desk.page.mouse.up();
    await button('新的地方').waitFor();
  };
  await draw();
  await button('撤销').click();
  await button('新的地方').waitFor({ state: 'detached' });
  await draw();
  await desk.page.getByLabel('名称', { exact: true }).fill('社工服务站');
  await desk.page.getByLabel('类型').selectOption('counter');
  await button('社工服务站').press('ArrowRight');
  await expectAccessible(desk.page, 'hall');
  await expectNoOverflow(desk.page, 'hall');
  await button('保存').click();
  await desk.page.getByText('没有未保存的改动').waitFor();
  const drawn = (await stored()).floors[0]?.areas.find(({ name }) => name === '社工服务站');
  expect(drawn).toMatchObject({ kind: 'counter', x: 10.5, y: 20, width: 4, depth: 2.5 });
});

test('the hall › when it is published › the kiosk leads from itself to the new place, and on to the other floor', async () => {
  await desk.open('/admin/publish');
  await button('发布').click();
  await desk.page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await desk.page.getByText('第 1 版已发布').waitFor();
  const context = await browser.newContext({ viewport: viewports.portrait });
  const kiosk = await context.newPage();
  await kiosk.goto(hub.url);
  await kiosk.getByRole('link', { name: /本馆导览/ }).click({ timeout: 60_000 });
  await kiosk.getByRole('button', { name: '社工服务站' }).click();
  await kiosk.getByText('到达：社工服务站').waitFor();
  expect(await kiosk.locator('.hall-way').count()).toBe(1);
  await kiosk.getByRole('link', { name: '二楼', exact: true }).click();
  await kiosk.getByRole('button', { name: '图书馆借阅厅' }).click();
  await kiosk.getByText('走“东侧楼梯”到二楼').waitFor();
  await kiosk.getByRole('button', { name: '走电梯，不走台阶' }).click();
  await kiosk.getByText('乘“1号电梯”到二楼').waitFor();
  await kiosk.getByRole('button', { name: '路线带走' }).click();
  await kiosk.getByRole('img', { name: /^二维码/ }).waitFor();
  await context.close();
});
