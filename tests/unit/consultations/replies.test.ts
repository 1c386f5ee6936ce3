// Replies to consultations at the hub: what is taken and refused and when, seats under a rush, sorting, results, masking.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaseHandling } from '#hub/cases/handling/handling-service.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import {
  hearingFacts,
  namedApplicant,
  openTempConsultations,
  planInput,
  replyOf,
  type TempConsultations,
} from '#tests/support/temp-consultations.ts';
import { clerk } from '#tests/support/temp-desk.ts';

let temp: TempConsultations;
beforeAll(async () => {
  temp = await openTempConsultations();
});
afterAll(() => temp.close());

/** The code something fails with; empty when it does not. */
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => '',
    (thrown) => toAppError(thrown).code,
  );
const lookAt = { offset: 0, limit: 100, open: '0' } as const;

describe('a reply › when it arrives', () => {
  it('by the hub’s clock › is refused before the period and after it, and taken on its last day', async () => {
    const { row } = await temp.ask({ startsOn: '2024-05-10', endsOn: '2024-05-20' });
    const send = (index: number) => temp.replies.submit(replyOf(row.code, index), 'online');
    temp.setDay('2024-05-09');
    expect(await codeOf(send(1))).toBe('consultations.not-begun');
    temp.setDay('2024-05-20');
    const receipt = await send(1);
    expect(receipt).toMatchObject({ kind: 'comment', needsPhone: false });
    temp.setDay('2024-05-21');
    expect(await codeOf(send(2))).toBe('consultations.over');
    expect(await send(1)).toEqual(receipt);
  });

  it('before the notice is public, or for a notice that asks nothing › is refused alike', async () => {
    temp.setDay('2024-05-22');
    const asked = await temp.ask();
    await temp.desk.db
      .updateTable('records')
      .set({ published_version: null })
      .where('id', '=', asked.row.recordId)
      .execute();
    expect(await codeOf(temp.replies.submit(replyOf(asked.row.code, 10), 'online'))).toBe(
      'consultations.none',
    );
    expect(await codeOf(temp.replies.submit(replyOf('ZZZZZZZZ', 10), 'online'))).toBe('consultations.none');
  });

  it('of another kind, or to a point that is not asked › is refused', async () => {
    const { row } = await temp.ask();
    const wrong = replyOf(row.code, 20, { kind: 'objection', applicant: namedApplicant(20) });
    expect(await codeOf(temp.replies.submit(wrong, 'online'))).toBe('consultations.wrong-kind');
    const lost = replyOf(row.code, 21, { consultationPoint: 3 });
    expect(await codeOf(temp.replies.submit(lost, 'online'))).toBe('consultations.no-point');
  });

  it('an objection without a name or a phone › is refused; a comment may be anonymous', async () => {
    const { row } = await temp.ask({ kind: 'objection', objection: '书面寄至本委' });
    const send = (index: number, applicant: ReturnType<typeof namedApplicant>) =>
      temp.replies.submit(replyOf(row.code, index, { kind: 'objection', applicant }), 'online');
    const named = namedApplicant(31);
    expect(await codeOf(send(30, null))).toBe('consultations.name-needed');
    expect(await codeOf(send(30, named && { ...named, phone: '12' }))).toBe('consultations.name-needed');
    expect((await send(31, named)).needsPhone).toBe(true);
  });

  it('brought on paper and taken down after the last day › goes by the day it came', async () => {
    const { row } = await temp.ask({ startsOn: '2024-06-10', endsOn: '2024-06-20' });
    const desk = createCaseHandling(temp.cases);
    temp.setDay('2024-06-24');
    const enter = (index: number, receivedOn: string) =>
      desk.enter({ ...replyOf(row.code, index), channel: 'mail', receivedOn }, clerk);
    expect(await codeOf(enter(35, '2024-06-21'))).toBe('consultations.over');
    expect((await enter(36, '2024-06-20')).receipt.kind).toBe('comment');
    expect((await temp.service.replies(row.id, lookAt, clerk)).total).toBe(1);
    temp.setDay('2024-05-22');
  });

  it('sent a hundred times at once under one id › is one case and one reply', async () => {
    const { row } = await temp.ask();
    const one = replyOf(row.code, 40);
    const receipts = await Promise.all(Array.from({ length: 100 }, () => temp.replies.submit(one, 'online')));
    expect(new Set(receipts.map(({ code }) => code)).size).toBe(1);
    expect((await temp.service.replies(row.id, lookAt, clerk)).total).toBe(1);
  });
});

describe('a hearing › under a rush', () => {
  it('forty sign up at once for three seats › three have one, the others know their place in the queue', async () => {
    const { row } = await temp.ask({ kind: 'hearing', hearing: hearingFacts });
    const indices = Array.from({ length: 40 }, (_, at) => 100 + at);
    await Promise.all(
      indices.map((index) =>
        temp.replies.submit(
          replyOf(row.code, index, { kind: 'hearing', applicant: namedApplicant(index) }),
          'online',
        ),
      ),
    );
    const told = await Promise.all(
      indices.map((index) => temp.service.standing(replyOf(row.code, index).submissionId)),
    );
    const places = told.map((standing) => standing?.place ?? 0);
    expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    expect(told.filter((standing) => standing?.isWaiting === false)).toHaveLength(3);

    const first = indices[places.indexOf(1)] ?? 0;
    const fourth = indices[places.indexOf(4)] ?? 0;
    const receipt = await temp.replies.submit(
      replyOf(row.code, first, { kind: 'hearing', applicant: namedApplicant(first) }),
      'online',
    );
    await temp.replies.withdraw(receipt.code, (namedApplicant(first)?.phone ?? '').slice(-4));
    const moved = await temp.service.standing(replyOf(row.code, fourth).submissionId);
    expect(moved).toEqual({ place: 3, seats: 3, isWaiting: false });
  });

  it('participants › are chosen only after sign-up ended, never more than seats, and everybody is answered', async () => {
    const { row } = await temp.ask({ kind: 'hearing', hearing: hearingFacts });
    for (const index of [200, 201, 202, 203]) {
      const reply = replyOf(row.code, index, { kind: 'hearing', applicant: namedApplicant(index) });
      await temp.replies.submit(reply, 'online');
    }
    const { replies } = await temp.service.replies(row.id, lookAt, clerk);
    const ids = replies.map(({ caseId }) => caseId);
    const choose = (chosen: readonly string[]) => temp.service.choose(row.id, chosen, clerk);
    expect(await codeOf(choose(ids.slice(0, 2)))).toBe('consultations.still-open');
    temp.setDay('2024-06-06');
    expect(await codeOf(choose(ids))).toBe('consultations.too-many');
    expect(await codeOf(temp.service.draftParticipants(row.id, clerk))).toBe('consultations.none-chosen');
    await choose([ids[0] ?? '', ids[3] ?? '']);
    const states = await temp.desk.db.selectFrom('cases').select('state').where('id', 'in', ids).execute();
    expect(states.map(({ state }) => state)).toEqual(['answered', 'answered', 'answered', 'answered']);
    const { recordId } = await temp.service.draftParticipants(row.id, clerk);
    const body = await temp.desk.db
      .selectFrom('record_versions as version')
      .innerJoin('bodies as body', 'body.hash', 'version.body_hash')
      .select('body.text')
      .where('version.record_id', '=', recordId)
      .executeTakeFirstOrThrow();
    expect(body.text).toContain('共有4人报名');
    expect(body.text).toContain('参加人2人');
    expect(body.text).not.toContain('王测');
    const table = await temp.service.signUps(row.id, clerk);
    const rows = [...(table.rows as readonly (readonly { cells: readonly unknown[] }[])[])].flat();
    expect(rows.map(({ cells }) => cells[5])).toEqual(['参加', '有席位', '有席位', '参加']);
    expect(table.columns.map(({ key }) => key)).not.toContain('idNumber');
    temp.setDay('2024-06-01');
  });
});

describe('sorting and what follows from it', () => {
  it('every reply sorted › the summary counts them, is drafted once under the id kept for it, and closes the matter', async () => {
    temp.setDay('2024-05-30');
    const { row } = await temp.ask();
    for (let index = 300; index < 330; index += 1) {
      await temp.replies.submit(replyOf(row.code, index, { consultationPoint: index % 3 }), 'online');
    }
    const { replies } = await temp.service.replies(row.id, lookAt, clerk);
    const pick = ['taken', 'partly', 'not-taken'] as const;
    expect(await codeOf(temp.service.draftSummary(row.id, clerk))).toBe('consultations.still-open');
    temp.setDay('2024-06-06');
    expect(await codeOf(temp.service.draftSummary(row.id, clerk))).toBe('consultations.unsorted');
    for (const [at, { caseId, point }] of replies.entries()) {
      const verdict = pick[at % 7 === 0 ? 0 : (at % 2) + 1] ?? 'taken';
      const sort = { verdict, point, gist: `要点${at % 5}`, reason: '按上位法' };
      await temp.service.sort(row.id, caseId, sort, clerk);
    }
    const detail = await temp.service.detail(row.id, clerk);
    const naive = { taken: 0, partly: 0, notTaken: 0 };
    for (const at of replies.keys()) {
      if (at % 7 === 0) naive.taken += 1;
      else if (at % 2 === 0) naive.partly += 1;
      else naive.notTaken += 1;
    }
    const sum = (key: 'taken' | 'partly' | 'notTaken') =>
      detail.byPoint.reduce((all, one) => all + one[key], 0);
    expect({ taken: sum('taken'), partly: sum('partly'), notTaken: sum('notTaken') }).toEqual(naive);

    const { recordId } = await temp.service.draftSummary(row.id, clerk);
    expect(await temp.service.draftSummary(row.id, clerk)).toEqual({ recordId });
    const notice = await temp.desk.db
      .selectFrom('record_versions')
      .select('content_json')
      .where('record_id', '=', row.recordId)
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(notice.content_json).details.consultation.resultIds).toContain(recordId);
    expect((await temp.service.detail(row.id, clerk)).row.state).toBe('closed');
    await temp.makePublic(recordId);
    const closed = await temp.service.detail(row.id, clerk);
    expect([closed.row.state, closed.summary.state]).toEqual(['summarised', 'public']);
    expect(await codeOf(temp.service.draftSummary(row.id, clerk))).toBe('consultations.summarised');
  });

  it('what will be published › is refused with personal data in it, and without a reason where one is owed', async () => {
    temp.setDay('2024-05-30');
    const { row } = await temp.ask();
    const receipt = await temp.replies.submit(replyOf(row.code, 400), 'online');
    const [reply] = (await temp.service.replies(row.id, lookAt, clerk)).replies;
    const sort = (verdict: 'taken' | 'not-taken', gist: string, reason: string) =>
      temp.service.sort(row.id, reply?.caseId ?? '', { verdict, point: null, gist, reason }, clerk);
    expect(await codeOf(sort('not-taken', '降价', ''))).toBe('consultations.reason-missing');
    expect(await codeOf(sort('taken', '请联系13812345678', ''))).toBe('consultations.personal');
    await sort('not-taken', '降价', '成本已公开');
    const progress = await temp.replies.progress(receipt.code, '');
    expect(progress).toMatchObject({ state: 'answered', outcome: 'not-possible' });
    expect(progress.answer).toContain('成本已公开');
  });

  it('names and numbers › are masked until somebody who may opens them, which is on record without them', async () => {
    const { row } = await temp.ask({ kind: 'objection' });
    const applicant = namedApplicant(501);
    const content = `我叫${applicant?.name}，电话${applicant?.phone}`;
    await temp.replies.submit(replyOf(row.code, 500, { kind: 'objection', applicant, content }), 'online');
    const auditor = { ...clerk, roles: ['auditor'] as const };
    for (const [actor, open] of [
      [clerk, '0'],
      [auditor, '1'],
    ] as const) {
      const words = JSON.stringify((await temp.service.replies(row.id, { ...lookAt, open }, actor)).replies);
      expect(words).not.toContain(applicant?.name);
      expect(words).not.toContain(applicant?.phone);
    }
    const opened = await temp.service.replies(row.id, { ...lookAt, open: '1' }, clerk);
    expect(opened.replies[0]).toMatchObject({ name: applicant?.name, phone: applicant?.phone, content });
    const entries = await temp.desk.db.selectFrom('audit_entries').selectAll().execute();
    expect(entries.filter(({ action }) => action === 'case.view')).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain(applicant?.name);
  });

  it('the end is moved › counts once the notice is public again, with the reason on record', async () => {
    temp.setDay('2024-06-01');
    const { row, revision } = await temp.ask();
    const move = { revision, endsOn: '2024-06-30', reason: '应各界要求延长' };
    const moved = await temp.service.moveEnd(row.id, move, clerk);
    expect(moved.row).toMatchObject({ endsOn: '2024-06-05', hasUnpublished: true });
    expect(moved.events.at(-1)?.note).toContain('应各界要求延长');
    expect(await codeOf(temp.service.moveEnd(row.id, move, clerk))).toBe('consultations.changed');
    temp.setDay('2024-06-10');
    expect(await codeOf(temp.replies.submit(replyOf(row.code, 600), 'online'))).toBe('consultations.over');
    await temp.makePublic(row.recordId);
    await temp.replies.submit(replyOf(row.code, 600), 'online');
    expect((await temp.service.detail(row.id, clerk)).row).toMatchObject({ state: 'open', daysLeft: 20 });
  });

  it('another agency’s account › neither sees nor handles it', async () => {
    const { row, revision } = await temp.ask();
    const stranger = { ...clerk, agencyId: 'a-other' };
    expect(await codeOf(temp.service.detail(row.id, stranger))).toBe('consultations.foreign-agency');
    const change = { ...planInput({ recordId: row.recordId }), revision };
    expect(await codeOf(temp.service.change(row.id, change, stranger))).toBe('consultations.foreign-agency');
    expect((await temp.service.list({}, stranger)).rows).toEqual([]);
  });
});
