// What other systems take from the hub: feeds and open data of what is on show now, valid, escaped and whole.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFeed } from '#hub/feeds/incoming/read-feed.ts';
import { csvRow } from '#hub/feeds/outgoing/csv-row.ts';
import { escapeXml } from '#hub/feeds/outgoing/write-feed.ts';
import type { EntryDetails, RegisterDetails } from '#shared/catalogue/register.ts';
import { entry } from '../hub-http/fake-release.ts';
import { type FakeHub, fakeHub } from '../hub-http/fake-services.ts';

const registerDetails: RegisterDetails = {
  ...{ type: 'register', template: null, period: null, facets: [], entries: 2, views: [], notes: [] },
  columns: [
    { key: 'name', title: '名称', type: 'text', unit: null, isShown: true },
    { key: 'sum', title: '金额', type: 'money', unit: '万元', isShown: true },
  ],
};
const rowDetails = (cells: EntryDetails['cells'], registerId = 'g1'): EntryDetails => ({
  ...{ type: 'entry', registerId, registerTitle: '登记', cells, facets: [] },
});

let fake: FakeHub;
beforeEach(() => {
  fake = fakeHub({ publicUrl: 'https://hall.example' });
  fake.state.entries = [
    entry({ id: 'r1', code: 'K7M2Q9X4', title: '<通知> & "一"', summary: '摘\u0001要', kind: 'notice' }, [
      '<p>甲</p>',
      '<p>乙</p>',
    ]),
    entry(
      {
        id: 'r2',
        code: 'K7M2Q9X5',
        title: '=HYPERLINK("http://evil")',
        publishedOn: null,
        date: '2026',
        body: null,
      },
      [],
    ),
    entry({ id: 'g1', code: 'K7M2Q9X6', title: '收费清单', kind: 'register', details: registerDetails }, []),
    entry(
      {
        id: 'e1',
        code: 'K7M2Q9X7',
        kind: 'entry',
        details: rowDetails([
          ['name', '张*'],
          ['sum', '-12.5'],
        ]),
      },
      [],
    ),
    entry({ id: 'e2', code: 'K7M2Q9X8', kind: 'entry', details: rowDetails([['name', '@SUM(1)']]) }, []),
    entry({ id: 'e3', code: 'K7M2Q9X9', kind: 'entry', details: rowDetails([['name', '隐藏']], 'gone') }, []),
  ];
  fake.state.histories.set('K7M2Q9X4', {
    withdrawnAt: null,
    successorCode: null,
    versions: [
      { version: 4, at: '2026-11-01T00:00:00.000Z' },
      { version: 5, at: '2026-11-19T08:00:00.000Z' },
    ],
  });
});
afterEach(async () => {
  await fake.hub.close();
  fake.remove();
});

const get = (path: string, headers: Record<string, string> = {}) => fake.hub.app.request(path, { headers });
const parse = async (path: string) => {
  const response = await get(path);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return readFeed({ bytes, contentType: response.headers.get('content-type') ?? '', host: 'hall' }, null);
};

describe('the outgoing feeds › when something is on show', () => {
  it('Atom is well-formed, with absolute ids, update times of versions, and no rows of registers', async () => {
    const { format, title, items } = await parse('/feed.atom');
    expect([format, title]).toEqual(['atom', '云溪区政务公开查阅点 · 最新公开']);
    expect(
      items.map((item) => [item.get('id'), item.get('title'), item.get('updated'), item.get('published')]),
    ).toEqual([
      [
        'https://hall.example/m/K7M2Q9X4',
        '<通知> & "一"',
        '2026-11-19T08:00:00.000Z',
        '2026-10-19T16:00:00.000Z',
      ],
      ['https://hall.example/m/K7M2Q9X5', '=HYPERLINK("http://evil")', '2026-11-20T10:00:00Z', undefined],
      ['https://hall.example/m/K7M2Q9X6', '收费清单', '2026-10-19T16:00:00.000Z', '2026-10-19T16:00:00.000Z'],
    ]);
    expect(items[0]?.get('summary')).toBe('摘要');
  });

  it('JSON Feed says the same', async () => {
    const feed = (await (await get('/feed.json?kind=notice')).json()) as Record<string, unknown>;
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'https://hall.example/feed.json?kind=notice',
      title: '云溪区政务公开查阅点 · 公告公示',
      items: [{ id: 'https://hall.example/m/K7M2Q9X4', date_modified: '2026-11-19T08:00:00.000Z' }],
    });
  });

  it('rows come where they are asked for, and unknown narrowing is refused', async () => {
    expect((await parse('/feed.atom?kind=entry')).items).toHaveLength(3);
    expect((await parse('/feed.atom?agency=a1')).items).toHaveLength(3);
    expect((await get('/feed.atom?kind=secret')).status).toBe(400);
    expect((await get('/feed.json?agency=nobody')).status).toBe(400);
  });

  it('it is asked for again by its tag alone, and any site may read it', async () => {
    const first = await get('/feed.atom');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const again = await get('/feed.atom', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('a new release is another feed, also where the number of records is the same', async () => {
    await parse('/feed.atom');
    fake.state.version = 4;
    fake.state.entries = [entry({ title: '新' })];
    expect((await parse('/feed.atom')).items[0]?.get('title')).toBe('新');
  });

  it('before the first release there is none', async () => {
    fake.state.version = null;
    for (const path of ['/feed.atom', '/feed.json', '/open-data/records.csv', '/open-data/dataset.json']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });
});

describe('the open data › when it is downloaded', () => {
  it('the table has a mark, a line a record, and no formula', async () => {
    const response = await get('/open-data/records.csv');
    expect(response.headers.get('content-type')).toContain('text/csv');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...lines] = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(head?.startsWith('标题,类型,索引号,文号,发布机构')).toBe(true);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^"<通知> & ""一""",公告公示,.*,https:\/\/hall\.example\/m\/K7M2Q9X4$/);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });

  it('JSON and JSON Lines hold the same records with their texts', async () => {
    const lines = (await (await get('/open-data/records.jsonl')).text()).trimEnd().split('\n');
    const whole = (await (await get('/open-data/records.json')).json()) as {
      version: number;
      records: unknown[];
    };
    expect(lines.map((line) => JSON.parse(line))).toEqual(whole.records);
    expect(whole).toMatchObject({ version: 3, publisher: '云溪区政务公开查阅点' });
    expect(whole.records).toMatchObject([
      {
        url: 'https://hall.example/m/K7M2Q9X4',
        agency: { name: '云溪区行政审批局' },
        bodyHtml: '<p>甲</p><p>乙</p>',
      },
      { bodyHtml: null },
      { kind: 'register' },
    ]);
  });

  it('a register is a table of its own, as masked as the release, and rows of others are in none', async () => {
    const text = await (await get('/open-data/register-K7M2Q9X6.csv')).text();
    expect(text).toBe(
      "名称,金额（万元）,地址\r\n张*,-12.5,https://hall.example/m/K7M2Q9X7\r\n'@SUM(1),,https://hall.example/m/K7M2Q9X8\r\n",
    );
    expect((await get('/open-data/register-K7M2Q9X4.csv')).status).toBe(404);
  });

  it('it is made once for many who ask, again for a new release, and by the part where somebody wants a part', async () => {
    const all = await Promise.all([1, 2, 3].map(() => get('/open-data/records.csv')));
    expect(new Set(all.map((one) => one.headers.get('etag')))).toEqual(new Set(['"3-0"']));
    expect((await get('/open-data/records.csv', { 'if-none-match': '"3-0"' })).status).toBe(304);
    expect(await (await get('/open-data/records.jsonl', { range: 'bytes=0-5' })).text()).toBe('{"id":');
    fake.state.version = 4;
    fake.state.entries = [entry({ title: '新' })];
    const next = await get('/open-data/records.csv');
    expect(next.headers.get('etag')).toBe('"4-0"');
    expect(await next.text()).toContain('新');
  });

  it.each(['..%2f..%2fstore.sqlite', 'records.exe', 'register-x.csv', 'register-..%2fx.csv'])(
    '%s › there is no such file',
    async (name) => {
      expect((await get(`/open-data/${name}`)).status).toBe(404);
    },
  );

  it('the page for people names every file, and the description for machines too', async () => {
    const html = await (await get('/open-data/')).text();
    const description = (await (await get('/open-data/dataset.json')).json()) as Record<string, unknown>;
    for (const file of ['records.csv', 'records.jsonl', 'records.json', 'register-K7M2Q9X6.csv']) {
      expect(html).toContain(`href="/open-data/${file}"`);
      expect(JSON.stringify(description)).toContain(`https://hall.example/open-data/${file}`);
    }
    expect(description['@type']).toBe('dcat:Dataset');
    expect(await (await get('/open-data/?lang=en')).text()).toContain('Open data');
  });

  it('phone pages tell programs where the feeds are', async () => {
    const html = await (await get('/m/')).text();
    expect(html).toContain('<link rel="alternate" type="application/atom+xml" href="/feed.atom"');
    expect(html).toContain('<link rel="alternate" type="application/feed+json" href="/feed.json"');
  });
});

describe('cells of CSV › when they hold anything at all', () => {
  it('what comes out reads back, and never begins a formula', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\n', '1', '\t') }),
        ),
        (text) => {
          const quoted = csvRow([text]).slice(0, -2);
          const cell = quoted.startsWith('"') ? quoted.slice(1, -1).replaceAll('""', '"') : quoted;
          expect([text, `'${text}`]).toContain(cell);
          if (!/^-[\d.,]+%?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
        },
      ),
    );
  });
});

describe('text in XML › when it holds anything at all', () => {
  it('a feed with it in a title reads back, without what XML has no character for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = `<rss><channel><item><title>${escapeXml(text)}</title></item></channel></rss>`;
        const { items } = readFeed(
          { bytes: new TextEncoder().encode(xml), contentType: 'text/xml', host: '' },
          null,
        );
        expect(items).toHaveLength(1);
      }),
    );
  });
});
