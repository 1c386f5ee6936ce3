// Hearings: who was chosen to take part, and the list of sign-ups as a paper or spreadsheet.

import { seatsOf } from '#shared/consultations/hearing-seats.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReportRow, ReportTable } from '#shared/reports/report-table.ts';
import { recordAudit } from '../editorial/audit.ts';
import { withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { signUps } from './admit-reply.ts';
import { answerCase } from './answer-case.ts';
import { bindingFacts, findConsultation, type LoadedConsultation, stateOf } from './load-consultation.ts';
import { note } from './notice-content.ts';
import { nameOf, wordsOf } from './replies.ts';
import type { ReplyDesk } from './reply-desk.ts';

const chosenAnswer = '您已被选为听证会参加人。请按公告的时间和地点参加。';
const otherAnswer = '感谢报名。本次听证会参加人已经选定，您未在其中。';

/** Chooses who takes part; all others are told that they do not. Throws `consultations.…`. */
export function chooseParticipants(
  base: ReplyDesk,
  id: string,
  caseIds: readonly string[],
  actor: Actor,
): Promise<void> {
  return withTransaction(base.desk, async (inside) => {
    const asked = await findConsultation(inside, id, actor);
    requireChoice(asked, caseIds.length, inside.now());
    const rows = (await signUps(inside.db, id)).filter(({ isWithdrawn }) => !isWithdrawn);
    const chosen = new Set(rows.map(({ caseId }) => caseId).filter((caseId) => caseIds.includes(caseId)));
    for (const { caseId } of rows) {
      const isChosen = chosen.has(caseId);
      await inside.db
        .updateTable('consultation_replies')
        .set({ is_chosen: isChosen ? 1 : 0 })
        .where('case_id', '=', caseId)
        .execute();
      const answer = isChosen ? chosenAnswer : otherAnswer;
      await answerCase({ ...base, desk: inside }, caseId, answer, isChosen ? 'done' : null, actor);
    }
    await note(inside, id, actor, 'choose', String(chosen.size));
    await recordAudit(inside, {
      who: actor.name,
      action: 'consultation.choose',
      subject: asked.content.title,
      details: { id, chosen: chosen.size, signUps: rows.length },
    });
  });
}

function requireChoice(asked: LoadedConsultation, wanted: number, nowMs: number): void {
  const hearing = asked.published?.consultation.hearing ?? null;
  if (asked.published === null || hearing === null) throw new AppError('consultations.wrong-kind');
  const { state } = stateOf(asked, nowMs);
  const { endsOn } = asked.published;
  if (state === 'open' || state === 'planned') throw new AppError('consultations.still-open', { endsOn });
  if (wanted > hearing.seats) throw new AppError('consultations.too-many', { seats: hearing.seats });
}

/** Where a sign-up stands, in words of the list. */
function standingWords(
  seat: { isWaiting: boolean } | undefined,
  isWithdrawn: boolean,
  isChosen: boolean,
): string {
  if (isWithdrawn) return '已撤回';
  if (isChosen) return '参加';
  return seat?.isWaiting === true ? '候补' : '有席位';
}

/** What a door needs to know and no more: number, name, phone, whom they speak for, and how they stand. On record. */
export async function signUpTable(base: ReplyDesk, id: string, actor: Actor): Promise<ReportTable> {
  const { db } = base.desk;
  const asked = await findConsultation(base.desk, id, actor);
  const hearing = bindingFacts(asked)?.consultation.hearing ?? null;
  if (hearing === null) throw new AppError('consultations.wrong-kind');
  const order = await signUps(db, id);
  const seats = seatsOf(order, hearing.seats);
  const rows: ReportRow[] = [];
  for (const [at, { caseId, isWithdrawn }] of order.entries()) {
    const row = await db
      .selectFrom('cases')
      .innerJoin('consultation_replies as reply', 'reply.case_id', 'cases.id')
      .select(['cases.id', 'number', 'wrapped_key', 'sealed', 'reply.is_chosen'])
      .where('cases.id', '=', caseId)
      .executeTakeFirstOrThrow();
    const words = isWithdrawn ? null : await wordsOf(base, row);
    const standing = standingWords(seats[at], isWithdrawn, row.is_chosen === 1);
    const organisation = words?.applicant?.name ? words.applicant.organisation : '';
    rows.push({
      cells: [
        seats[at]?.place ?? null,
        row.number,
        nameOf(words),
        organisation,
        words?.applicant?.phone ?? '',
        standing,
        '',
      ],
    });
  }
  await recordAudit(base.desk, {
    who: actor.name,
    action: 'consultation.list',
    subject: asked.content.title,
    details: { id, rows: rows.length },
  });
  return {
    title: '听证会报名名单',
    remarks: [
      asked.content.title,
      `${hearing.on} ${hearing.at} · ${hearing.place} · ${hearing.seats}席`,
      '含个人信息，仅供听证会签到使用，用后按规定销毁。',
    ],
    columns: [
      { key: 'place', title: '序号', kind: 'number', width: 6 },
      { key: 'number', title: '报名编号', kind: 'text', width: 22 },
      { key: 'name', title: '姓名', kind: 'text', width: 14 },
      { key: 'organisation', title: '单位', kind: 'text', width: 26 },
      { key: 'phone', title: '电话', kind: 'text', width: 16 },
      { key: 'standing', title: '情况', kind: 'text', width: 10 },
      { key: 'signature', title: '签到', kind: 'text', width: 14 },
    ],
    rows: [rows],
  };
}
