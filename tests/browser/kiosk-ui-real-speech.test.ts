// Reading aloud with a true speech engine behind the browser: voices come, a record is read to its end, pieces in order.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { type FixtureServer, serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';
import { type SpeechDaemon, speechIsMissing, startSpeechDaemon } from '#tests/support/speech-daemon.ts';

const missing = speechIsMissing();
let daemon: SpeechDaemon;
let browser: Browser;
let server: FixtureServer;

beforeAll(async () => {
  if (missing) return;
  daemon = await startSpeechDaemon();
  [browser, server] = await Promise.all([
    launchBrowser(['--enable-speech-dispatcher'], daemon.env),
    serveFixture(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await daemon?.stop();
});

test.skipIf(missing !== null)(
  `read aloud › with Debian’s engine${missing ? ` (skipped: ${missing})` : ''} › the button comes, and the screen is read`,
  async () => {
    const page = await openFixture(browser, server.url, {
      path: `/record/${namedRecords.law.record.id}`,
      context: { reducedMotion: 'reduce' },
    });
    await page.locator('.article-rail').waitFor();
    const button = page.getByRole('button', { name: '朗读', exact: true });
    await button.waitFor({ timeout: 30_000 });
    await button.click();
    const marked = () => page.evaluate(() => [...(CSS.highlights.get('reading') ?? [])].map(String).join());
    await expect.poll(marked, { timeout: 30_000 }).toContain('第二条');
    expect(await page.getByText('这台机器现在发不出声音').count()).toBe(0);
    await page.getByRole('button', { name: '停止' }).click();
    expect(await marked()).toBe('');
    await page.context().close();
  },
  90_000,
);
