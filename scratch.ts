import { launchBrowser } from '#tests/support/browser.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { openFixture } from '#tests/support/kiosk-fixture/open-fixture.ts';
import { serveFixture } from '#tests/support/kiosk-fixture/serve-fixture.ts';

const [browser, server] = await Promise.all([launchBrowser(), serveFixture()]);
const shots: [string, string, string][] = JSON.parse(process.argv[2] ?? '[]');
for (const [name, path, modes] of shots) {
  const page = await openFixture(browser, server.url, {
    path: path.replace('GUIDE', namedRecords.guide.record.id),
    modes,
  });
  page.on('pageerror', (e) => console.log('ERR', e.message));
  await page.waitForTimeout(1500);
  const main = page.locator('.main');
  const height = await main.evaluate((m) => m.scrollHeight);
  await page.screenshot({ path: `/tmp/gui-${name}-0.png` });
  for (let i = 1; i < 4 && i * 1350 < height; i++) {
    await main.evaluate((m, y) => {
      m.scrollTop = y;
    }, i * 1350);
    await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/gui-${name}-${i}.png` });
  }
  await page.context().close();
}
await browser.close();
await server.close();
