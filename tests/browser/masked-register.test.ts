// What a register masks never reaches a terminal: not what it shows, and nothing of what its store holds.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { openRelease } from '#hub/publish/open-release.ts';
import { launchBrowser, viewports } from '#tests/support/browser.ts';
import { type RunningHub, runHubCommand, startHub } from '#tests/support/hub.ts';

const numbers = ['110101199003070011', '440106198511234565'] as const;
const raw = ['欧阳望舒', '端木清和', ...numbers];
const table = `严重失信主体名单
名称,身份证号,列入原因,列入机关,列入日期,公布截止
${raw[0]},${numbers[0]},拒不履行生效判决,明渚区人民法院,2026-10-08,2099-10-07
${raw[1]},${numbers[1]},虚假诉讼,明渚区人民法院,2026-11-02,2099-11-01
`;

let browser: Browser;
let hub: RunningHub;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-masked-'));
  [browser, hub] = await Promise.all([launchBrowser(), startHub({ isEmpty: true })]);
  const file = join(folder, '名单.csv');
  await writeFile(file, table);
  const options = ['--data', hub.dataDir, '--json'];
  const imported = await runHubCommand([
    'import',
    file,
    '--as',
    'register',
    '--approve',
    '--agency',
    '区人民法院',
    ...options,
  ]);
  expect(imported.status, imported.stdout).toBe(0);
  const published = await runHubCommand(['publish', ...options]);
  expect(published.status, published.stderr).toBe(0);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Every value of every store of the page's databases: bytes in base64, all else as words. */
async function readStores(page: Page): Promise<{ bytes: string[]; words: string }> {
  return await page.evaluate(async () => {
    const found: { bytes: string[]; words: string } = { bytes: [], words: '' };
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const take = (value: unknown): void => {
      if (value instanceof ArrayBuffer || value instanceof Uint8Array) {
        const characters = Array.from(new Uint8Array(value), (byte) => String.fromCharCode(byte));
        found.bytes.push(btoa(characters.join('')));
      } else if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(take);
      } else found.words += `${String(value)}\n`;
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        for (const value of await settled(database.transaction(store).objectStore(store).getAll()))
          take(value);
      }
      database.close();
    }
    return found;
  });
}

/** The bytes of every file of the release, one after the other. */
async function releaseBytes(): Promise<Buffer> {
  const release = join(hub.dataDir, 'release');
  const names = await readdir(release, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name)))));
}

const asked = (text: string) => ({ text, filters: {}, sort: 'relevance', offset: 0, limit: 20 }) as const;

/** All the release says of its entries, and what looking for a value that is masked finds. */
async function readRelease(): Promise<{ records: string; found: number[] }> {
  const { reader, close } = await openRelease(join(hub.dataDir, 'release'), nodeEngine);
  const listed = await reader.search(asked(''));
  const records = JSON.stringify(
    await Promise.all(listed.hits.map(({ record }) => reader.record(record.id))),
  );
  const found = [];
  for (const text of numbers) found.push((await reader.search(asked(text))).total);
  await close();
  return { records, found };
}

test('a register with masks › when a terminal holds it › no masked value lies in its store', async () => {
  const page = await (await browser.newContext({ viewport: viewports.portrait })).newPage();
  await page.goto(hub.url);
  const status = page.getByRole('status', { name: '内容状态' });
  await expect.poll(() => status.textContent(), { timeout: 60_000 }).toContain('可离线使用');
  const { bytes, words } = await readStores(page);
  const plain = [words, ...bytes.map((text) => Buffer.from(text, 'base64').toString('utf8'))].join('\n');
  expect(raw.filter((value) => plain.includes(value))).toEqual([]);
  // Records are packed: that the blocks are the release's own, byte for byte, makes what it says all the store says.
  const released = await releaseBytes();
  const isReleased = (text: string) => released.includes(Buffer.from(text, 'base64'));
  const own = bytes
    .filter((text) => !isReleased(text))
    .map((text) => Buffer.from(text, 'base64').toString('utf8'));
  expect(own.filter((text) => !text.startsWith('{'))).toEqual([]);
  expect(bytes.filter(isReleased).length).toBeGreaterThan(10);
  const { records, found } = await readRelease();
  expect(records).toContain('虚假诉讼');
  expect(raw.filter((value) => records.includes(value))).toEqual([]);
  expect(found).toEqual([0, 0]);
  await page.context().close();
});
