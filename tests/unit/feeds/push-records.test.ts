// What portals push: bound to one agency, once under one key, answered item by item, never more than a draft.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { createFeedService, type FeedService } from '#hub/feeds/feed-service.ts';
import { agencyInput, clerk, openTempDesk, type TempDesk } from '../../support/temp-desk.ts';

let temp: TempDesk;
let feeds: FeedService;
let agencyId: string;
let secret: string;
let tokenId: string;

beforeEach(async () => {
  temp = await openTempDesk();
  agencyId = (await createAgency(temp.desk, agencyInput('区水务局'), clerk)).id;
  feeds = createFeedService(temp.desk);
  const made = await feeds.createToken({ name: '水务门户', agencyId }, clerk);
  secret = made.secret;
  tokenId = made.token.id;
});
afterEach(async () => {
  await feeds.close();
  await temp.close();
});

const push = async (items: readonly unknown[], idempotencyKey: string | null = null, by = secret) =>
  feeds.push(await feeds.pusherOf(`Bearer ${by}`), { items, idempotencyKey }, 'zh-CN');
const records = () => temp.desk.db.selectFrom('records').selectAll().orderBy('id').execute();

describe('pushing records › when some items are good and some are not', () => {
  it('the good ones arrive as drafts, the others are answered with row and field', async () => {
    const { answer } = await push([
      {
        id: '1',
        title: '停水通知',
        kind: 'notice',
        docNo: '水发〔2026〕1号',
        bodyHtml: '<p>一<script>x</script></p>',
      },
      { id: '2', title: '' },
      { id: '3', title: '三', date: '2026-02-30' },
      { id: '4', title: '四', nodeId: 'nowhere', link: 'javascript:x' },
      { id: '1', title: '又一' },
      'words',
      { title: '无编号', keywords: ['水', ' 水 ', ''] },
    ]);
    expect(answer).toMatchObject({ created: 2, updated: 0, unchanged: 0, rejected: 5 });
    expect(
      answer.items.map(({ row, id, action, problems }) => [
        row,
        id,
        action,
        ...problems.map((one) => one.column),
      ]),
    ).toEqual([
      [1, '1', 'create'],
      [2, '2', 'reject', 'title'],
      [3, '3', 'reject', 'date'],
      [4, '4', 'reject', 'nodeId', 'link'],
      [5, '1', 'reject', 'id'],
      [6, null, 'reject', null],
      [7, null, 'create'],
    ]);
    expect(
      answer.items.flatMap(({ problems }) => problems.map(({ message }) => message)).join(),
    ).not.toContain('{');
    const stored = await records();
    expect(stored.map(({ title, kind, state, agency_id }) => [title, kind, state, agency_id])).toEqual([
      ['停水通知', 'notice', 'draft', agencyId],
      ['无编号', 'document', 'draft', agencyId],
    ]);
    const { content } = await createRecordService(temp.desk).detail(stored[0]?.id ?? '');
    expect(content).toMatchObject({ docNo: '水发〔2026〕1号', bodyHtml: '<p>一</p>' });
  });

  it('an item sent again under its id is updated, or nothing when it says the same', async () => {
    await push([
      { id: '1', title: '一' },
      { id: '2', title: '二' },
    ]);
    const { answer } = await push([
      { id: '1', title: '一' },
      { id: '2', title: '二（更正）' },
    ]);
    expect(answer).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect((await records()).map(({ title, version }) => [title, version])).toEqual([
      ['一', 1],
      ['二（更正）', 2],
    ]);
  });

  it('another agency’s record with the same number is left alone', async () => {
    const other = (await createAgency(temp.desk, agencyInput('区教育局'), clerk)).id;
    const theirs = await feeds.createToken({ name: '教育门户', agencyId: other }, clerk);
    await push([{ id: '1', title: '教育', indexNo: 'X/2026-1' }], null, theirs.secret);
    await push([{ id: '1', title: '水务', indexNo: 'X/2026-1' }]);
    expect((await records()).map(({ title, agency_id }) => [title, agency_id])).toEqual([
      ['教育', other],
      ['水务', agencyId],
    ]);
  });
});

describe('pushing records › when the same push comes again under its key', () => {
  it('it gets the same answer and changes nothing', async () => {
    const first = await push([{ title: '一' }], 'key-1');
    const before = await records();
    const again = await push([{ title: '一' }], 'key-1');
    expect(again).toEqual({ answer: first.answer, isReplayed: true });
    expect(await records()).toEqual(before);
  });

  it('two at once are done once', async () => {
    const both = await Promise.all([push([{ title: '一' }], 'key-1'), push([{ title: '一' }], 'key-1')]);
    expect(both.map(({ isReplayed }) => isReplayed).toSorted()).toEqual([false, true]);
    expect(await records()).toHaveLength(1);
  });

  it('other content under it is refused, and another token’s key is another key', async () => {
    await push([{ title: '一' }], 'key-1');
    await expect(push([{ title: '二' }], 'key-1')).rejects.toThrow('feeds.key-reused');
    const { secret: second } = await feeds.createToken({ name: '二', agencyId }, clerk);
    expect((await push([{ title: '二' }], 'key-1', second)).isReplayed).toBe(false);
  });

  it('after a week the key is forgotten', async () => {
    await push([{ title: '一' }], 'key-1');
    temp.tick(8 * 24 * 3_600_000);
    expect((await push([{ title: '二' }], 'key-1')).isReplayed).toBe(false);
  });

  it.each(['', 'a b', '公', 'x'.repeat(201)])('“%s” is no key', async (key) => {
    await expect(push([{ title: '一' }], key)).rejects.toThrow('feeds.bad-key');
  });
});

describe('push tokens › when they are made, used and revoked', () => {
  it('the secret is nowhere in the store, and its last use is shown', async () => {
    const tables = await temp.desk.db.selectFrom('push_tokens').selectAll().execute();
    expect(JSON.stringify(tables)).not.toContain(secret);
    expect((await feeds.tokens(clerk))[0]).toMatchObject({ id: tokenId, name: '水务门户', lastUsedAt: null });
    await push([{ title: '一' }]);
    expect((await feeds.tokens(clerk))[0]?.lastUsedAt).toBe(new Date(temp.desk.now()).toISOString());
  });

  it('a revoked one opens nothing, and stays in the list', async () => {
    await feeds.revokeToken(tokenId, clerk);
    await expect(push([{ title: '一' }])).rejects.toThrow('feeds.bad-token');
    expect((await feeds.tokens(clerk))[0]?.revokedAt).not.toBeNull();
    expect(await records()).toEqual([]);
  });

  it('nothing else opens anything', async () => {
    for (const header of [
      null,
      '',
      'Bearer',
      `Bearer ${secret}x`,
      `bearer ${secret}`,
      `Bearer ${secret.slice(0, -1)}`,
      secret,
    ]) {
      await expect(feeds.pusherOf(header), String(header)).rejects.toThrow('feeds.bad-token');
    }
  });

  it('somebody bound to one agency makes and revokes that agency’s tokens alone', async () => {
    const other = { ...clerk, agencyId: 'a-other' };
    expect(await feeds.tokens(other)).toEqual([]);
    await expect(feeds.createToken({ name: 'x', agencyId }, other)).rejects.toThrow(
      'workflow.foreign-agency',
    );
    await expect(feeds.revokeToken(tokenId, other)).rejects.toThrow('workflow.foreign-agency');
  });
});
