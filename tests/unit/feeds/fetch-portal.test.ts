// Fetching from portals that mean harm or merely answer badly: nothing private is reached, nothing is endless.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchPortal, type PortalQuestion, userAgent } from '#hub/feeds/incoming/fetch-portal.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { openPortal, say, type TestPortal } from './hostile-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openPortal();
});
beforeEach(() => {
  portal.routes.clear();
  portal.asked.length = 0;
});
afterAll(() => portal.close());

const small = { bytes: 10_000, timeMs: 5000, redirects: 5 };
const ask = (path: string, change: Partial<PortalQuestion> = {}) =>
  fetchPortal({
    ...{ url: portal.url(path), allowedHosts: [portal.host], limits: small, accept: 'text/xml' },
    ...change,
  });
const codeOf = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked;
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown);
  }
  return 'nothing thrown';
};

describe('fetching from a portal › when it answers well', () => {
  it('it brings bytes, type and validators, and says who asks', async () => {
    portal.routes.set(
      '/feed',
      say('<rss/>', { 'content-type': 'text/xml', etag: '"v1"', 'last-modified': 'x' }),
    );
    const answer = await ask('/feed');
    expect(answer).toMatchObject({
      state: 'answered',
      contentType: 'text/xml',
      etag: '"v1"',
      lastModified: 'x',
    });
    expect(answer.state === 'answered' && new TextDecoder().decode(answer.bytes)).toBe('<rss/>');
    expect(portal.asked[0]?.headers['user-agent']).toBe(userAgent);
  });

  it('validators go back and 304 changes nothing', async () => {
    portal.routes.set('/feed', (request, response) => {
      response
        .writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 500, { 'retry-after': '90' })
        .end();
    });
    expect(await ask('/feed', { etag: '"v1"', lastModified: 'Tue' })).toEqual({
      state: 'unchanged',
      retryAfter: '90',
    });
    expect(portal.asked[0]?.headers['if-modified-since']).toBe('Tue');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('%s is unpacked', async (encoding, pack) => {
    portal.routes.set('/feed', say(pack('公开'), { 'content-encoding': encoding }));
    const answer = await ask('/feed');
    expect(answer.state === 'answered' && new TextDecoder().decode(answer.bytes)).toBe('公开');
  });

  it('a refusal keeps its status and the time to wait', async () => {
    portal.routes.set('/feed', say('', { 'retry-after': '120' }, 503));
    expect(await ask('/feed')).toEqual({
      state: 'refused',
      host: portal.host,
      status: 503,
      retryAfter: '120',
    });
  });

  it('relative and absolute redirects are followed', async () => {
    portal.routes.set('/old', say('', { location: '/newer' }, 301));
    portal.routes.set('/newer', say('', { location: portal.url('/feed') }, 307));
    portal.routes.set('/feed', say('ok'));
    const answer = await ask('/old');
    expect(answer.state === 'answered' && answer.url.href).toBe(portal.url('/feed'));
  });
});

describe('fetching from a portal › when its answer never ends', () => {
  it('a huge answer is cut off at the bound', async () => {
    portal.routes.set('/huge', (_request, response) => {
      response.writeHead(200);
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(4096)));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    expect(await codeOf(ask('/huge'))).toBe('feeds.too-large');
  });

  it('a small answer that unpacks without end is cut off at the bound', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(small.bytes * 10);
    portal.routes.set('/bomb', say(bomb, { 'content-encoding': 'gzip' }));
    expect(await codeOf(ask('/bomb'))).toBe('feeds.too-large');
  });

  it('an answer that drips is cut off in time', async () => {
    portal.routes.set('/drip', (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 10);
      response.once('close', () => clearInterval(timer));
    });
    expect(await codeOf(ask('/drip', { limits: { ...small, timeMs: 150 } }))).toBe('feeds.too-slow');
  });

  it('an answer that never begins is cut off in time', async () => {
    portal.routes.set('/silent', () => {});
    expect(await codeOf(ask('/silent', { limits: { ...small, timeMs: 150 } }))).toBe('feeds.too-slow');
  });

  it('a name service that never answers is not waited for', async () => {
    const resolve = () => new Promise<never>(() => {});
    const asked = ask('', { url: 'http://slow.example/', limits: { ...small, timeMs: 100 }, resolve });
    expect(await codeOf(asked)).toBe('feeds.too-slow');
  });
});

describe('fetching from a portal › when it leads astray', () => {
  it('a circle of redirects ends', async () => {
    portal.routes.set('/a', say('', { location: '/b' }, 302));
    portal.routes.set('/b', say('', { location: '/a' }, 302));
    expect(await codeOf(ask('/a'))).toBe('feeds.redirects');
    expect(portal.asked).toHaveLength(2);
  });

  it('a staircase of redirects ends at the bound', async () => {
    for (let step = 0; step < 20; step++)
      portal.routes.set(`/${step}`, say('', { location: `/${step + 1}` }, 302));
    expect(await codeOf(ask('/0'))).toBe('feeds.redirects');
    expect(portal.asked).toHaveLength(small.redirects + 1);
  });

  it.each([
    'http://127.0.0.1:9/',
    'http://localhost:9/',
    'http://[::1]:9/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://[fd00::1]/',
    'http://0.0.0.0/',
  ])('a redirect to %s is refused', async (location) => {
    portal.routes.set('/feed', say('', { location }, 302));
    expect(await codeOf(ask('/feed'))).toBe('feeds.address-refused');
  });

  it.each([
    'file:///etc/passwd',
    'ftp://portal.example/',
    'http://user:pass@portal.example/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
  ])('a redirect to %s is no address', async (location) => {
    portal.routes.set('/feed', say('', { location }, 302));
    expect(await codeOf(ask('/feed'))).toBe('feeds.bad-address');
  });

  it('without an administrator this very portal is refused, and never hears of it', async () => {
    portal.routes.set('/feed', say('ok'));
    expect(await codeOf(ask('/feed', { allowedHosts: [] }))).toBe('feeds.address-refused');
    expect(portal.asked).toEqual([]);
  });

  it('a port that was not allowed is refused', async () => {
    expect(await codeOf(ask('/feed', { allowedHosts: ['127.0.0.1:1'] }))).toBe('feeds.address-refused');
  });

  it('a name that answers privately the second time gains nothing: it is asked once, and that address is used', async () => {
    portal.routes.set('/feed', say('ok'));
    const port = portal.host.split(':')[1];
    const answers = ['127.0.0.1', '10.0.0.1'];
    let questions = 0;
    const resolve = async () => [{ address: answers[questions++] ?? '', family: 4 as const }];
    const allowedHosts = [`rebinding.example:${port}`];
    const answer = await ask('', { url: `http://rebinding.example:${port}/feed`, allowedHosts, resolve });
    expect(answer.state).toBe('answered');
    expect(questions).toBe(1);
  });

  it('a name with one private address among public ones is refused', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 as const },
      { address: '192.168.1.1', family: 4 as const },
    ];
    expect(await codeOf(ask('', { url: 'http://mixed.example/', resolve }))).toBe('feeds.address-refused');
  });

  it('a name nobody knows is said to be unknown', async () => {
    const resolve = async () => [];
    expect(await codeOf(ask('', { url: 'http://nobody.example/', resolve }))).toBe('feeds.host-unknown');
  });
});

describe('fetching from a portal › when its answer is damaged', () => {
  it.each([
    ['gzip', 'not gzip at all'],
    ['br', 'not brotli at all'],
    ['gzip', gzipSync('x'.repeat(5000)).subarray(0, 20)],
    ['zstd', 'x'],
    ['gzip, gzip', 'x'],
  ])('%s that does not unpack is refused', async (encoding, body) => {
    portal.routes.set('/feed', say(body, { 'content-encoding': encoding }));
    expect(await codeOf(ask('/feed'))).toBe('feeds.broken-encoding');
  });

  it('a connection cut in the middle is said to be unreachable', async () => {
    portal.routes.set('/feed', (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('begun', () => response.destroy());
    });
    expect(await codeOf(ask('/feed'))).toBe('feeds.unreachable');
  });
});
