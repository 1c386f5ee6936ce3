// The push over HTTP: nothing is read without a token, and what a token may send is bounded and described.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { type FakeHub, fakeHub, json } from '../unit/hub-http/fake-services.ts';

const secret = 'Bearer mcpush_good';
let fake: FakeHub;
let keys: (string | null)[];
beforeEach(() => {
  fake = fakeHub();
  keys = [];
  Object.assign(fake.services.feeds, {
    async pusherOf(authorization: string | null) {
      if (authorization !== secret) throw new AppError('feeds.bad-token');
      return { id: 'k1', name: '门户' };
    },
    async push(_pusher: unknown, push: { readonly idempotencyKey: string | null }) {
      keys.push(push.idempotencyKey);
      const answer = { created: 0, updated: 0, unchanged: 0, rejected: 0, items: [] };
      return { answer, isReplayed: push.idempotencyKey === 'again' };
    },
  });
});
afterEach(async () => {
  await fake.hub.close();
  fake.remove();
});

const path = '/api/push/records';
const push = (body: unknown, headers: Record<string, string> = { authorization: secret }) =>
  fake.hub.app.request(path, json('POST', body, headers));
const items = { items: [{ title: '一' }] };

describe('pushing over HTTP › when there is no good token', () => {
  it('it answers 401 before a byte of the body is read', async () => {
    let isRead = false;
    const pull = () => {
      isRead = true;
    };
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
    const response = await fake.hub.app.request(path, init as RequestInit);
    expect([response.status, isRead]).toEqual([401, false]);
    expect(((await response.json()) as { code: string }).code).toBe('feeds.bad-token');
  });

  it('guessing is slowed', async () => {
    const statuses = new Set<number>();
    for (let at = 0; at < 70; at++)
      statuses.add((await push(items, { authorization: `Bearer x${at}` })).status);
    expect([...statuses]).toEqual([401, 429]);
  });
});

describe('pushing over HTTP › when the token is good', () => {
  it('the key goes along and a repeated answer says so', async () => {
    expect((await push(items)).headers.get('idempotency-replayed')).toBeNull();
    const again = await push(items, { authorization: secret, 'idempotency-key': 'again' });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    expect(keys).toEqual([null, 'again']);
  });

  it.each([
    ['no items', { items: [] }],
    ['too many items', { items: Array.from({ length: 501 }, () => ({ title: '一' })) }],
    ['no list', { title: '一' }],
  ])('%s › it refuses the push as a whole', async (_what, body) => {
    expect((await push(body)).status).toBe(400);
    expect(keys).toEqual([]);
  });

  it('form data and bodies past the bound are refused', async () => {
    const send = (body: string, type: string) =>
      fake.hub.app.request(path, {
        method: 'POST',
        body,
        headers: { authorization: secret, 'content-type': type },
      });
    expect((await send('{}', 'text/plain')).status).toBe(415);
    expect((await send(' '.repeat(9 * 1024 * 1024), 'application/json')).status).toBe(413);
  });
});

describe('the description of the API › when a portal reads how to push', () => {
  it('it finds the token, and the schema of an item with its required title', async () => {
    const api = await (await fake.hub.app.request('/api/openapi.json')).json();
    const operation = (api as { paths: Record<string, { post: Record<string, unknown> }> }).paths[path]?.post;
    expect(operation?.security).toEqual([{ push: [] }]);
    const text = JSON.stringify(operation?.requestBody);
    expect(text).toContain('"required":["title"]');
    expect(text).toContain('"maxItems":500');
  });
});
