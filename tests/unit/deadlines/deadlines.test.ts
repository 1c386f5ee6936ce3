// What is owed and what is out of date, as a store full of matters and records gives it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCalendarService } from '#hub/calendar/calendar-service.ts';
import { createDeadlineService } from '#hub/deadlines/deadline-service.ts';
import { createAgency, updateAgency } from '#hub/editorial/agencies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { checkRecordLinks } from '#hub/lint/link-findings.ts';
import { createLintService } from '#hub/lint/lint-service.ts';
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import type { MatterDetails } from '#shared/catalogue/details.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

const everyone = { agencyId: null };
const dayMs = 86_400_000;
const notice2027 = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日至11日放假调休，共7天。2月14日（周日）上班。
三、劳动节：5月1日至5日放假调休，共5天。5月8日（周六）上班。
四、国庆节：10月1日至7日放假调休，共7天。10月9日（周六）上班。`;

let temp: TempDesk;
let agencyId: string;

/** The desk's clock stands on 6 May 2024, a Monday. */
beforeEach(async () => {
  temp = await openTempDesk();
  agencyId = (await createAgency(temp.desk, agencyInput('民政局'), clerk)).id;
});
afterEach(() => temp.close());

const services = () => ({
  records: createRecordService(temp.desk),
  deadlines: createDeadlineService(temp.desk),
  calendar: createCalendarService(temp.desk),
});

async function add(changes: Partial<RecordInput>, isApproved = false): Promise<string> {
  const { records } = services();
  const { id } = await records.create(documentInput(agencyId, changes), clerk);
  if (isApproved) await records.approve([id], clerk);
  return id;
}

/** As a publication leaves it behind. */
async function publish(...ids: readonly string[]): Promise<void> {
  await temp.desk.db
    .updateTable('records')
    .set((table) => ({ published_version: table.ref('approved_version') }))
    .where('id', 'in', ids)
    .execute();
}

const detailsOf = (deadline: DeadlineRule, title: string): MatterDetails => ({
  type: 'matter',
  field: '社会救助',
  levels: [title],
  elements: '标准',
  basis: '',
  deadline,
  ...{ channels: [], otherChannels: [], audience: [], audienceNote: null, mode: [], tiers: [] },
  responsible: '救助科',
  responsiblePerson: '王明',
});

const matterInput = (deadline: DeadlineRule, title = '救助标准'): Partial<RecordInput> => ({
  kind: 'matter',
  title,
  date: null,
  details: detailsOf(deadline, title) as RecordInput['details'],
});

const matter = (deadline: DeadlineRule) => add(matterInput(deadline), true);

const owed = (state: 'overdue' | 'soon' | 'later' | 'uncounted' = 'overdue') =>
  services().deadlines.owed({ state, limit: 50 }, everyone);

describe('deadlines', () => {
  it('records › when nothing is published › they are owed 20 working days after they were formed', async () => {
    await add({ title: '旧通知', date: '2024-04-03' });
    const late = await add({ title: '更旧的通知', date: '2024-03-01' });
    const { items, total } = await owed();
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ subjectId: late, dueOn: '2024-03-29', startsOn: '2024-03-01' });
    expect((await owed('soon')).items).toMatchObject([{ title: '旧通知', dueOn: '2024-05-06' }]);
    const summary = await services().deadlines.summary(everyone);
    expect(summary).toMatchObject({ overdue: 1, soon: 1, today: '2024-05-06', soonUntil: '2024-05-11' });
  });

  it('records › when they are published, withdrawn or public elsewhere › they are owed no more', async () => {
    const published = await add({ title: '甲', date: '2024-01-05' }, true);
    const withdrawn = await add({ title: '乙', date: '2024-01-05' }, true);
    await add({ title: '丙', date: '2024-01-05', publishedOn: '2024-01-09' });
    expect((await owed()).total).toBe(2);
    await publish(published);
    await services().records.withdraw([withdrawn], clerk);
    expect((await owed()).total).toBe(0);
    const row = await temp.desk.db
      .selectFrom('deadlines')
      .selectAll()
      .where('subject_id', '=', published)
      .executeTakeFirst();
    expect(row).toMatchObject({ is_open: 0, due_on: '2024-02-02', met_on: '2024-05-06' });
  });

  it('records › when their matter sets days › they are counted by it, and again when it changes', async () => {
    const rule = {
      type: 'working-days',
      days: 7,
      from: 'decided',
      text: '作出决定之日起7个工作日内',
    } as const;
    const matterId = await matter(rule);
    await add({ title: '处罚决定', date: '2024-04-28', matterId });
    expect((await owed('soon')).items).toMatchObject([
      { dueOn: '2024-05-10', person: '王明', matterTitle: '救助标准' },
    ]);
    const { records, deadlines } = services();
    const { version } = await records.detail(matterId);
    const input = documentInput(agencyId, matterInput({ ...rule, days: 1 }));
    await records.update(matterId, input, version, clerk);
    await records.approve([matterId], clerk);
    await deadlines.refresh();
    expect((await owed()).items).toMatchObject([{ title: '处罚决定', dueOn: '2024-04-29' }]);
  });

  it('links › when one leads nowhere › its record is named as stale until the link is alive again', async () => {
    const bodyHtml = '<p>详见<a href="https://gone.example.cn/a">原文</a>。</p>';
    const id = await add({ title: '带链接的通知', date: '2024-05-01', bodyHtml }, true);
    await publish(id);
    const check = (status: number) =>
      checkRecordLinks(temp.desk, id, {
        ask: async () => ({ status, location: null }),
        pause: async () => {},
        now: () => temp.desk.now(),
      });
    const stale = async () => {
      await services().deadlines.refresh();
      return (await services().deadlines.stale({ limit: 50 }, everyone)).items;
    };
    const lint = createLintService(temp.desk, () => {});
    await lint.check(id, { links: false });
    await lint.close();
    await check(404);
    expect(await stale()).toMatchObject([
      { reason: 'dead-link', subjectId: id, detail: 'https://gone.example.cn/a', since: '2024-05-06' },
    ]);
    await check(200);
    expect(await stale()).toEqual([]);
  });

  it('periods › when a quarter has no report › the matter is owed, and named reports meet it', async () => {
    temp.tick(-100 * dayMs); // 27 January
    const matterId = await matter({ type: 'frequency', times: 1, every: 'quarter', text: '每季度' });
    temp.tick(100 * dayMs);
    expect((await owed()).items).toMatchObject([
      { kind: 'period', period: '2024-Q1', dueOn: '2024-04-15', title: '救助标准', agencyName: '民政局' },
    ]);
    const report = await add({ title: '2024年第一季度救助情况', date: '2024-04-30', matterId }, true);
    await publish(report);
    expect((await owed()).total).toBe(0);
    expect((await owed('later')).items).toMatchObject([{ period: '2024-Q2', dueOn: '2024-07-12' }]);
    temp.tick(80 * dayMs);
    const stale = await services().deadlines.stale({ limit: 50 }, everyone);
    expect(stale.items).toMatchObject([
      { reason: 'update-passed', subjectId: matterId, since: '2024-07-13' },
    ]);
    expect((await services().deadlines.escalation(everyone))[0]).toMatchObject({
      person: '王明',
      overdue: 1,
    });
  });

  it('years › when the notice is missing › nothing is guessed, and importing it settles the date', async () => {
    temp.tick(Date.parse('2026-11-26T00:00:00Z') - temp.desk.now());
    await add({ title: '年末文件', date: '2026-12-20' });
    const { deadlines, calendar } = services();
    const summary = await deadlines.summary(everyone);
    expect(summary).toMatchObject({ missingYear: 2027, uncounted: [{ problem: '2027', count: 1 }] });
    const id = (await owed('uncounted')).items[0]?.subjectId ?? '';
    const told = await deadlines.explain({ subject: id, kind: 'record' }, everyone, 'zh-CN');
    expect(told.problem).toContain('2027');
    expect((await calendar.preview({ text: notice2027, year: null })).notices).toMatchObject([
      { year: 2027, against: 'new' },
    ]);
    await calendar.save({ text: notice2027, year: null }, clerk);
    expect((await deadlines.summary(everyone)).missingYear).toBeNull();
    expect((await owed('later')).items).toMatchObject([{ dueOn: '2027-01-18' }]);
    const explained = await deadlines.explain({ subject: id, kind: 'record' }, everyone, 'zh-CN');
    expect(explained.lines.find(({ date }) => date === '2027-01-01')?.reason).toBe('元旦放假');
    expect(explained.lines.at(-1)).toMatchObject({ date: '2027-01-18', effect: '第 20 天' });
    const audit = await temp.desk.db.selectFrom('audit_entries').select('action').execute();
    expect(audit.map(({ action }) => action)).toContain('calendar.import');
  });

  it('staleness › when a newer text repeals it or its validity is over › it is marked with the day', async () => {
    const old = await add({ title: '城市供水办法', date: '2019-01-01', publishedOn: '2019-01-02' }, true);
    const ended = await add(
      { title: '试行方案', date: '2022-01-01', publishedOn: '2022-01-02', expiresOn: '2024-03-31' },
      true,
    );
    await publish(old, ended);
    const bodyHtml = '<p>本办法自公布之日起施行，《城市供水办法》同时废止。</p>';
    await add({ title: '城市供水条例', date: '2024-04-01', publishedOn: '2024-04-02', bodyHtml }, true);
    await services().deadlines.refresh();
    const { items, total } = await services().deadlines.stale({ limit: 50 }, everyone);
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { subjectId: old, reason: 'superseded', since: '2024-04-01', detail: '城市供水条例' },
      { subjectId: ended, reason: 'expired', since: '2024-04-01' },
    ]);
    expect((await services().deadlines.summary(everyone)).stale).toBe(2);
  });

  it('contacts › when nobody touched them for a year › they are named until they change or are confirmed', async () => {
    const phone = { ...agencyInput('水务局'), phone: '0000-1234567' };
    const agency = await createAgency(temp.desk, phone, clerk);
    temp.tick(367 * dayMs);
    const { deadlines } = services();
    const stale = () => deadlines.stale({ reason: 'contact-old', limit: 50 }, everyone);
    expect((await stale()).items).toMatchObject([
      { subjectId: agency.id, subject: 'agency', title: '水务局' },
    ]);
    await deadlines.confirmContacts([agency.id], clerk);
    expect((await stale()).total).toBe(0);
    temp.tick(367 * dayMs);
    expect((await stale()).total).toBe(1);
    await updateAgency(temp.desk, agency.id, { ...phone, phone: '0000-7654321' }, clerk);
    expect((await stale()).total).toBe(0);
  });

  it('lists › when somebody belongs to one agency › they see its part only', async () => {
    await add({ title: '旧通知', date: '2024-01-03' });
    const other = await createAgency(temp.desk, agencyInput('教育局', 2), clerk);
    const { deadlines } = services();
    const theirs = { agencyId: other.id };
    expect((await deadlines.owed({ state: 'overdue', limit: 50 }, theirs)).total).toBe(0);
    expect((await deadlines.summary(theirs)).overdue).toBe(0);
    const id = (await owed()).items[0]?.subjectId ?? '';
    await expect(deadlines.explain({ subject: id, kind: 'record' }, theirs, 'en')).rejects.toThrow(
      'not-found',
    );
  });

  it('lists › when longer than a page › pages follow without gap or overlap', async () => {
    for (let day = 1; day <= 7; day++) await add({ title: `通知${day}`, date: `2024-01-0${(day % 3) + 2}` });
    const { deadlines } = services();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query = { state: 'overdue', limit: 3, ...(cursor === null ? {} : { cursor }) } as const;
      const page: Awaited<ReturnType<typeof deadlines.owed>> = await deadlines.owed(query, everyone);
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });
});
