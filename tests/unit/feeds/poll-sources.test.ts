// Polling sources into the store: drafts arrive, changes follow, nothing is approved, and no harm reaches what is there.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { createFeedService, type FeedService } from '#hub/feeds/feed-service.ts';
import { fetchPortal, type PortalQuestion } from '#hub/feeds/incoming/fetch-portal.ts';
import type { Actor } from '#hub/http/actor.ts';
import type { FeedSourceInput } from '#shared/protocol/feeds-api.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '../../support/temp-desk.ts';
import { openPortal, rss, rssItem, rssType, say, type TestPortal } from './hostile-portal.ts';

let portal: TestPortal;
let temp: TempDesk;
let feeds: FeedService;
let agencyId: string;
let questions: PortalQuestion[];
let pauses: number;
/** Cuts a fetch off sooner, where a test is about that. */
let shortestMs: number;

beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  portal.routes.clear();
  portal.asked.length = 0;
  temp = await openTempDesk();
  agencyId = (await createAgency(temp.desk, agencyInput('区水务局'), clerk)).id;
  questions = [];
  pauses = 0;
  shortestMs = Number.POSITIVE_INFINITY;
  feeds = createFeedService(temp.desk, {
    fetch: (question) => {
      questions.push(question);
      return fetchPortal({
        ...question,
        limits: { ...question.limits, timeMs: Math.min(question.limits.timeMs, shortestMs) },
      });
    },
    pause: async () => {
      pauses++;
    },
  });
});
afterEach(async () => {
  await feeds.close();
  await temp.close();
});

const source = (change: Partial<FeedSourceInput> = {}): FeedSourceInput => ({
  ...{ title: '市政府门户', url: portal.url('/feed'), agencyId, kind: 'notice', nodeId: null },
  ...{ mapping: { itemsPath: null, fields: {}, article: null }, allowedHosts: [portal.host] },
  ...{ intervalMinutes: 60, isWhole: false, isActive: true },
  ...change,
});
const add = async (change: Partial<FeedSourceInput> = {}) =>
  (await feeds.create(source(change), clerk, 'zh-CN')).id;
const poll = (id: string) => feeds.pollNow(id, clerk, 'zh-CN');
const answer = (...items: readonly string[]) => portal.routes.set('/feed', say(rss(...items), rssType));
const records = () =>
  temp.desk.db
    .selectFrom('records')
    .select(['id', 'title', 'kind', 'state', 'version', 'approved_version', 'agency_id', 'updated_by'])
    .orderBy('id')
    .execute();
const body = async (id: string) => (await createRecordService(temp.desk).detail(id)).content.bodyHtml;

describe('polling a source › when its feed has items', () => {
  it('each arrives as a draft of the agency and kind, with where it came from', async () => {
    answer(rssItem('1', '停水通知', '<description>明天停水。</description>'), rssItem('2', '来水通知'));
    const state = await poll(await add());
    expect(state).toMatchObject({ lastAnswer: 'changed', problem: null, arrived: 2, missing: 0 });
    expect(state.last).toEqual({ items: 2, created: 2, updated: 0, notes: [] });
    const stored = await records();
    expect(stored.map(({ title, kind, state: mark, agency_id }) => [title, kind, mark, agency_id])).toEqual([
      ['停水通知', 'notice', 'draft', agencyId],
      ['来水通知', 'notice', 'draft', agencyId],
    ]);
    expect(await feeds.originOf(stored[0]?.id ?? '')).toEqual({
      ...{ way: 'feed', name: '市政府门户', address: 'http://portal.example/1' },
      ...{ fetchedAt: new Date(temp.desk.now()).toISOString(), missingSince: null },
    });
    expect(await body(stored[0]?.id ?? '')).toBe('<p>明天停水。</p>');
  });

  it('the same answer again changes nothing', async () => {
    answer(rssItem('1', '停水通知'));
    const id = await add();
    await poll(id);
    const before = await records();
    const state = await poll(id);
    expect(state).toMatchObject({ lastAnswer: 'unchanged', arrived: 1, last: { created: 0, updated: 0 } });
    expect(await records()).toEqual(before);
  });

  it('validators of the last answer go along, and a changed source asks anew', async () => {
    portal.routes.set(
      '/feed',
      say(rss(rssItem('1', '一')), { ...rssType, etag: '"1"', 'last-modified': 'Tue' }),
    );
    const id = await add();
    await poll(id);
    await poll(id);
    await feeds.update(id, source({ title: '门户' }), clerk, 'zh-CN');
    await poll(id);
    expect(questions.map(({ etag, lastModified }) => [etag, lastModified])).toEqual([
      [null, null],
      ['"1"', 'Tue'],
      [null, null],
    ]);
  });

  it('a change upstream is a new version, and what was approved stays public until somebody approves it', async () => {
    answer(rssItem('1', '停水通知', '<description>周一。</description>'));
    const id = await add();
    await poll(id);
    const [first] = await records();
    await createRecordService(temp.desk).approve([first?.id ?? ''], clerk);
    answer(rssItem('1', '停水通知（更正）', '<description>周二。</description>'));
    expect((await poll(id)).last).toMatchObject({ created: 0, updated: 1 });
    expect(await records()).toMatchObject([
      { title: '停水通知（更正）', state: 'approved', version: 2, approved_version: 1 },
    ]);
    expect(await body(first?.id ?? '')).toBe('<p>周二。</p>');
  });

  it('what staff changed stays where the portal changed something else', async () => {
    answer(rssItem('1', '停水通知', '<category>供水</category>'));
    const id = await add();
    await poll(id);
    const [stored] = await records();
    const service = createRecordService(temp.desk);
    const { content, version } = await service.detail(stored?.id ?? '');
    await service.update(
      stored?.id ?? '',
      { ...content, docNo: '水发〔2026〕1号', topic: '民生' },
      version,
      clerk,
    );
    answer(rssItem('1', '停水通知（更正）', '<category>供水</category>'));
    expect((await poll(id)).last.notes).toEqual([]);
    const kept = (await service.detail(stored?.id ?? '')).content;
    expect(kept).toMatchObject({ title: '停水通知（更正）', docNo: '水发〔2026〕1号', topic: '民生' });
    answer(rssItem('1', '停水通知（更正）', '<category>城管</category>'));
    expect((await poll(id)).last.notes.map(({ code }) => code)).toEqual(['feeds.item-staff-text-kept']);
    expect((await service.detail(stored?.id ?? '')).content.topic).toBe('城管');
  });

  it('HTML with scripts arrives clean', async () => {
    const evil =
      '<p onclick="x()">好<script>alert(1)</script><img src="http://evil.example/x.png"><a href="javascript:x()">链</a><iframe src="//evil"></iframe></p><style>*{}</style>';
    answer(rssItem('1', '一', `<description><![CDATA[${evil}]]></description>`));
    await poll(await add());
    const [stored] = await records();
    expect(await body(stored?.id ?? '')).toBe('<p>好链</p>');
  });

  it('an id that comes twice is taken once and said', async () => {
    answer(rssItem('1', '一'), rssItem('1', '二'), rssItem('2', '三'));
    const state = await poll(await add());
    expect(state.last).toMatchObject({ created: 2, notes: [{ code: 'feeds.item-twice' }] });
    expect((await records()).map(({ title }) => title)).toEqual(['一', '三']);
  });

  it('an item with the number of a record of the agency becomes its next version', async () => {
    const input = documentInput(agencyId, { indexNo: '000014349/2026-00110', summary: '原有摘要' });
    const own = await createRecordService(temp.desk).create(input, clerk);
    portal.routes.set(
      '/feed',
      say(JSON.stringify([{ id: '9', title: '调整公交线路', 索引号: '000014349/2026-00110' }])),
    );
    await poll(await add({ kind: 'document' }));
    expect(await records()).toMatchObject([{ id: own.id, title: '调整公交线路', version: 2 }]);
    expect((await createRecordService(temp.desk).detail(own.id)).content.summary).toBe('原有摘要');
  });
});

describe('polling a source › when the portal no longer has an item', () => {
  const dated = (id: string, day: number) =>
    rssItem(id, `第${id}号`, `<pubDate>${day} Nov 2026 10:00:00 +0800</pubDate>`);

  it('what is younger than the oldest and not there is said to be missing, and nothing else happens', async () => {
    answer(dated('3', 23), dated('2', 22), dated('1', 21));
    const id = await add();
    await poll(id);
    const before = await records();
    answer(dated('4', 24), dated('2', 22));
    expect(await poll(id)).toMatchObject({ arrived: 4, missing: 1 });
    const { items } = await feeds.missing(id, clerk);
    expect(items).toMatchObject([{ title: '第3号', address: 'http://portal.example/3' }]);
    expect((await records()).slice(0, 3)).toEqual(before);
    answer(dated('4', 24), dated('3', 23), dated('2', 22));
    expect((await poll(id)).missing).toBe(0);
  });

  it('of a list that always holds everything, all that is not there is missing', async () => {
    answer(rssItem('1', '一'), rssItem('2', '二'));
    const id = await add({ isWhole: true });
    await poll(id);
    answer(rssItem('2', '二'));
    expect((await poll(id)).missing).toBe(1);
  });
});

describe('polling a source › when it answers with harm', () => {
  const harms: Readonly<
    Record<string, [body: string | Buffer, headers: Record<string, string>, code: string]>
  > = {
    'broken XML': ['<rss><channel><item>', rssType, 'feeds.broken-xml'],
    'an entity bomb': [
      '<!DOCTYPE r [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><rss><channel/></rss>',
      rssType,
      'feeds.entities',
    ],
    'a picture': ['x', { 'content-type': 'image/png' }, 'feeds.wrong-type'],
    'a web page': ['<!doctype html><html></html>', { 'content-type': 'text/html' }, 'feeds.not-a-feed'],
    'bad text': [
      Buffer.from([0xff, 0xff, 0x3c]),
      { 'content-type': 'text/xml; charset=utf-8' },
      'feeds.bad-text',
    ],
    'bad packing': ['x', { ...rssType, 'content-encoding': 'gzip' }, 'feeds.broken-encoding'],
    'eleven megabytes': ['x'.repeat(11 * 1024 * 1024), rssType, 'feeds.too-large'],
  };

  it.each(Object.entries(harms))(
    '%s › what is stored stays, and the source says what was wrong',
    async (_what, [text, headers, code]) => {
      answer(rssItem('1', '停水通知'));
      const id = await add({ isWhole: true });
      await poll(id);
      const before = await records();
      portal.routes.set('/feed', say(text, headers));
      const state = await poll(id);
      expect(state).toMatchObject({
        lastAnswer: 'failed',
        failures: 1,
        arrived: 1,
        missing: 0,
        problem: { code },
      });
      expect(state.problem?.message).not.toContain('{');
      expect(await records()).toEqual(before);
      answer(rssItem('1', '停水通知'));
      expect(await poll(id)).toMatchObject({ lastAnswer: 'unchanged', failures: 0, problem: null });
    },
  );

  it('a redirect to a private address is refused without asking there', async () => {
    portal.routes.set('/feed', say('', { location: 'http://169.254.169.254/latest/' }, 302));
    expect((await poll(await add())).problem?.code).toBe('feeds.address-refused');
  });

  it('a drip ends in time', async () => {
    shortestMs = 200;
    portal.routes.set('/feed', (_request, response) => {
      response.writeHead(200, rssType);
      const timer = setInterval(() => response.write(' '), 10);
      response.once('close', () => clearInterval(timer));
    });
    expect((await poll(await add())).problem?.code).toBe('feeds.too-slow');
  });

  it('a portal that is gone for good is not asked any more', async () => {
    portal.routes.set('/feed', say('', {}, 410));
    const id = await add();
    expect(await poll(id)).toMatchObject({ isActive: false, problem: { code: 'feeds.gone' } });
    expect(await feeds.pollAll()).toBe(0);
  });
});

describe('polling sources › when their time comes', () => {
  it('a source is asked after its interval, later after failures, and not before the portal says', async () => {
    portal.routes.set('/feed', say('', {}, 500));
    const id = await add();
    const minutesUntil = async () => {
      const [state] = await feeds.sources(clerk, 'zh-CN');
      return (Date.parse(state?.nextPollAt ?? '') - temp.desk.now()) / 60_000;
    };
    expect(await feeds.pollDue()).toBe(1);
    expect(Math.abs((await minutesUntil()) - 120)).toBeLessThanOrEqual(12);
    expect(await feeds.pollDue()).toBe(0);
    await poll(id);
    expect(Math.abs((await minutesUntil()) - 240)).toBeLessThanOrEqual(24);
    portal.routes.set('/feed', say('', { 'retry-after': String(10 * 3600) }, 429));
    await poll(id);
    expect(await minutesUntil()).toBe(600);
    answer(rssItem('1', '一'));
    await poll(id);
    expect(Math.abs((await minutesUntil()) - 60)).toBeLessThanOrEqual(6);
  });

  it('sources of one host are asked one after the other', async () => {
    let open = 0;
    let most = 0;
    portal.routes.set('/feed', (_request, response) => {
      most = Math.max(most, ++open);
      setImmediate(() => {
        open--;
        response.writeHead(200, rssType).end(rss());
      });
    });
    for (const title of ['甲', '乙', '丙', '丁']) await add({ title });
    expect(await feeds.pollAll()).toBe(4);
    expect([most, portal.asked.length]).toEqual([1, 4]);
  });

  it('two processes on one folder ask a source once', async () => {
    answer(rssItem('1', '一'));
    await add();
    const other = createFeedService(temp.desk, { fetch: fetchPortal, pause: async () => {} });
    await Promise.all([feeds.pollDue(), other.pollDue()]);
    expect(portal.asked).toHaveLength(1);
  });
});

describe('following the links of items › when staff named the element of the article', () => {
  const article = { by: 'class', name: 'view' } as const;
  const page = say(
    '<html><div class="nav">导航</div><div class="view"><p>全文<script>x</script></p></div></html>',
    {
      'content-type': 'text/html; charset=utf-8',
    },
  );
  const item = (id: string, title: string) =>
    `<guid>${id}</guid><title>${title}</title><link>${portal.url(`/${id}`)}</link><description>摘要。</description>`;
  const following = () => add({ mapping: { itemsPath: null, fields: {}, article } });

  it('the article is taken, once, and the feed’s own words are its summary', async () => {
    answer(item('1', '一'), item('2', '二'));
    portal.routes.set('/1', page);
    portal.routes.set('/2', page);
    const id = await following();
    await poll(id);
    const [stored] = await records();
    expect((await createRecordService(temp.desk).detail(stored?.id ?? '')).content).toMatchObject({
      ...{ bodyHtml: '<p>全文</p>', summary: '摘要。' },
    });
    expect(pauses).toBe(1);
    await poll(id);
    expect(portal.asked.map(({ path }) => path)).toEqual(['/feed', '/1', '/2', '/feed']);
  });

  it('an article that is not to be had leaves the feed’s words, says so, and is looked for again', async () => {
    answer(item('1', '一'));
    const id = await following();
    expect((await poll(id)).last.notes.map(({ code }) => code)).toEqual(['feeds.article-missing']);
    const [stored] = await records();
    expect(await body(stored?.id ?? '')).toBe('<p>摘要。</p>');
    portal.routes.set('/1', page);
    await poll(id);
    expect(await body(stored?.id ?? '')).toBe('<p>全文</p>');
  });

  it('a link into the own network is not followed', async () => {
    answer(
      '<guid>1</guid><title>一</title><link>http://192.168.1.1/admin</link><description>摘要</description>',
    );
    expect((await poll(await following())).last.notes.map(({ code }) => code)).toEqual([
      'feeds.address-refused',
    ]);
  });

  it('more articles than one go reads wait for the next', async () => {
    answer(...Array.from({ length: 60 }, (_, at) => item(`a${at}`, `第${at}篇`)));
    for (let at = 0; at < 60; at++) portal.routes.set(`/a${at}`, page);
    const id = await following();
    const first = await poll(id);
    expect([first.arrived, first.last.notes[0]?.code]).toEqual([50, 'feeds.article-later']);
    expect((await poll(id)).arrived).toBe(60);
  });
});

describe('setting up a source › when somebody may not', () => {
  const publisher: Actor = { ...clerk, roles: ['publisher'] };

  it('only an administrator allows hosts of the own network; others keep what was allowed', async () => {
    const id = await add();
    await expect(feeds.create(source(), publisher, 'zh-CN')).rejects.toThrow('feeds.hosts-not-yours');
    const more = source({ allowedHosts: [portal.host, 'router.lan'] });
    await expect(feeds.update(id, more, publisher, 'zh-CN')).rejects.toThrow('feeds.hosts-not-yours');
    await feeds.update(id, source({ title: '改名' }), publisher, 'zh-CN');
    const preview = { ...source(), sourceId: null };
    await expect(feeds.preview(preview, publisher, 'zh-CN')).rejects.toThrow('feeds.hosts-not-yours');
  });

  it('somebody bound to one agency sees and touches that agency’s sources alone', async () => {
    const id = await add();
    const other = { ...clerk, agencyId: 'a-other' };
    expect(await feeds.sources(other, 'zh-CN')).toEqual([]);
    await expect(feeds.remove(id, other)).rejects.toThrow('workflow.foreign-agency');
    await expect(feeds.pollNow(id, other, 'zh-CN')).rejects.toThrow('workflow.foreign-agency');
    await expect(feeds.create(source(), other, 'zh-CN')).rejects.toThrow('workflow.foreign-agency');
  });

  it('a source that was taken away leaves what arrived, and its address is on record', async () => {
    answer(rssItem('1', '一'));
    const id = await add();
    await poll(id);
    await feeds.remove(id, clerk);
    expect(await records()).toHaveLength(1);
    const acts = await temp.desk.db
      .selectFrom('audit_entries')
      .select(['action', 'details'])
      .orderBy('id')
      .execute();
    expect(acts.map(({ action }) => action).slice(-3)).toEqual(['feed.create', 'feed.arrive', 'feed.remove']);
    expect(acts.at(-1)?.details).toContain(portal.url('/feed'));
  });
});

describe('previewing a source › when it is not saved yet', () => {
  it('it tells fields, what is taken for what, the first items and what is wrong, and stores nothing', async () => {
    answer(rssItem('1', '一', '<description>摘要</description>'), '<guid>2</guid>');
    const preview = await feeds.preview({ ...source(), sourceId: null }, clerk, 'zh-CN');
    expect(preview).toMatchObject({
      ...{ format: 'rss', title: '市政府门户', items: 2 },
      chosen: { id: 'guid', title: 'title', link: 'link', summary: 'description' },
      samples: [{ title: '一', link: 'http://portal.example/1', bodyText: '摘要', problems: [] }],
      notes: [{ code: 'feeds.item-no-title' }],
    });
    expect(preview.fields).toContainEqual({ path: 'title', sample: '一' });
    expect(await records()).toEqual([]);
  });
});
