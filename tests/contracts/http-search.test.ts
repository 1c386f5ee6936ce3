// `/api/search`: the hub's answer is the engine's, held to its bounds, and costs nothing when nothing is new.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHub } from '#hub/http/create-hub.ts';
import type { HubServices } from '#hub/http/hub-services.ts';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { currentVersion, openRelease } from '#hub/publish/open-release.ts';
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { problemSchema } from '#shared/protocol/hub-api.ts';
import { searchAnswerSchema } from '#shared/protocol/search-api.ts';
import type { SearchQuery } from '#shared/search/types.ts';
import { entry } from '../unit/hub-http/fake-release.ts';
import { type FakeHub, fakeHub } from '../unit/hub-http/fake-services.ts';
import { FakeHub as ReleaseFolder } from '../unit/release/fake-source.ts';

let fake: FakeHub;
beforeEach(() => {
  fake = fakeHub();
  fake.state.entries = [entry()];
});
afterEach(async () => {
  await fake.hub.close();
  fake.remove();
});

const ask = (query: string, headers: Record<string, string> = {}) =>
  fake.hub.app.request(`/api/search?${query}`, { headers });

async function problemOf(response: Response): Promise<{ status: number; code: string }> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return { status: response.status, code: problemSchema.parse(await response.json()).code };
}

/** The hub over a reader that notes what it is asked. */
function listening(search: (query: SearchQuery, signal: AbortSignal) => void) {
  const release: HubServices['release'] = {
    currentVersion: async () => 3,
    async open() {
      const opened = await fake.services.release.open();
      const reader = {
        ...opened.reader,
        search: async (query: SearchQuery, signal?: unknown) => {
          search(query, signal as AbortSignal);
          return opened.reader.search({ ...query, text: '' });
        },
      };
      return { ...opened, reader };
    },
  };
  return createHub({ ...fake.services, release }, () => async () => undefined);
}

describe('/api/search › when a release is in force', () => {
  it('answers as the engine over the same files does, in the same order', async () => {
    const folder = new ReleaseFolder().fill(60);
    await folder.publish();
    const open = () => openRelease(folder.release, nodeEngine);
    const release = { currentVersion: () => currentVersion(folder.release), open };
    const hub = createHub({ ...fake.services, release }, () => async () => undefined);
    const opened = await open();
    for (const sort of ['relevance', 'date'] as const) {
      const path = `/api/search?q=${encodeURIComponent('公开事项')}&kind=document&sort=${sort}&offset=5&limit=30`;
      const answer = searchAnswerSchema.parse(await (await hub.app.request(path)).json());
      const query = { text: '公开事项', filters: { kind: ['document'] }, sort, offset: 5, limit: 30 };
      const truth = await opened.reader.search(query);
      expect(answer).toMatchObject({ version: 1, total: truth.total, matched: 'whole', alsoSearched: [] });
      expect(answer.hits).toEqual(truth.hits);
      expect(answer.facets).toEqual(truth.facets);
    }
    await opened.close();
    await hub.close();
    folder.dispose();
  });

  it('hands every parameter to the engine; commas are alternatives', async () => {
    const asked: SearchQuery[] = [];
    const hub = listening((query) => asked.push(query));
    const query =
      'q=%E4%BD%8E%E4%BF%9D&kind=document,guide&agency=a1&topic=x&year=2024,2025&validity=in-force' +
      '&node=n&matter=m&sort=date&offset=20&limit=7&explain=1';
    expect((await hub.app.request(`/api/search?${query}`)).status).toBe(200);
    expect((await hub.app.request('/api/search')).status).toBe(200);
    await hub.close();
    expect(asked).toEqual([
      {
        text: '低保',
        filters: {
          kind: ['document', 'guide'],
          agency: ['a1'],
          topic: ['x'],
          year: ['2024', '2025'],
          validity: ['in-force'],
          node: ['n'],
          matter: ['m'],
        },
        sort: 'date',
        offset: 20,
        limit: 7,
        explain: true,
      },
      { text: '', filters: {}, sort: 'relevance', offset: 0, limit: 20, explain: false },
    ]);
  });

  it('is good until the next release and then anew', async () => {
    const first = await ask('q=');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect((await ask('q=', { 'if-none-match': etag })).status).toBe(304);
    fake.state.version = 4;
    expect((await ask('q=', { 'if-none-match': etag })).status).toBe(200);
  });

  it('is good no longer when something begins or ceases to be shown', async () => {
    let time = Date.parse('2026-05-01T00:00:00Z');
    const folder = new ReleaseFolder().fill(3);
    const shown = { from: null, until: '2026-05-08T00:00:00Z' };
    const [[id, timed]] = [...folder.source.records] as [[string, PublishableRecord]];
    folder.source.records.set(id, { ...timed, record: { ...timed.record, shown } });
    await folder.publish();
    const open = () => openRelease(folder.release, nodeEngine, () => time);
    const release = { currentVersion: () => currentVersion(folder.release), open };
    const hub = createHub({ ...fake.services, release }, () => async () => undefined);
    const totalOf = async (headers = {}) => {
      const response = await hub.app.request('/api/search?q=', { headers });
      const etag = response.headers.get('etag') ?? '';
      const total = response.status === 304 ? null : searchAnswerSchema.parse(await response.json()).total;
      return { etag, total };
    };
    const before = await totalOf();
    expect(before.total).toBe(3);
    expect((await totalOf({ 'if-none-match': before.etag })).total).toBe(null);
    time = Date.parse(shown.until);
    expect((await totalOf({ 'if-none-match': before.etag })).total).toBe(2);
    await hub.close();
    folder.dispose();
  });

  it('and the client goes away › the engine is told', async () => {
    const gone = new AbortController();
    let told = false;
    const hub = listening((_query, signal) => {
      gone.abort();
      told = signal.aborted;
      throw new AppError('search.cancelled');
    });
    await hub.app.request('/api/search?q=x', { signal: gone.signal });
    await hub.close();
    expect(told).toBe(true);
    expect(fake.logged).toEqual([]);
  });
});

describe('/api/search › when it is asked wrongly or too much', () => {
  it.each([
    ['an unknown kind', 'kind=poem'],
    ['a year that is none', 'year=24'],
    ['an unknown order', 'sort=size'],
    ['a negative offset', 'offset=-1'],
    ['an offset beyond the bound', 'offset=10001'],
    ['no results at all', 'limit=0'],
    ['too many results', 'limit=101'],
    ['too long a question', `q=${'x'.repeat(501)}`],
    ['too many values', `agency=${'a,'.repeat(51)}`],
    ['an explanation that is neither', 'explain=yes'],
  ])('%s › it is a problem', async (_what, query) => {
    expect(await problemOf(await ask(query))).toEqual({ status: 400, code: 'bad-request' });
  });

  it('by one address without pause › it answers 429 and says when to come back', async () => {
    let response = await ask('q=');
    for (let asked = 0; response.status === 200 && asked < 1000; asked++) response = await ask('q=');
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await problemOf(response)).toEqual({ status: 429, code: 'http.too-many-requests' });
  });

  it('before the first publish › it says so', async () => {
    fake.state.version = null;
    expect(await problemOf(await ask('q='))).toEqual({ status: 404, code: 'release.none' });
  });
});

describe('/api/search › when the API is described', () => {
  it('stands there with its parameters and its answer', async () => {
    const api = (await (await fake.hub.app.request('/api/openapi.json')).json()) as {
      paths: Record<string, { get: { parameters: { name: string }[]; security: unknown[] } }>;
    };
    const route = api.paths['/api/search']?.get;
    expect(route?.security).toEqual([]);
    expect(route?.parameters.map(({ name }) => name)).toEqual([
      'q',
      'kind',
      'agency',
      'topic',
      'year',
      'validity',
      'node',
      'matter',
      'register',
      'facet1',
      'facet2',
      'facet3',
      'sort',
      'offset',
      'limit',
      'explain',
    ]);
  });
});
