// What must be public before an event: entered at the desk, counted back, answered, missed, and shown.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeadlineService } from '#hub/deadlines/deadline-service.ts';
import { createEventService } from '#hub/deadlines/event-service.ts';
import { loadOwedDates } from '#hub/deadlines/owed-dates.ts';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { saveVenue } from '#hub/editorial/venue-service.ts';
import { dutiesOfStore } from '#hub/reports/bulletins/duty-source.ts';
import { defaultDisplay } from '#shared/catalogue/venue-display.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { codeOf } from '#tests/support/error-code.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

const everyone = { agencyId: null };
const dayMs = 86_400_000;
const rule = { type: 'before-event', amount: 7, unit: 'working-day', text: '考试前7个工作日' } as const;

let temp: TempDesk;
let agencyId: string;
let nodeId: string;
let matterId: string;

/** A matter disclosed seven working days before an exam; the desk's clock stands on 6 May 2024, a Monday. */
beforeEach(async () => {
  temp = await openTempDesk();
  agencyId = (await createAgency(temp.desk, agencyInput('人社局'), clerk)).id;
  const node = await temp.desk.db
    .selectFrom('tree_nodes')
    .select(['id', 'parent_id'])
    .where('parent_id', 'is not', null)
    .executeTakeFirstOrThrow();
  nodeId = node.parent_id ?? '';
  const details = {
    ...{ type: 'matter', field: '招考', levels: ['招考公告'], elements: '', basis: '', deadline: rule },
    ...{ channels: [], otherChannels: [], audience: [], audienceNote: null, mode: [], tiers: [] },
    ...{ responsible: '考试科', responsiblePerson: '李强' },
  } as unknown as RecordInput['details'];
  matterId = await add({ kind: 'matter', title: '招考公告', date: null, details, nodeId: node.id }, true);
});
afterEach(() => temp.close());

const deadlines = () => createDeadlineService(temp.desk);
const events = () => createEventService(temp.desk);
const owed = (state: 'overdue' | 'soon' | 'later' | 'uncounted') =>
  deadlines().owed({ state, limit: 50 }, everyone);
const enter = (title: string, on: string, subjectId = matterId, subject: 'record' | 'node' = 'record') =>
  events().add({ subject, subjectId, title, on }, clerk);

async function add(changes: Partial<RecordInput>, isApproved = false): Promise<string> {
  const records = createRecordService(temp.desk);
  const { id } = await records.create(documentInput(agencyId, changes), clerk);
  if (isApproved) await records.approve([id], clerk);
  return id;
}

async function publish(id: string): Promise<void> {
  await temp.desk.db
    .updateTable('records')
    .set((table) => ({ published_version: table.ref('approved_version') }))
    .where('id', '=', id)
    .execute();
}

const rowOf = (subjectId: string) =>
  temp.desk.db
    .selectFrom('deadlines')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .executeTakeFirstOrThrow();

describe('events', () => {
  it('a matter › when several are entered › each is owed by its own day, counted back', async () => {
    await enter('教师招聘考试', '2024-05-10');
    await enter('公务员考试', '2024-05-17');
    const list = await enter('事业单位考试', '2024-06-28');
    expect(list.events.map(({ on }) => on)).toEqual(['2024-06-28', '2024-05-17', '2024-05-10']);
    expect((await owed('overdue')).items).toMatchObject([
      {
        kind: 'event',
        title: '教师招聘考试',
        dueOn: '2024-04-28',
        startsOn: '2024-05-10',
        matterTitle: '招考公告',
      },
    ]);
    expect((await owed('soon')).items).toMatchObject([
      { title: '公务员考试', dueOn: '2024-05-09', person: '李强' },
    ]);
    expect((await owed('later')).items).toMatchObject([{ title: '事业单位考试' }]);
    expect(await deadlines().escalation(everyone)).toMatchObject([{ person: '李强', overdue: 1, soon: 1 }]);
    expect(await deadlines().summary(everyone)).toMatchObject({ overdue: 1, soon: 1 });
  });

  it('explanations › when an event is counted back from › they name it and every day', async () => {
    await enter('公务员考试', '2024-05-17');
    const [item] = (await owed('soon')).items;
    const told = await deadlines().explain(
      { subject: item?.subjectId ?? '', kind: 'event' },
      everyone,
      'zh-CN',
    );
    expect(told).toMatchObject({
      basis: 'event',
      rule: '考试前7个工作日',
      event: { title: '公务员考试', on: '2024-05-17' },
      dueOn: '2024-05-09',
    });
    expect(told.lines).toHaveLength(9);
    expect(told.lines.at(-1)).toMatchObject({ date: '2024-05-09', effect: '前第 7 天' });
    const other = { agencyId: 'another' };
    await expect(
      deadlines().explain({ subject: item?.subjectId ?? '', kind: 'event' }, other, 'en'),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('records › when one is written for the event › it owes instead, and is met by being public', async () => {
    const waiting = await add({ title: '考试公告', date: '2024-05-06', matterId });
    expect((await owed('uncounted')).items).toMatchObject([{ subjectId: waiting, problem: 'event' }]);
    await enter('公务员考试', '2024-05-17');
    expect((await owed('uncounted')).total).toBe(0);
    expect((await owed('soon')).items).toMatchObject([
      { kind: 'record', subjectId: waiting, dueOn: '2024-05-09', startsOn: '2024-05-17' },
    ]);
    await createRecordService(temp.desk).approve([waiting], clerk);
    await publish(waiting);
    expect((await owed('soon')).total).toBe(0);
    expect(await rowOf(waiting)).toMatchObject({ is_open: 0, is_missed: 0, met_on: '2024-05-06' });
    await createRecordService(temp.desk).withdraw([waiting], clerk);
    expect((await owed('soon')).items).toMatchObject([{ kind: 'event', title: '公务员考试' }]);
  });

  it('records › when they have an event of their own › it is counted from, and the matter’s stays unanswered', async () => {
    await enter('公务员考试', '2024-05-17');
    const auction = await add({ title: '补充公告', date: '2024-05-06', matterId });
    await enter('加试', '2024-05-16', auction);
    expect((await owed('soon')).items).toMatchObject([
      { kind: 'record', title: '补充公告', dueOn: '2024-05-08' },
      { kind: 'event', title: '公务员考试' },
    ]);
  });

  it('days › when the event is over › nothing is owed any more, and the bulletin counts it as missed', async () => {
    await enter('公务员考试', '2024-05-17');
    const late = await add({ title: '考试公告', date: '2024-05-12', matterId });
    await enter('第二场', '2024-05-20');
    expect((await owed('soon')).items.map(({ title }) => title)).toEqual(['考试公告', '第二场']);
    temp.tick(15 * dayMs);
    expect((await owed('overdue')).total).toBe(0);
    expect(await rowOf(late)).toMatchObject({ is_open: 0, is_missed: 1, met_on: null });
    const period = { from: '2024-05-01', to: '2024-05-31' } as Parameters<typeof dutiesOfStore>[1];
    const { facts } = await dutiesOfStore(temp.desk.db, period, temp.desk.now());
    expect(facts).toMatchObject([
      { measure: 'overdue', title: '考试公告', link: { id: late } },
      { measure: 'overdue', title: '第二场', link: { id: matterId } },
    ]);
    await createRecordService(temp.desk).approve([late], clerk);
    await publish(late);
    await deadlines().refresh();
    expect(await rowOf(late)).toMatchObject({ is_open: 0, is_missed: 0, met_on: '2024-05-21' });
  });

  it('nodes › when an event is entered above › every such matter below owes, until it moves away', async () => {
    const list = await enter('全市统考', '2024-05-17', nodeId, 'node');
    expect(list).toMatchObject({ isCounted: true, events: [{ isInherited: false }] });
    expect(await events().list({ subject: 'record', subjectId: matterId }, everyone)).toMatchObject({
      events: [{ title: '全市统考', isInherited: true }],
    });
    expect((await owed('soon')).items).toMatchObject([{ title: '全市统考', matterId }]);
    await temp.desk.db.updateTable('records').set({ node_id: null }).where('id', '=', matterId).execute();
    expect((await owed('soon')).total).toBe(0);
  });

  it('editing › when an event is changed or removed › what is owed follows, and each act is on record', async () => {
    const { events: entered } = await enter('公务员考试', '2024-05-17');
    const id = entered[0]?.id ?? '';
    await events().change(id, { title: '公务员考试（延期）', on: '2024-05-18' }, clerk);
    expect((await owed('soon')).items).toMatchObject([{ title: '公务员考试（延期）', dueOn: '2024-05-10' }]);
    await events().remove(id, clerk);
    expect((await owed('soon')).total).toBe(0);
    const acts = await temp.desk.db
      .selectFrom('audit_entries')
      .select('action')
      .where('action', 'like', 'event.%')
      .execute();
    expect(acts.map(({ action }) => action)).toEqual(['event.add', 'event.change', 'event.remove']);
  });

  it('scope › when somebody belongs to another agency › neither its matters nor shared nodes are theirs', async () => {
    const other = { ...clerk, agencyId: 'another' };
    const input = { title: '考试', on: '2024-05-17' };
    const add = (subject: 'record' | 'node', subjectId: string) =>
      codeOf(events().add({ subject, subjectId, ...input }, other));
    expect(await add('record', matterId)).toBe('not-found');
    expect(await add('node', nodeId)).toBe('http.not-permitted');
    expect(await codeOf(enter('考试', '2024-02-30'))).toBe('calendar.bad-date');
  });

  it('years › when the calendar does not reach the event › it cannot be counted, and says which year', async () => {
    await enter('远期考试', '2031-05-17');
    expect((await owed('uncounted')).items).toMatchObject([{ title: '远期考试', problem: '2031' }]);
  });

  it('releases › when the venue shows due dates › a matter tells by when its next event is announced', async () => {
    await enter('公务员考试', '2024-05-17');
    expect(await loadOwedDates(temp.desk)).toEqual([]);
    const venue = {
      ...{ name: '馆', region: '区', address: null, phone: null, hours: null, supervisionPhone: null },
      display: { ...defaultDisplay, showsDue: true },
    };
    await saveVenue(temp.desk, venue as unknown as Parameters<typeof saveVenue>[1], clerk);
    expect(await loadOwedDates(temp.desk)).toEqual([
      { on: '2024-05-09', matters: [matterId], isEvent: true },
    ]);
    await add({ title: '考试公告', date: '2024-05-06', matterId }, true);
    expect(await loadOwedDates(temp.desk)).toEqual([]);
  });
});
