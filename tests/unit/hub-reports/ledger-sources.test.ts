// Ledgers made from what other parts of the hub keep: steps of reviews, and batches agencies transferred.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewsOfStore } from '#hub/reports/ledgers/review-source.ts';
import { createReportServices } from '#hub/reports/report-services.ts';
import type { LedgerId } from '#shared/reports/ledgers.ts';
import { openReportDesk, type ReportDesk } from '../../support/report-desk.ts';

let desk: ReportDesk;
const scope = { from: '2026-03-01', to: '2026-03-31', agencyId: null, language: 'zh-CN' } as const;
const cellsOf = async (id: LedgerId) =>
  (await createReportServices(desk.desk).ledgers.shown(id, scope)).rows.map(({ cells }) => cells);

beforeAll(async () => {
  desk = await openReportDesk('民政局', '教育局');
});
afterAll(() => desk.close());

describe('the review ledger › when versions went through reviews', () => {
  it('it has every step with its opinion, and each approval once', async () => {
    const [civil = ''] = desk.agencies;
    desk.at('2026-03-02T01:00:00Z');
    const reviewed = await desk.add(civil, { title: '经审查' });
    const direct = await desk.add(civil, { title: '直接批准' });
    const { db } = desk.desk;
    await sql`insert into reviews (id, record_id, version, base_version, state, steps, step, submitted_by,
      submitted_at, note, closed_at) values ('v1', ${reviewed}, 1, 0, 'approved', 'secrecy approval', null, '甲',
      '2026-03-02T01:00:00.000Z', '', '2026-03-04T01:00:00.000Z')`.execute(db);
    const steps = [
      ['secrecy', 'return', '乙', '2026-03-02T02:00:00.000Z', '请删去电话'],
      ['secrecy', 'pass', '乙', '2026-03-03T02:00:00.000Z', ''],
      ['approval', 'pass', '丙', '2026-03-04T01:00:00.000Z', '同意'],
    ];
    for (const [position, [step, decision, who, at, opinion]] of steps.entries()) {
      await sql`insert into review_steps (review_id, position, step, decision, who, display_name, at, opinion)
        values ('v1', ${position}, ${step}, ${decision}, ${who}, ${who}, ${at}, ${opinion})`.execute(db);
    }
    desk.at('2026-03-03T03:00:00Z');
    await desk.approve(direct);
    desk.at('2026-03-04T01:00:00Z');
    await desk.approve(reviewed);
    const cells = await cellsOf('reviews');
    expect(
      cells.map(([serial, at, , title, , step, decision, opinion, who]) => [
        serial,
        at,
        title,
        step,
        decision,
        opinion,
        who,
      ]),
    ).toEqual([
      [1, '2026-03-02T02:00:00.000Z', '经审查', '保密审查', '退回', '请删去电话', '乙'],
      [2, '2026-03-03T02:00:00.000Z', '经审查', '保密审查', '通过', '', '乙'],
      [3, '2026-03-03T03:00:00.000Z', '直接批准', '批准', '通过', '', '经办员'],
      [4, '2026-03-04T01:00:00.000Z', '经审查', '批准', '通过', '同意', '丙'],
    ]);
  });
});

describe('the review ledger › when there are more steps than one statement reads', () => {
  it('every step stands in it once, in the order of time, the approvals of the trail among them', async () => {
    const { db } = desk.desk;
    const [civil = ''] = desk.agencies;
    const ids: string[] = [];
    for (let at = 0; at < 3; at++) ids.push(await desk.add(civil, { title: `第${at}条` }));
    const expected: string[] = [];
    await db.transaction().execute(async (all) => {
      for (let at = 0; at < 1203; at++) {
        const id = `w${String(at).padStart(5, '0')}`;
        // Many share an instant, across the border of two statements too.
        const instant = new Date(Date.UTC(2026, 4, 2) + Math.floor(at / 7) * 60_000).toISOString();
        await sql`insert into reviews (id, record_id, version, base_version, state, steps, step, submitted_by,
        submitted_at, note, closed_at) values (${id}, ${ids[at % 3]}, 1, 0, 'returned', 'secrecy', null, '甲',
        ${instant}, '', ${instant})`.execute(all);
        await sql`insert into review_steps (review_id, position, step, decision, who, display_name, at, opinion)
        values (${id}, 0, 'secrecy', 'return', '乙', '乙', ${instant}, ${id})`.execute(all);
        expected.push(id);
      }
    });
    for (const [at, id] of ids.entries()) {
      desk.at(new Date(Date.UTC(2026, 4, 2) + at * 80 * 60_000 + 30_000).toISOString());
      await desk.approve(id);
    }
    const told = [];
    const may = { ...scope, from: '2026-05-01', to: '2026-05-31' };
    for await (const facts of reviewsOfStore(db, may)) told.push(...facts);
    expect(told.filter(({ opinion }) => opinion !== '').map(({ opinion }) => opinion)).toEqual(expected);
    expect(told.filter(({ opinion }) => opinion === '')).toHaveLength(3);
    expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).sort());
  });
});

describe('the transfer list › when agencies sent batches', () => {
  it('it has every item received, empty lists, what waits, and what was taken back by letter', async () => {
    const [civil = '', school = ''] = desk.agencies;
    const { db } = desk.desk;
    const batch = async (
      id: string,
      agency: string,
      state: string,
      sentAt: string | null,
      more: Record<string, unknown> = {},
    ) => {
      const { isEmpty = 0, seq = null } = more;
      const year = seq === null ? null : 2026;
      const decidedAt = state === 'received' ? '2026-03-20T02:00:00.000Z' : null;
      await sql`insert into transfers (id, agency_id, month, state, source, is_empty, contact, note, revision,
        created_at, created_by, updated_at, sent_at, sent_by, decided_at, decided_by, return_reasons, number_year,
        number_seq, summary) values (${id}, ${agency}, '2026-02', ${state}, 'desk', ${isEmpty}, '', '附盖章件', 1,
        ${sentAt}, '', ${sentAt}, ${sentAt}, '', ${decidedAt}, ${decidedAt === null ? null : '馆员'}, '', ${year}, ${seq}, '')`.execute(
        db,
      );
    };
    await batch('t1', civil, 'received', '2026-03-05T02:00:00.000Z', { seq: 7 });
    await batch('t2', school, 'received', '2026-03-06T02:00:00.000Z', { seq: 8, isEmpty: 1 });
    await batch('t3', school, 'sent', '2026-03-07T02:00:00.000Z');
    await batch('t4', school, 'received', '2026-04-07T02:00:00.000Z', { seq: 9, isEmpty: 1 });
    await sql`insert into transfer_withdrawals (id, transfer_id, letter_no, letter_name, letter_sha256, reason, at, who)
      values ('w1', 't1', '民函〔2026〕3号', '', '', '', '', '')`.execute(db);
    const item = (place: number, title: string, withdrawal: string | null) =>
      sql`insert into transfer_items (transfer_id, place, file_name, title, title_key, doc_no, index_no, date, withdrawal_id)
        values ('t1', ${place}, '', ${title}, ${title}, '民发〔2026〕1号', 'X-1', '2026-02-01', ${withdrawal})`.execute(
        db,
      );
    await item(1, '低保标准', null);
    await item(2, '误送', 'w1');
    const cells = await cellsOf('transfers');
    expect(cells.map((row) => [row[0], row[1], row[2], row[4], row[8]])).toEqual([
      [1, '2026-007', '民政局', '低保标准', '已接收'],
      [2, '2026-007', '民政局', '误送', '凭函撤回：民函〔2026〕3号'],
      [3, '2026-008', '教育局', '（零报送）', '已接收'],
      [4, '', '教育局', '（接收后逐件登记）', '待接收'],
    ]);
    expect(cells[0]?.slice(9)).toEqual([
      '2026-03-05T02:00:00.000Z',
      '2026-03-20T02:00:00.000Z',
      '馆员',
      '附盖章件',
    ]);
  });
});
