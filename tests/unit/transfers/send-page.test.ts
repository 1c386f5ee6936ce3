// The page behind an upload link, over HTTP and without a script: the form, the receipt, the refusals.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServices } from '#hub/create-services.ts';
import { createHub, type Hub } from '#hub/http/create-hub.ts';
import type { HubServices } from '#hub/http/hub-services.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';
import { agencyInput, clerk } from '#tests/support/temp-desk.ts';
import { documentsCsv } from '#tests/support/transfer-files.ts';

let dir: string;
let folder: DataFolder;
let services: HubServices;
let hub: Hub;
let page: string;
const logged: string[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-send-'));
  folder = await openDataFolder({ dataDir: dir });
  const settings = {
    publicUrl: '',
    distDir: join(dir, 'dist'),
    releaseDir: folder.paths.release,
    incomingDir: folder.paths.incoming,
    exportsDir: folder.paths.exports,
  };
  services = createServices(folder, settings, (line) => logged.push(line));
  hub = createHub(services, () => () => undefined);
  const { id: agencyId } = await services.venue.createAgency(agencyInput('水务<局>'), clerk);
  const bounds = { agencyId, label: '', days: 1, maxFiles: 2, maxMegabytes: 1 };
  page = `/m/send/${(await services.transfers.makeLink(bounds, clerk)).token}`;
});
afterEach(async () => {
  await hub.close();
  await folder.close();
  rmSync(dir, { recursive: true, force: true });
});

function form(files: readonly (readonly [field: string, name: string, content: string])[], fields = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ month: '2026-10', ...fields }))
    body.append(name, String(value));
  for (const [field, name, content] of files) body.append(field, new File([content], name));
  return { method: 'POST', body, headers: { host: 'hub.lan' } };
}
const sheet = documentsCsv([['停水通知', '渚水〔2026〕1号', '2026-10-01']]);

describe('the page behind an upload link', () => {
  it('opened › is a form in Chinese that needs no script, is kept nowhere and runs nothing foreign', async () => {
    const response = await hub.app.request(page);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).toContain('水务&lt;局&gt;');
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).not.toMatch(/ style="| on\w+="/);
  });

  it('files are sent › the answer leads to a receipt with its code, and the batch waits at the desk', async () => {
    const sent = await hub.app.request(page, form([['file', '停水.csv', sheet]], { contact: '王经办' }));
    expect(sent.status).toBe(303);
    const receipt = await (await hub.app.request(sent.headers.get('location') ?? '')).text();
    const { transfers } = await services.transfers.list({ limit: 10 }, clerk);
    expect(receipt).toContain(transfers[0]?.id.toUpperCase());
    expect(receipt).toContain('已送达，等待接收');
    expect(transfers).toMatchObject([{ state: 'sent', source: 'link', month: '2026-10', items: 1 }]);
  });

  it('nothing to report › is said by a tick alone', async () => {
    expect((await hub.app.request(page, form([], { isEmpty: '1' }))).status).toBe(303);
    const none = await hub.app.request(page, form([]));
    expect([none.status, (await none.text()).includes('零报送')]).toEqual([422, true]);
  });

  it('more or larger files than it takes › are refused with words, and nothing of them is kept', async () => {
    const many = ['a', 'b', 'c'].map((name) => ['file', `${name}.csv`, sheet] as const);
    expect((await hub.app.request(page, form(many))).status).toBe(413);
    const large = await hub.app.request(page, form([['file', 'a.csv', 'x'.repeat(1_100_000)]]));
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('太大');
    expect((await services.transfers.list({ limit: 10 }, clerk)).total).toBe(0);
    expect(readdirSync(folder.paths.incoming)).toEqual([]);
  });

  it('another site’s page sends it › it is refused', async () => {
    const foreign = form([['file', 'a.csv', sheet]]);
    const headers = { ...foreign.headers, origin: 'https://evil.example' };
    expect((await hub.app.request(page, { ...foreign, headers })).status).toBe(403);
  });

  it('the secret is wrong › one answer, whatever is asked, and none of it in the log', async () => {
    const wrong = `${page.slice(0, -3)}abc`;
    for (const path of [wrong, `${wrong}/t1`, '/m/send/x']) {
      const response = await hub.app.request(path);
      expect([404, 410]).toContain(response.status);
      expect(await response.text()).toContain('这个上传地址已经失效');
    }
    expect((await hub.app.request(wrong, form([['file', 'a.csv', sheet]]))).status).toBe(410);
    expect(logged.join()).not.toContain(page);
  });

  it('secrets are tried one after another › soon nothing is answered but 429', async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 70; count += 1)
      statuses.add((await hub.app.request(`/m/send/${count}`)).status);
    expect(statuses).toContain(429);
  });
});
