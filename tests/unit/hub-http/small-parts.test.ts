// The small pieces of the HTTP side: ranges, languages, encodings, rate limits, dates, phone numbers, the API's description.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickLanguage } from '#hub/http/language.ts';
import { describeApi } from '#hub/http/openapi.ts';
import { RateLimiter } from '#hub/http/rate-limiter.ts';
import { apiRoutes } from '#hub/http/routes/index.ts';
import { parseRange } from '#hub/http/static/byte-range.ts';
import { pickEncoding } from '#hub/http/static/compress.ts';
import { attachmentMediaType } from '#hub/http/static/media-types.ts';
import { firstPhone, formatBytes, formatDate, formatMoment, phoneLinks } from '#hub/phone/format.ts';
import { marked } from '#hub/phone/hit-list.ts';
import { html } from '#hub/phone/markup.ts';
import { fakeHub } from './fake-services.ts';

describe('byte ranges', () => {
  it('any header › a range lies inside the file', () => {
    const header = fc.oneof(fc.string(), fc.stringMatching(/^bytes=\d{0,8}-\d{0,8}$/));
    fc.assert(
      fc.property(header, fc.nat(1000), (text, size) => {
        const range = parseRange(text, size);
        if (range === null || range === 'unsatisfiable') return;
        expect(range.first).toBeGreaterThanOrEqual(0);
        expect(range.last).toBeLessThan(size);
        expect(range.first).toBeLessThanOrEqual(range.last);
      }),
    );
  });
});

describe('languages and encodings', () => {
  it.each([
    [undefined, undefined, 'zh-CN'],
    ['en', undefined, 'en'],
    ['zh-TW,en;q=0.9', undefined, 'zh-CN'],
    ['fr,de', undefined, 'zh-CN'],
    ['zh;q=0.3,en-US', undefined, 'en'],
    ['en', 'zh', 'zh-CN'],
    ['zh', 'en', 'en'],
    [',;q=;;en;q=x', undefined, 'zh-CN'],
    ['en;q=x,zh;q=0.1', undefined, 'en'],
  ] as const)('Accept-Language %s with lang=%s › it is %s', (header, explicit, language) => {
    expect(pickLanguage(header, explicit)).toBe(language);
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.0', 'identity'],
    [undefined, 'identity'],
  ] as const)('Accept-Encoding %s › it is %s', (header, encoding) => {
    expect(pickEncoding(header)).toBe(encoding);
  });

  it.each([
    ['a.PDF', 'application/pdf'],
    ['a.html', 'application/octet-stream'],
    ['a.svg', 'application/octet-stream'],
    ['a.pdf.exe', 'application/octet-stream'],
    ['pdf', 'application/octet-stream'],
  ])('an attachment named %s › it goes out as %s', (name, type) => {
    expect(attachmentMediaType(name)).toBe(type);
  });
});

describe('the rate limiter', () => {
  it('a burst, then a steady rate › it says how long to wait', () => {
    let now = 0;
    const limiter = new RateLimiter({ burst: 2, perSecond: 0.5 }, () => now);
    limiter.take('a');
    limiter.take('a');
    expect(() => limiter.take('a')).toThrow(
      expect.objectContaining({ code: 'http.too-many-requests', details: { retryAfterSeconds: 2 } }),
    );
    limiter.take('b');
    now = 2000;
    limiter.take('a');
    expect(() => limiter.take('a')).toThrow();
  });

  it('a clock that jumps back › it never locks anyone out for it', () => {
    let now = 1e12;
    const limiter = new RateLimiter({ burst: 1, perSecond: 1 }, () => now);
    limiter.take('a');
    now = 0;
    expect(() => limiter.take('a')).toThrow();
    now = 1000;
    limiter.take('a');
  });

  it('endless keys › memory stays bounded', () => {
    const limiter = new RateLimiter({ burst: 1, perSecond: 1, maxKeys: 3 }, () => 0);
    for (const key of ['a', 'b', 'c', 'd']) limiter.take(key);
    limiter.take('a'); // pushed out, so it begins anew
    expect(() => limiter.take('d')).toThrow();
  });
});

describe('what people read', () => {
  it.each([
    ['2024-04-06', 'zh-CN', '2024年4月6日'],
    ['2024-04', 'zh-CN', '2024年4月'],
    ['2024', 'en', '2024'],
    ['2024-04-06', 'en', '6 April 2024'],
    ['2024-04', 'en', 'April 2024'],
    ['不详', 'en', '不详'],
  ] as const)('%s in %s › it is %s', (date, language, text) => {
    expect(formatDate(date, language)).toBe(text);
  });

  it('an instant › it is told in Beijing time wherever the server stands', () => {
    expect(formatMoment('2026-11-20T18:30:00Z', 'zh-CN')).toBe('2026年11月21日 02:30');
    expect(formatMoment('rubbish', 'zh-CN')).toBe('rubbish');
  });

  it('a size › it is never nothing', () => {
    expect([formatBytes(1), formatBytes(1_500), formatBytes(5_000_000)]).toEqual(['1 B', '1.5 kB', '5.0 MB']);
  });

  it.each([
    ['咨询：0830-5550118 转 2，或 12345', ['08305550118', '12345']],
    ['(010) 6555 0000；（028）65550000', ['01065550000', '02865550000']],
    ['0600-5550296（24小时）', ['06005550296']],
    ['+86 830 5550118、13800000000', ['+868305550118', '13800000000']],
    ['截止2026-11-20，9:00-17:00，共11000元、1200人', []],
    ['急救120，热线95598', ['120', '95598']],
    ['无', []],
  ])('phone numbers in %j › each becomes a link, and nothing is lost', (text, numbers) => {
    const linked = html`${phoneLinks(text)}`.text;
    expect([...linked.matchAll(/href="tel:([^"]+)"/g)].map(([, number]) => number)).toEqual(numbers);
    expect(linked.replace(/<[^>]+>/g, '')).toBe(text);
    expect(firstPhone(text)).toBe(numbers[0] === undefined ? null : `tel:${numbers[0]}`);
  });

  it('marked titles › odd ranges never lose or double a character', () => {
    const range = fc.tuple(fc.nat(30), fc.nat(30));
    fc.assert(
      fc.property(fc.stringMatching(/^[一-三a-c]{0,20}$/), fc.array(range), (text, ranges) => {
        expect(html`${marked(text, ranges)}`.text.replace(/<\/?mark>/g, '')).toBe(text);
      }),
    );
  });
});

describe('the description of the API', () => {
  it('it has every route with its schemas, and every public name once', () => {
    const fake = fakeHub();
    const routes = apiRoutes(fake.services);
    const document = describeApi(routes, '1') as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(routes.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
    expect(JSON.stringify(document)).not.toContain('undefined');
    fake.remove();
  });
});

describe('health', () => {
  it('when all is sound › 200; when keys are gone › 503 with what is wrong', async () => {
    const fake = fakeHub();
    expect((await fake.hub.app.request('/api/health')).status).toBe(200);
    fake.state.health.keys = ['timestamp key missing'];
    fake.state.nowMs += 6000;
    const response = await fake.hub.app.request('/api/health');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: 'failing',
      checks: { store: 'ok', keys: 'failing', release: 'ok' },
      problems: ['timestamp key missing'],
    });
    fake.remove();
  });
});
