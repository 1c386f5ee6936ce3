// Files over HTTP: built pages, release files, ranges, caching, and every way out of their folders.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { releaseFileRule } from '#hub/http/static/release-files.ts';
import { problemSchema } from '#shared/protocol/hub-api.ts';
import { fakeHub, place, signedIn } from '../unit/hub-http/fake-services.ts';

const fake = fakeHub();
const get = (path: string, headers: Record<string, string> = {}) => fake.hub.app.request(path, { headers });
const hash = createHash('sha256').update('block').digest('hex');
const block = `/release/targets/segments/${hash}.s1-0.bin`;
const large = new Uint8Array(700_000).map((_, index) => index % 251);
const largeHash = createHash('sha256').update(large).digest('hex');

beforeAll(async () => {
  await place(fake, 'dist/kiosk/index.html', '<!doctype html><title>kiosk</title>');
  await place(fake, 'dist/kiosk/sw.js', 'self.skipWaiting();');
  await place(fake, 'dist/kiosk/assets/main-abcd1234.js', `export const text = '${'x'.repeat(5000)}';`);
  await place(fake, 'dist/kiosk/assets/pdf.worker-abcd1234.mjs', 'onmessage = () => {};');
  await place(fake, 'dist/kiosk/.secret', 'no');
  await place(fake, 'dist/admin/index.html', '<!doctype html><title>admin</title>');
  await place(fake, 'release/metadata/timestamp.json', '{"a":1}');
  await place(fake, 'release/metadata/7.snapshot.json', '{}');
  await place(fake, `release/targets/segments/${hash}.s1-0.bin`, 'block');
  await place(fake, `release/targets/${largeHash}.large.bin`, large);
  await place(fake, 'release/metadata/notes.txt', 'private');
  await place(fake, 'keys/root.key', 'private');
  await place(fake, 'release/targets/plain.bin', 'unhashed');
});
afterAll(() => fake.remove());

describe('built pages', () => {
  it.each(['/', '/browse', '/record/r1', '/search'])(
    '%s › it is the kiosk, checked for changes every time',
    async (path) => {
      const response = await get(path);
      expect(await response.text()).toContain('kiosk');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it.each(['/admin/', '/admin/records/r1'])('%s › it is the admin page', async (path) => {
    expect(await (await get(path)).text()).toContain('admin');
  });

  it('the service worker › it is never cached blindly', async () => {
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('a hashed asset › it is immutable and comes compressed', async () => {
    const response = await get('/assets/main-abcd1234.js', { 'accept-encoding': 'gzip, br' });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('vary')).toContain('accept-encoding');
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(200);
    const plain = await get('/assets/main-abcd1234.js', { 'accept-encoding': 'br;q=0' });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  it('the preview the desk frames › it alone may be framed, and by the hub alone', async () => {
    const response = await get('/preview');
    expect(await response.text()).toContain('kiosk');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect((await get('/admin/')).headers.get('x-frame-options')).toBe('DENY');
  });

  it('a known ETag › it answers 304', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
  });

  it('a missing asset › it is a problem, not the page', async () => {
    const response = await get('/assets/gone-abcd1234.js');
    expect(response.status).toBe(404);
    expect((await get('/admin/assets/gone.js')).status).toBe(404);
  });

  it('every page and script › it carries a policy without unsafe-inline and unsafe-eval', async () => {
    for (const path of [
      '/',
      '/admin/',
      '/sw.js',
      '/assets/main-abcd1234.js',
      '/assets/pdf.worker-abcd1234.mjs',
    ]) {
      const policy = (await get(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-inline');
      expect(policy).not.toContain("'unsafe-eval'");
      expect(policy.includes('wasm-unsafe-eval')).toBe(path.includes('pdf.worker'));
    }
  });
});

describe('an address nothing answers', () => {
  it.each(['/nothing', '/record-of/nothing'])(
    '%s in a browser › it is a page that helps on',
    async (path) => {
      const response = await get(path, { accept: 'text/html,*/*;q=0.8' });
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(await response.text()).toContain('role="search"');
    },
  );

  it.each(['/nothing.png', '/api/nothing'])('%s › it is a problem whoever asks', async (path) => {
    const response = await get(path, { accept: 'text/html' });
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('every answer', () => {
  it.each(['/', '/admin/', '/m/', '/api/health', '/api/nothing', block, '/release/x', '/nothing.png'])(
    '%s › it has the headers that keep browsers honest',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    },
  );

  it('a problem › it speaks the asked language, Chinese by default', async () => {
    const title = async (headers: Record<string, string>) =>
      problemSchema.parse(await (await get('/api/nothing', headers)).json()).title;
    expect(await title({})).toContain('没有这个地址');
    expect(await title({ 'accept-language': 'en-GB,en;q=0.9' })).toContain('There is nothing');
    expect(await title({ 'accept-language': 'en;q=0.5,zh-CN' })).toContain('没有这个地址');
  });

  it('something unforeseen › it is an internal problem without a word from inside', async () => {
    const own = fakeHub();
    vi.spyOn(own.services.records, 'list').mockRejectedValue(new Error('SQLITE_CORRUPT: secret/path'));
    const response = await own.hub.app.request('/api/records', { headers: signedIn() });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/SQLITE|secret/);
    expect(own.logged).toHaveLength(1);
    own.remove();
  });
});

describe('release files', () => {
  it('content-addressed and numbered ones › they are immutable', async () => {
    for (const path of [block, '/release/metadata/7.snapshot.json']) {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
    expect((await get(block)).headers.get('etag')).toBe(`"${hash}"`);
  });

  it('the timestamp › it is checked every time, and its validator follows its content', async () => {
    const first = await get('/release/metadata/timestamp.json');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    await place(fake, 'release/metadata/timestamp.json', '{"a":22}');
    const second = await get('/release/metadata/timestamp.json', {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect(second.status).toBe(200);
    expect(await second.text()).toBe('{"a":22}');
  });

  it.each([
    ['bytes=0-0', 206, 'b', 'bytes 0-0/5'],
    ['bytes=1-3', 206, 'loc', 'bytes 1-3/5'],
    ['bytes=3-', 206, 'ck', 'bytes 3-4/5'],
    ['bytes=-2', 206, 'ck', 'bytes 3-4/5'],
    ['bytes=0-99', 206, 'block', 'bytes 0-4/5'],
    ['bytes=0-1,3-4', 200, 'block', null],
    ['lines=1-2', 200, 'block', null],
    ['bytes=4-1', 200, 'block', null],
  ])('Range %s › it answers %i', async (range, status, text, contentRange) => {
    const response = await get(block, { range });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-range')).toBe(contentRange);
  });

  it('a range past the end › it answers 416', async () => {
    expect((await get(block, { range: 'bytes=5-' })).status).toBe(416);
    expect((await get(block, { range: 'bytes=-0' })).status).toBe(416);
  });

  it('a range under a validator that no longer holds › it sends everything', async () => {
    expect((await get(block, { range: 'bytes=1-2', 'if-range': '"other"' })).status).toBe(200);
    expect((await get(block, { range: 'bytes=1-2', 'if-range': `"${hash}"` })).status).toBe(206);
  });

  it('a large file › it streams whole and by range', async () => {
    const path = `/release/targets/${largeHash}.large.bin`;
    expect(new Uint8Array(await (await get(path)).arrayBuffer())).toEqual(large);
    const part = await get(path, { range: 'bytes=100000-499999' });
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(large.subarray(100_000, 500_000));
  });

  it('HEAD › it tells the length and sends nothing', async () => {
    const response = await fake.hub.app.request(block, { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe('5');
    expect(await response.text()).toBe('');
  });
});

const escapes = [
  '/release/../keys/root.key',
  '/release/%2e%2e/keys/root.key',
  '/release/%252e%252e/keys/root.key',
  '/release/..%2fkeys%2froot.key',
  '/release/..%5ckeys%5croot.key',
  '/release/..\\keys\\root.key',
  '/release/metadata/..%2f..%2fkeys/root.key',
  '/release/metadata/timestamp.json%00.png',
  '/release/metadata/%00',
  '/release/metadata/notes.txt',
  '/release/targets/plain.bin',
  `/release/targets/../../keys/${hash}.root.key`,
  `/release/targets/segments/..%2f..%2f${hash}.x`,
  '/release//keys/root.key',
  '/release/targets/',
  '/release/',
  '/assets/../../../keys/root.key',
  '/assets/%2e%2e/%2e%2e/%2e%2e/keys/root.key',
  '/..%2f..%2fkeys/root.key',
  '/.secret',
  '/%2esecret',
  '/admin/..%2f..%2f..%2fkeys%2froot.key',
  '/admin/%2e%2e/%2e%2e/%2e%2e/keys/root.key',
  '/api/attachments/..%2f..%2fkeys%2froot.key',
  `/m/K7M2Q9X4/file/${'..%2f'.repeat(6)}keys/root.key`,
];

describe('paths that try to leave their folder', () => {
  it.each(escapes)('%s › it never yields a file from elsewhere', async (path) => {
    const response = await get(path, signedIn());
    const text = await response.text();
    expect(text).not.toContain('private');
    expect(text).not.toContain('unhashed');
    expect([200, 400, 404].includes(response.status)).toBe(true);
    if (response.status === 200) expect(text).toMatch(/<title>(?:admin|kiosk)/);
  });

  it('the rule for release files › it knows no path with dots for folders', () => {
    expect(releaseFileRule(`targets/a..b/${hash}.x`)).toBeNull();
    expect(releaseFileRule(`targets/./${hash}.x`)).toBeNull();
    expect(releaseFileRule('metadata/0.root.json')).toBeNull();
    expect(releaseFileRule('metadata/1.root.json')).not.toBeNull();
  });
});
