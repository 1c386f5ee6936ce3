// A guide on the phone: a list to take along that is whole without scripts, and the worker that keeps it.
import { gzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDetails } from '#shared/catalogue/details-schema.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { entry } from '../unit/hub-http/fake-release.ts';
import { type FakeHub, fakeHub } from '../unit/hub-http/fake-services.ts';

const form = { sha256: 'f'.repeat(64), name: '申请表（空表）.docx', mediaType: 'x', bytes: 12_000 };

function details(change: Readonly<Record<string, unknown>> = {}): CatalogueRecord['details'] {
  const result = parseDetails('guide', {
    address: '望山路18号',
    window: '3号窗口',
    phone: '0830-5550126',
    promisedLimit: '3个工作日',
    statutoryLimit: '20个工作日',
    visits: 0,
    conditions: ['有固定的经营场所', '已满18周岁'],
    materials: [
      { name: '登记申请书', copies: '1份', form: '原件', blankForm: '申请表（空表）' },
      { name: '授权书', required: false, sampleForm: '没有这个文件.pdf' },
    ],
    steps: [{ name: '受理', person: '窗口', limit: '当日', result: '受理通知书' }],
    fees: [{ item: '工本费', standard: '10元', basis: '某价〔2020〕1号' }],
    places: [{ name: '江北分中心', address: '江北路2号', phone: '0830-5550127' }],
    basis: ['《市容管理办法》第三条', '《没有收录的法》第一条'],
    laws: [{ name: '市容管理办法', article: '第九十九条' }],
    questions: [{ question: '可以代办吗？', answer: '可以。' }],
    ...change,
  });
  if (!result.ok) throw new Error(result.field);
  return result.details;
}

const law = entry({ id: 'law', code: 'K7M2Q9X5', title: '市容管理办法', docNo: null }, [
  '<p id="art-1">第一条</p>',
  '<p id="art-3">第三条　…</p>',
]);

let fake: FakeHub;
beforeEach(() => {
  fake = fakeHub();
  const guide = { id: 'g', code: 'GDE2Q9X4', kind: 'guide', title: '设立登记' } as const;
  fake.state.entries = [entry({ ...guide, details: details(), attachments: [form] }, []), law];
});
afterEach(async () => {
  await fake.hub.close();
  fake.remove();
});

const open = (path: string, headers: Record<string, string> = {}) => fake.hub.app.request(path, { headers });
const read = async (path: string) => await (await open(path)).text();

describe('a guide on the phone › without any script', () => {
  it('it says everything: limits side by side, what to bring, every place, fees, steps, answers', async () => {
    const page = await read('/m/GDE2Q9X4');
    for (const words of [
      '3个工作日',
      '20个工作日',
      '不用到现场',
      '有固定的经营场所',
      '登记申请书',
      '形式 原件',
      '3号窗口',
      '江北分中心',
      '江北路2号',
      '10元',
      '某价〔2020〕1号',
      '得到 受理通知书',
      '可以代办吗？',
      '收藏、截屏，或者打印本页',
    ])
      expect(page, words).toContain(words);
    expect(page.indexOf('要带的材料')).toBeLessThan(page.indexOf('去哪里办'));
    expect(page.indexOf('去哪里办')).toBeLessThan(page.indexOf('归档信息'));
  });

  it('its conditions and materials are boxes to tick; what only scripts can do is not on show', async () => {
    const page = await read('/m/GDE2Q9X4');
    const ids = [...page.matchAll(/<input type="checkbox" autocomplete="off" data-tick="([0-9a-f]{12})">/g)];
    expect(ids).toHaveLength(4);
    expect(new Set(ids.map(([, id]) => id)).size).toBe(4);
    for (const button of ['data-clear-ticks', 'data-print'])
      expect(page).toMatch(new RegExp(`${button} hidden`));
  });

  it('a tick belongs to the words of its line, not to its place', async () => {
    const before = await read('/m/GDE2Q9X4');
    const tickLine = /data-tick="(\w+)"><span>(?:<b>)?([^<]+)/g;
    const idOf = (page: string, words: string) =>
      [...page.matchAll(tickLine)].find(([, , text]) => text === words)?.[1];
    const [first] = fake.state.entries;
    if (first === undefined) throw new Error('no guide');
    const turned = {
      ...first.record,
      version: 6,
      details: details({ conditions: ['新的条件', '已满18周岁'] }),
    };
    fake.state.entries = [{ ...first, record: turned }, law];
    const after = await read('/m/GDE2Q9X4');
    expect(idOf(after, '已满18周岁')).toBe(idOf(before, '已满18周岁'));
    expect(idOf(after, '新的条件')).not.toBe(idOf(before, '有固定的经营场所'));
  });

  it('a form is offered where the record has the file, and nowhere else', async () => {
    const page = await read('/m/GDE2Q9X4');
    expect(page).toContain(`class="form" href="/m/GDE2Q9X4/file/${form.sha256}/`);
    expect(page.match(/class="form"/g)).toHaveLength(1);
  });
});

describe('the legal basis › when the release holds the law', () => {
  it('it leads to the article in its part; an article the text lacks leads to the law; an unknown law to nothing', async () => {
    const page = await read('/m/GDE2Q9X4');
    expect(page).toContain('href="/m/K7M2Q9X5?part=2#art-3"');
    expect(page).toContain('看原文第三条');
    expect(page.match(/class="law"/g)).toHaveLength(2);
    expect(page).toContain('class="law" href="/m/K7M2Q9X5" ');
    expect(page).toContain('《没有收录的法》第一条');
    expect(await read('/m/K7M2Q9X5?part=2')).toContain('id="art-3"');
  });

  it('it follows the language chosen', async () => {
    expect(await read('/m/GDE2Q9X4?lang=en')).toContain('href="/m/K7M2Q9X5?part=2&amp;lang=en#art-3"');
  });
});

describe('the worker of guides', () => {
  it('its address reaches no further than /m/, is asked for anew, and may only fetch', async () => {
    const response = await open('/m/worker.js');
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('service-worker-allowed')).toBeNull();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('script-src');
  });

  it('only a guide asks for it, by a script of at most 15 kB', async () => {
    const page = await read('/m/GDE2Q9X4');
    const path = /<script type="module" src="([^"]+)"/.exec(page)?.[1] ?? '';
    const script = new Uint8Array(await (await open(path)).arrayBuffer());
    expect(gzipSync(script).byteLength).toBeLessThan(15_000);
    expect(await read('/m/K7M2Q9X5')).not.toContain('guide-');
  });
});
