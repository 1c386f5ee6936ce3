// Every way out of the page that is known to us, tried one after the other; none leads anywhere.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';
import { handWays } from '#tests/support/ways-out/hand-ways.ts';
import { linkWays, scriptWays } from '#tests/support/ways-out/link-ways.ts';
import { type PageWatch, recordEvents, watchPage } from '#tests/support/ways-out/watch-page.ts';
import { settle, type WayOut } from '#tests/support/ways-out/way-out.ts';

let browser: Browser;
let server: FixtureServer;
let page: Page;
let cdp: CDPSession;
let watch: PageWatch;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
  page = await openFixture(browser, server.url, { context: { hasTouch: true }, prepare: recordEvents });
  await page.locator('.home__topics .chip').first().waitFor();
  cdp = await page.context().newCDPSession(page);
  watch = await watchPage(page.context(), page);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What came of trying a way: escapes, and events whose own effect the browser was let have. */
async function tryWay({ act, refused }: WayOut): Promise<string[]> {
  await page.evaluate(() => window.seenEvents?.splice(0));
  await act(page, cdp);
  await settle(page);
  const found = await watch.escapes();
  if (refused === undefined) return found;
  const events = (await page.evaluate(() => window.seenEvents)) ?? [];
  const meant = events.filter(
    ({ type, key }) => type === refused.type && (refused.key === undefined || key === refused.key),
  );
  if (meant.length === 0)
    found.push(`no ${refused.type} ${refused.key ?? ''} was seen: ${JSON.stringify(events)}`);
  return [
    ...found,
    ...meant.filter(({ isRefused }) => !isRefused).map(({ type, key }) => `${type} ${key} was let pass`),
  ];
}

describe('a way out', () => {
  it.each([...handWays, ...linkWays, ...scriptWays])('$name › when tried › leads nowhere', async (way) => {
    expect(await tryWay(way)).toEqual([]);
  });
});

const hostileBody = `
  <meta http-equiv="refresh" content="0; url=/admin/"><base href="http://127.0.0.1:9/">
  <iframe src="/admin/"></iframe><object data="/admin/"></object><embed src="/admin/">
  <script>location.href = '/admin/'</script><img src="x" onerror="location.href='/admin/'">
  <svg onload="location.href='/admin/'"><a href="/admin/"><text>图</text></a></svg>
  <form action="http://127.0.0.1:9/"><button>寄</button></form><style>@import "http://127.0.0.1:9/a.css";</style>
  <p onclick="location.href='/admin/'">段落</p><input type="file"><video src="/admin/" autoplay></video>
  <a href="/admin/" target="_blank">管理</a><a href="javascript:alert(1)">弹窗</a>
  <a href="http://127.0.0.1:9/policy" download>外站</a>`;

describe('a hostile text', () => {
  it('when shown › nothing in it loads, runs or leads away, and its one good link becomes a code', async () => {
    const reader = await openFixture(browser, server.url);
    await reader.evaluate((html) => {
      if (window.fakeEngine) window.fakeEngine.bodyPart = async () => html;
    }, hostileBody);
    await reader.getByRole('list', { name: '最新公开' }).getByRole('link').first().click();
    await reader.getByText('段落').waitFor();
    const readerWatch = await watchPage(reader.context(), reader);
    const requests: string[] = [];
    reader.on('request', (request) => requests.push(request.url()));
    const text = reader.locator('.body__text');
    expect(
      await text
        .locator('a, form, iframe, object, embed, script, style, input, video, svg, meta, base')
        .count(),
    ).toBe(0);
    await reader.getByText('段落').click();
    await text.getByText('管理').click();
    await text.getByRole('button', { name: '外站' }).click();
    await reader.getByRole('dialog').getByText('http://127.0.0.1:9/policy').waitFor();
    expect(await readerWatch.escapes()).toEqual([]);
    expect(requests.filter((url) => !url.includes('/assets/'))).toEqual([]);
    await reader.context().close();
  });
});

describe('the watch itself', () => {
  it('when a page without guards is left › sees it', async () => {
    const context = await browser.newContext();
    const open = await context.newPage();
    await open.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<div class="shell">x</div>' }),
    );
    await open.goto('http://unguarded.example/');
    const openWatch = await watchPage(context, open);
    for (const way of linkWays.filter(({ name }) =>
      /new window|data: download|another site|chooser$/.test(name),
    ))
      await way.act(open, await context.newCDPSession(open)).catch(() => undefined);
    const seen = (await openWatch.escapes()).join('\n');
    for (const word of [/window /, /download of/, /navigation to/, /file chooser/])
      expect(seen).toMatch(word);
    await context.close();
  });
});
