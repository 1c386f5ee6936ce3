// The hub takes what terminals send: each item by itself, refused with a reason or kept where it belongs.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { loadVenue } from '#hub/editorial/venue-service.ts';
import { openVoice } from '#hub/voice/open-voice.ts';
import { takeBatch } from '#hub/voice/take-batch.ts';
import type { VoiceService } from '#hub/voice/voice-service.ts';
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import { ratingQuerySchema, unhelpfulQuerySchema, wishQuerySchema } from '#shared/protocol/voice-api.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';
import { randomFrom, randomId } from './random-items.ts';

const random = randomFrom(11);
const source = { terminalId: 't1', way: 'network' } as const;
const noAspects = { truth: null, accuracy: null, completeness: null, timeliness: null, regularity: null };

let temp: TempDesk;
let voice: VoiceService;

beforeEach(async () => {
  temp = await openTempDesk();
  const paths = {
    keys: join(temp.dir, 'keys'),
    caseFiles: join(temp.dir, 'case-files'),
    erasedCases: join(temp.dir, 'keys', 'cases.erased'),
  };
  voice = openVoice({ desk: temp.desk, paths: paths as Parameters<typeof openVoice>[0]['paths'] });
});
afterEach(() => temp.close());

const common = () => ({ id: randomId(random), on: '2026-11-03' });
const wish = (words: string, from: 'keypad' | 'no-result' = 'keypad'): OutboxItem => ({
  ...common(),
  kind: 'wish',
  topicId: null,
  words,
  from,
});
const opinion = (words: string, recordId: string | null = null): OutboxItem => ({
  ...common(),
  kind: 'opinion',
  recordId,
  agencyId: null,
  words,
});
const rating = (recordId: string, overall: number, aspects: Partial<typeof noAspects> = {}): OutboxItem => ({
  ...common(),
  kind: 'rating',
  recordId,
  recordVersion: 1,
  overall,
  aspects: { ...noAspects, ...aspects },
});

async function addRecord(agency: string, title: string) {
  const { id: agencyId } = await createAgency(temp.desk, agencyInput(agency), clerk);
  const { id } = await createRecordService(temp.desk).create(documentInput(agencyId, { title }), clerk);
  return { id, agencyId };
}

const cases = () =>
  temp.desk.db.selectFrom('cases').select(['kind', 'channel', 'applicant_class', 'record_id']).execute();

describe('a batch › when some of its items are bad', () => {
  it('takes the good ones and refuses each bad one with its code', async () => {
    const good = wish('养老院收费');
    const personal = wish('我叫王小明');
    const wrong = { ...good, id: 'x'.repeat(22), from: 'dream' };
    const { settled } = await voice.take([personal, wrong, { no: 'id' }, good, 'junk', null], source);
    expect(settled).toEqual([
      { id: personal.id, outcome: 'refused', code: 'voice.personal' },
      { id: wrong.id, outcome: 'refused', code: 'voice.bad-item' },
      { id: good.id, outcome: 'taken' },
    ]);
    const { total } = await voice.wishes(wishQuerySchema.parse({}), clerk);
    expect(total).toBe(1);
  });

  it('takes the same item once, however it comes', async () => {
    const item = rating('r1', 2);
    for (const way of ['network', 'stick', 'network'] as const) {
      const answer = await voice.take([item, item], { terminalId: 't1', way });
      expect(answer.settled.every(({ outcome }) => outcome === 'taken')).toBe(true);
    }
    expect((await voice.ratings(ratingQuerySchema.parse({}), clerk)).overall).toEqual({ mean: 2, votes: 1 });
  });
});

describe('a batch › when one item fails in a way nobody foresaw', () => {
  it('takes the others, and says what went wrong once nothing else is left', async () => {
    const fine = wish('公交改线');
    const { settled } = await voice.take([{ ...opinion('座椅'), words: ' 座' }, fine], source);
    expect(settled.map(({ outcome }) => outcome)).toEqual(['refused', 'taken']);
    const broken = { takeOpinion: () => Promise.reject(new TypeError('broken')) };
    const hooks = { takeCounts: async () => {}, takeQueries: async () => {}, ...broken };
    const late = wish('学区划分');
    const answer = await takeBatch(temp.desk, hooks, [opinion('座椅少'), late], source);
    expect(answer.settled).toEqual([{ id: late.id, outcome: 'taken' }]);
    await expect(takeBatch(temp.desk, hooks, [opinion('座椅少')], source)).rejects.toThrow('broken');
  });
});

describe('an anonymous opinion › when it arrives', () => {
  it('is a case of the ledger that says nothing of anybody', async () => {
    const record = await addRecord('区民政局', '关于低保标准的通知');
    await voice.take([opinion('看不明白办理条件', record.id)], source);
    expect(await cases()).toEqual([
      { kind: 'opinion', channel: 'kiosk', applicant_class: null, record_id: record.id },
    ]);
  });

  it('waits, and what comes with it does not, while the key file is gone', async () => {
    await voice.take([opinion('大厅的座椅少了些')], source);
    rmSync(join(temp.dir, 'keys'), { recursive: true });
    const late = opinion('希望增加座椅');
    const vote = rating('r1', 5);
    const { settled } = await voice.take([late, vote], source);
    expect(settled).toEqual([{ id: vote.id, outcome: 'taken' }]);
    expect(await cases()).toHaveLength(1);
  });
});

describe('ratings › when they are listed', () => {
  it('show the worst first, few votes last, by record and by agency', async () => {
    const good = await addRecord('区财政局', '预算');
    const bad = await addRecord('区教育局', '招生');
    const few = await addRecord('区商务局', '会展');
    const many = (id: string, overall: number, truth: number | null) =>
      Array.from({ length: 5 }, () => rating(id, overall, { truth: truth as null }));
    await voice.take([...many(good.id, 4, 5), ...many(bad.id, 2, null), rating(few.id, 1)], source);
    const list = await voice.ratings(ratingQuerySchema.parse({}), clerk);
    expect(list.rows.map(({ title, isFew }) => [title, isFew])).toEqual([
      ['招生', false],
      ['预算', false],
      ['会展', true],
    ]);
    expect(list.rows[1]?.aspects.truth).toEqual({ mean: 5, votes: 5 });
    expect(list.overall).toEqual({ mean: 31 / 11, votes: 11 });
    expect(list.grades).toEqual([1, 5, 0, 5, 0]);
    const byAgency = await voice.ratings(ratingQuerySchema.parse({ by: 'agency' }), clerk);
    expect(byAgency.rows.map(({ title }) => title)).toEqual(['区教育局', '区财政局', '区商务局']);
    const own = await voice.ratings(ratingQuerySchema.parse({}), { ...clerk, agencyId: good.agencyId });
    expect(own.rows.map(({ title }) => title)).toEqual(['预算']);
    const later = await voice.ratings(ratingQuerySchema.parse({ from: '2026-11-04' }), clerk);
    expect(later).toMatchObject({ total: 0, overall: { mean: null, votes: 0 } });
  });
});

describe('what was no help › when it is listed', () => {
  it('shows records by how often, with reasons, and a way to each', async () => {
    const record = await addRecord('区民政局', '低保指南');
    const vote = (reason: 'unclear' | 'outdated'): OutboxItem => ({
      ...common(),
      kind: 'unhelpful',
      recordId: record.id,
      recordVersion: 1,
      reason,
    });
    await voice.take([vote('unclear'), vote('unclear'), vote('outdated')], source);
    const list = await voice.unhelpful(unhelpfulQuerySchema.parse({ reason: 'unclear' }), clerk);
    expect(list).toMatchObject({ total: 1, votes: 3, byReason: { unclear: 2, outdated: 1 } });
    expect(list.rows[0]).toMatchObject({ title: '低保指南', votes: 2, open: `/records/${record.id}` });
  });
});

describe('wishes › when several ask for the same', () => {
  const asked = ['希望公开养老院收费', '想看养老院收费的信息', '养老院 收费？', '请公开关于养老院收费情况'];

  it('are one group, with the words most used and the others', async () => {
    await voice.take(
      [...asked, asked[0] ?? ''].map((words) => wish(words, 'no-result')),
      source,
    );
    await voice.take([wish('公交改线')], source);
    const { groups } = await voice.wishes(wishQuerySchema.parse({}), clerk);
    expect(groups.map(({ title, wishes, afterNoResult }) => [title, wishes, afterNoResult])).toEqual([
      [asked[0], 5, 5],
      ['公交改线', 1, 0],
    ]);
    expect([...(groups[0]?.others ?? [])].sort()).toEqual(asked.slice(1).sort());
  });

  it('carry their answer, count what came after it, and open again', async () => {
    const { id, agencyId } = await addRecord('区民政局', '养老院收费标准');
    await voice.take([wish('养老院收费')], source);
    const [group] = (await voice.wishes(wishQuerySchema.parse({}), clerk)).groups;
    const key = group?.key ?? '';
    const base = { key, agencyId: null, matterId: null, dueOn: null, recordId: null, note: '' };
    const task = { ...base, state: 'tasked', agencyId, dueOn: '2026-12-01' } as const;
    expect(await voice.answer(task, clerk)).toMatchObject({
      state: 'tasked',
      agencyName: '区民政局',
      since: 0,
    });
    temp.tick(1000);
    await voice.take([wish('养老院收费')], source);
    const own = await voice.wishes(wishQuerySchema.parse({}), { ...clerk, agencyId });
    expect(own.groups[0]).toMatchObject({ wishes: 2, since: 1 });
    const disclosed = await voice.answer({ ...base, state: 'disclosed', recordId: id }, clerk);
    expect(disclosed).toMatchObject({ recordTitle: '养老院收费标准', agencyId: null });
    expect(await voice.answer({ ...base, state: 'open' }, clerk)).toMatchObject({ state: 'open', at: null });
    await expect(voice.answer({ ...base, state: 'tasked' }, clerk)).rejects.toMatchObject({
      code: 'voice.answer-incomplete',
    });
    await expect(voice.answer({ ...base, key: 'words:nobody', state: 'noted' }, clerk)).rejects.toMatchObject(
      {
        code: 'voice.wish-gone',
      },
    );
    const trail = await temp.desk.db
      .selectFrom('audit_entries')
      .select(['subject', 'details'])
      .where('action', '=', 'voice.answer')
      .execute();
    expect(trail).toHaveLength(3);
    expect(JSON.stringify(trail)).not.toContain('养老');
  });
});

describe('topics and contacts › when staff save them', () => {
  it('travel with the venue, tidied, and are refused where one cannot stay', async () => {
    expect((await loadVenue(temp.desk.db)).voice).toBeUndefined();
    const contact = { name: ' 政务公开监督 ', phone: '12345', address: ' ', hours: null };
    await voice.saveSettings({ topics: [{ id: 'a', title: ' 水费 ' }], supervision: [contact] }, clerk);
    expect((await loadVenue(temp.desk.db)).voice).toEqual({
      topics: [{ id: 'a', title: '水费' }],
      supervision: [{ name: '政务公开监督', phone: '12345', address: null, hours: null }],
    });
    const bare = { ...contact, phone: null };
    await expect(voice.saveSettings({ topics: [], supervision: [bare] }, clerk)).rejects.toMatchObject({
      code: 'voice.contact-incomplete',
    });
    const twice = [
      { id: 'a', title: '水费' },
      { id: 'b', title: '水费' },
    ];
    await expect(voice.saveSettings({ topics: twice, supervision: [] }, clerk)).rejects.toMatchObject({
      code: 'voice.topic-twice',
    });
  });
});
