// The phone page without a browser: what it says of versions, what it refuses, how little it weighs, what it escapes.
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GuideDetails } from '#shared/catalogue/details.ts';
import { entry } from '../unit/hub-http/fake-release.ts';
import { type FakeHub, fakeHub, place } from '../unit/hub-http/fake-services.ts';

let fake: FakeHub;
beforeEach(() => {
  fake = fakeHub();
  fake.state.entries = [entry()];
});
afterEach(async () => {
  await fake.hub.close();
  fake.remove();
});

const open = (path: string, headers: Record<string, string> = {}) => fake.hub.app.request(path, { headers });
const read = async (path: string, headers: Record<string, string> = {}) => (await open(path, headers)).text();

describe('the page of a record', () => {
  it('when the code is current › it shows header, summary, body and the office', async () => {
    const response = await open('/m/K7M2Q9X4');
    const page = await response.text();
    expect(response.status).toBe(200);
    for (const text of ['云府办〔2026〕12号', '000014349/2026-00110', '现行有效', '一、提高认识。']) {
      expect(page).toContain(text);
    }
    expect(page).toContain('href="tel:08305550118"');
    expect(page).toContain('href="tel:12345"');
    expect(page).toMatch(/href="geo:0,0\?q=%E4%BA%91/);
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  it('when the link is typed by hand › it still finds the record', async () => {
    for (const code of ['k7m2q9x4', 'K7M2Q9X4-5', 'k7m2q9x4-3'])
      expect((await open(`/m/${code}`)).status).toBe(200);
  });

  it('when the scanned version is shown › it says it is the current one', async () => {
    fake.state.histories.set('K7M2Q9X4', {
      withdrawnAt: null,
      successorCode: null,
      versions: [{ version: 5, at: '2026-11-18T17:00:00Z' }],
    });
    expect(await read('/m/K7M2Q9X4-5')).toContain('这是现行版本（第 5 版，2026年11月19日更新）');
  });

  it('when another version was scanned › it says which is shown and since when', async () => {
    fake.state.histories.set('K7M2Q9X4', {
      withdrawnAt: null,
      successorCode: null,
      versions: [{ version: 5, at: '2026-11-18T09:00:00Z' }],
    });
    expect(await read('/m/K7M2Q9X4-3')).toContain(
      '您扫描的是第 3 版，现在显示的是第 5 版（2026年11月18日更新）',
    );
  });

  it('when the text is repealed › it says so first and does not call the version 现行', async () => {
    fake.state.entries = [entry({ validity: 'repealed', expiresOn: '2021-03-01' })];
    const page = await read('/m/K7M2Q9X4');
    expect(page).toContain('已废止（2021年3月1日）');
    expect(page).not.toContain('现行');
  });

  it('when the store can’t answer › it shows what is public all the same', async () => {
    fake.services.records.codeHistory = async () => {
      throw new Error('locked');
    };
    expect((await open('/m/K7M2Q9X4')).status).toBe(200);
  });

  it('in English › only when asked for by address: words, dates and links stay in it', async () => {
    const page = await read('/m/K7M2Q9X4?lang=en');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('18 October 2026');
    expect(page).toContain('href="/m/?lang=en"');
    expect(await read('/m/K7M2Q9X4', { 'accept-language': 'en' })).toContain('<html lang="zh-CN">');
  });

  it('when it is a public notice › it counts the days that are left and says where to object', async () => {
    const notice = { type: 'notice', level: 'ordinary', startsOn: '2026-11-17', contact: null } as const;
    const left = async (endsOn: string) => {
      const details = { ...notice, endsOn, objection: '区纪委 0830-5550100' };
      fake.state.entries = [entry({ kind: 'notice', details })];
      fake.state.version = (fake.state.version ?? 0) + 1;
      return read('/m/K7M2Q9X4');
    };
    expect(await left('2026-11-24')).toMatch(/公示剩余[\s\S]*3 天/);
    expect(await left('2026-11-21')).toContain('今天截止');
    expect(await left('2026-11-20')).toContain('公示已经结束');
    expect(await left('2026-11-20')).toMatch(/异议受理[\s\S]*href="tel:08305550100"/);
  });

  it('when an emergency holds › every other record says so above all else', async () => {
    const level = { type: 'notice', level: 'emergency', startsOn: null, contact: null } as const;
    const alarm = (endsOn: string) =>
      entry({ id: 'r9', code: 'A0000009', kind: 'notice', title: '红色预警', details: { ...level, endsOn } });
    fake.state.entries = [entry(), alarm('2026-11-21')];
    const page = await read('/m/K7M2Q9X4');
    expect(page).toMatch(/class="emergency"><a href="\/m\/A0000009"><strong>紧急通知<\/strong> 红色预警/);
    expect(page.indexOf('红色预警')).toBeLessThan(page.indexOf('<h1'));
    expect(await read('/m/A0000009')).not.toContain('class="emergency"');
    fake.state.entries = [entry(), alarm('2026-11-20')];
    fake.state.version = 5;
    expect(await read('/m/K7M2Q9X4')).not.toContain('class="emergency"');
  });

  it('inside WeChat › it explains how to open files in a browser, and nowhere else', async () => {
    const file = { sha256: 'a'.repeat(64), name: '表.pdf', mediaType: 'application/pdf', bytes: 10 };
    fake.state.entries = [entry({ attachments: [file] })];
    const weChat = { 'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50' };
    expect(await read('/m/K7M2Q9X4', weChat)).toContain('在浏览器打开');
    expect(await read('/m/K7M2Q9X4')).not.toContain('在浏览器打开');
  });

  it('when the release changes › the next request shows the new one and the old one is let go', async () => {
    await read('/m/K7M2Q9X4');
    fake.state.entries = [entry({ title: '新标题', version: 6 })];
    fake.state.version = 4;
    expect(await read('/m/K7M2Q9X4')).toContain('新标题');
    expect(fake.state.opened.map(({ closed }) => closed)).toEqual([1, 0]);
  });
});

describe('a code that leads nowhere', () => {
  it.each(['ZZZZZZZZ', 'abc', 'K7M2Q9X4-', '%3Cscript%3E', 'K7M2Q9X4-0'])(
    '%s › it answers 404, says what happened and offers search',
    async (code) => {
      const response = await open(`/m/${code}`);
      const page = await response.text();
      expect(response.status).toBe(404);
      expect(page).toContain('没有找到这个编号');
      expect(page).toContain('role="search"');
      expect(page).not.toContain('<script>');
    },
  );

  it('when its time is over or has not come › it answers 404 and says so, without its title or text', async () => {
    fake.state.entries = [];
    fake.state.histories.set('K7M2Q9X4', {
      withdrawnAt: null,
      successorCode: null,
      versions: [{ version: 5, at: '2026-11-18T09:00:00Z' }],
    });
    const response = await open('/m/K7M2Q9X4');
    const page = await response.text();
    expect(response.status).toBe(404);
    expect(page).toContain('这条内容现在不展示');
    expect(page).not.toContain('火灾');
  });

  it('when the record was withdrawn › it answers 410 and says when, without its title or text', async () => {
    fake.state.entries = [];
    fake.state.histories.set('K7M2Q9X4', {
      withdrawnAt: '2026-11-02T09:00:00Z',
      successorCode: null,
      versions: [],
    });
    const response = await open('/m/K7M2Q9X4');
    const page = await response.text();
    expect(response.status).toBe(410);
    expect(page).toContain('2026年11月2日');
    expect(page).not.toContain('火灾');
  });

  it('when another record took its place › it answers 410 and leads to that one', async () => {
    fake.state.histories.set('G0NE2Q9X', {
      withdrawnAt: '2026-11-02T09:00:00Z',
      successorCode: 'K7M2Q9X4',
      versions: [],
    });
    const response = await open('/m/G0NE2Q9X');
    const page = await response.text();
    expect(response.status).toBe(410);
    expect(page).toContain('href="/m/K7M2Q9X4"');
    expect(page).toContain('火灾');
  });

  it('when it is a draft nobody published › it is as unknown as any other', async () => {
    fake.state.histories.set('ZZZZZZZZ', {
      withdrawnAt: null,
      successorCode: null,
      versions: [{ version: 1, at: '2026-11-02T09:00:00Z' }],
    });
    expect((await open('/m/ZZZZZZZZ')).status).toBe(404);
  });

  it('before the first publish › it says that nothing is public yet', async () => {
    fake.state.version = null;
    expect(await read('/m/K7M2Q9X4')).toContain('还没有公开的内容');
  });

  it('when the release can’t be read › it says so as a page, and the log has the cause', async () => {
    fake.services.release.open = async () => {
      throw new Error('damaged');
    };
    const response = await open('/m/K7M2Q9X4');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('暂时打不开');
    expect(fake.logged.length).toBeGreaterThan(0);
  });
});

describe('the weight of the first load', () => {
  /** Text of about 24 KB that compresses as real Chinese prose does, made from a fixed series. */
  function prose(bytes: number): string {
    let seed = 7;
    let text = '';
    while (Buffer.byteLength(text) < bytes) {
      seed = (seed * 48_271) % 2_147_483_647;
      const common = seed % 3 === 0 ? 1800 : 300;
      text += String.fromCharCode(0x4e00 + ((seed >> 8) % common) * 3);
      if (seed % 23 === 0) text += '，';
      if (seed % 61 === 0) text += '。</p><p>';
    }
    return `<p>${text}</p>`;
  }

  it('with a full part of a long law › page, style and script stay within 20 kB gzip', async () => {
    const parts = [prose(24_000), prose(24_000), prose(20_000)];
    fake.state.entries = [entry({ title: '云溪区城市市容和环境卫生管理办法' }, parts)];
    const gzip = { 'accept-encoding': 'gzip' };
    const page = await (await open('/m/K7M2Q9X4', gzip)).arrayBuffer();
    const text = gunzipSync(new Uint8Array(page)).toString();
    const assets = [...text.matchAll(/\/m\/assets\/[\w.-]+/g)].map(([path]) => path);
    expect(assets).toHaveLength(2);
    let bytes = page.byteLength;
    for (const path of assets) bytes += (await (await open(path, gzip)).arrayBuffer()).byteLength;
    expect(bytes).toBeLessThanOrEqual(20_000);
    expect(text).toContain('href="/m/K7M2Q9X4?part=2#text"');
  });

  it('on later parts › links lead on and back, and the part asked for is shown', async () => {
    fake.state.entries = [entry({}, ['<p>甲部分</p>', '<p>乙部分</p>', '<p>丙部分</p>'])];
    const page = await read('/m/K7M2Q9X4?part=2');
    expect(page).toContain('乙部分');
    expect(page).not.toContain('甲部分');
    expect(page).toContain('rel="prev"');
    expect(page).toContain('part=3#text');
    expect(await read('/m/K7M2Q9X4?part=99')).toContain('丙部分');
    expect(await read('/m/K7M2Q9X4?part=-1')).toContain('甲部分');
  });
});

/** Shapes that would run if one place forgot to escape; written for this test. */
const shapes = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<svg/onload=alert(1)>',
  '</title><script>alert(1)</script>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<form action="https://evil.example"><input name=a>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<p style="background:url(https://evil.example)">x</p>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<b onclick=alert(1)>x',
  '{{constructor.constructor("alert(1)")()}}',
  '<!--><script>alert(1)</script>-->',
];

/** Tags and attributes a browser would find, by a scan that knows quotes. */
function activeMarkup(page: string): string[] {
  const own = page
    .replaceAll(/<script src="\/m\/assets\/[\w.-]+" defer><\/script>/g, '')
    .replaceAll(/<script type="module" src="\/m\/assets\/guide-[\w.-]+"><\/script>/g, '')
    .replaceAll(/<meta (?:charset|name)="[^"]*"(?: content="[^"]*")?>/g, '')
    .replaceAll(/<form class="search" action="\/m\/" method="get" role="search">/g, '');
  const tags = own.match(/<[a-zA-Z][^\s>]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*>/g) ?? [];
  return tags.filter(
    (tag) =>
      /^<(?:script|iframe|svg|math|style|base|meta|object|embed|form)\b/i.test(tag) ||
      /\s(?:on\w+|style|srcdoc)=/i.test(tag.replace(/="[^"]*"/g, '=')) ||
      /\s(?:href|src)="(?!\/|https?:|tel:|geo:|maps:|#|data:)/i.test(tag),
  );
}

describe('hostile content', () => {
  it.each(shapes)('%s › in every field it stays text', async (shape) => {
    const guide: GuideDetails = {
      type: 'guide',
      itemType: shape,
      itemCode: shape,
      audience: shape,
      level: shape,
      address: shape,
      window: shape,
      hours: shape,
      method: shape,
      phone: shape,
      complaintPhone: shape,
      statutoryLimit: shape,
      promisedLimit: shape,
      fee: shape,
      visits: 1,
      result: shape,
      onlineUrl: `javascript:alert(1)//${shape}`,
      conditions: [shape],
      materials: [{ name: shape, copies: shape, form: shape, source: shape, required: true }],
      steps: [{ name: shape, person: shape, limit: shape, result: shape }],
      basis: [shape],
      laws: [{ name: shape, docNo: shape, article: shape }],
      fees: [{ item: shape, basis: shape, standard: shape }],
      places: [{ name: shape, address: shape, window: shape, hours: shape, phone: shape }],
      subjects: [shape],
      group: shape,
      questions: [{ question: shape, answer: shape }],
    };
    const file = { sha256: 'a'.repeat(64), name: shape, mediaType: shape, bytes: 1 };
    const fields = {
      title: shape,
      agencyName: shape,
      docNo: shape,
      indexNo: shape,
      summary: shape,
      topic: shape,
    };
    const more = { genre: shape, date: shape, keywords: [shape], details: guide, attachments: [file] };
    fake.state.entries = [entry({ ...fields, ...more, kind: 'guide' }, [`<p>${shape}</p>`, '<p>b</p>'])];
    const paths = ['/m/K7M2Q9X4', '/m/K7M2Q9X4?part=2', '/m/', `/m/?q=${encodeURIComponent(shape)}`];
    for (const path of [...paths, `/m/${encodeURIComponent(shape)}`]) {
      const response = await open(path);
      const page = await response.text();
      expect(activeMarkup(page)).toEqual([]);
      const policy = response.headers.get('content-security-policy') ?? '';
      if (response.headers.get('content-type')?.startsWith('text/html')) {
        expect(policy).toContain("script-src 'self'");
        expect(policy).not.toMatch(/unsafe|\*/);
      }
    }
  });
});

describe('searching from a phone', () => {
  beforeEach(() => {
    const titles = Array.from({ length: 45 }, (_, index) => `低保办理说明之${index}`);
    fake.state.entries = titles.map((title, index) =>
      entry({ id: `r${index}`, code: `K7M2Q9${index + 10}`, title }),
    );
  });

  it('without a question › it offers the categories and the latest', async () => {
    const page = await read('/m/');
    expect(page).toContain('href="/m/?kind=document"');
    expect(page).toContain('最新公开');
  });

  it('with words › it lists results with the words marked, a page at a time', async () => {
    const page = await read(`/m/?q=${encodeURIComponent('低保')}`);
    expect(page).toContain('找到 45 条');
    expect(page.match(/<mark>低保<\/mark>/g)).toHaveLength(20);
    expect(page).toContain('from=20');
    expect(await read(`/m/?q=${encodeURIComponent('低保')}&from=40`)).toContain('rel="prev"');
  });

  it('with a code › it leads straight to the record', async () => {
    const response = await open('/m/?q=k7m2q912');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/m/K7M2Q912');
  });

  it('with nothing found › it says what was tried and shows the categories', async () => {
    const page = await read('/m/?q=zzz');
    expect(page).toContain('没有找到与“zzz”相符的内容');
    expect(page).toContain('分类');
  });

  it('with nonsense in the address › it is simply the first page', async () => {
    const path = '/m/?q=%00&kind=<x>&agency=no&from=-5&lang=%22';
    expect((await open(path)).status).toBe(200);
    expect((await open(`/m/?q=${'长'.repeat(3000)}`)).status).toBe(200);
  });

  it('when one address asks without end › it is told to wait', async () => {
    let status = 200;
    for (let count = 0; count < 301; count += 1) ({ status } = await open('/m/assets-none'));
    expect(status).toBe(429);
    fake.state.nowMs += 1000;
    expect((await open('/m/')).status).toBe(200);
  });
});

describe('a file of a record', () => {
  const bytes = Buffer.from('%PDF-1.7 content');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { sha256, name: '重点场所 检查表.pdf', mediaType: 'text/html', bytes: bytes.length };
  const address = `/m/K7M2Q9X4/file/${sha256}/x.html`;

  beforeEach(async () => {
    fake.state.entries = [entry({ attachments: [file] })];
    await place(fake, `release/targets/attachments/${sha256}.${sha256.slice(0, 16)}.bin`, bytes);
  });

  it('when the release carries it › it downloads under the record’s name and a safe type', async () => {
    const response = await open(address);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''%E9/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await open(address, { range: 'bytes=0-3' })).status).toBe(206);
  });

  it('when the record does not refer to it › it is not found', async () => {
    fake.state.entries = [entry()];
    fake.state.version = 9;
    expect((await open(address)).status).toBe(404);
    expect((await open(`/m/ZZZZZZZZ/file/${sha256}/x`)).status).toBe(404);
  });
});

describe('the search page › when other names were searched as well', () => {
  it('names them, and says nothing of it otherwise', async () => {
    expect(await read(`/m/?q=${encodeURIComponent('通知')}`)).toContain('也搜索了：公告');
    expect(await read(`/m/?q=${encodeURIComponent('关于')}`)).not.toContain('也搜索了');
  });
});
