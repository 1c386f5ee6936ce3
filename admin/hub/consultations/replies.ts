// What people answered: read with names masked or open, and sorted into taken up, partly, not, in staff's own words.
import { isPermitted } from '#shared/accounts/acts.ts';
import type { CaseState } from '#shared/cases/case-kinds.ts';
import type { Verdict } from '#shared/consultations/consultation.ts';
import { seatsOf } from '#shared/consultations/hearing-seats.ts';
import type { SortedReply } from '#shared/consultations/summarise.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { lintSections } from '#shared/lint/lint-sections.ts';
import { maskWords } from '#shared/lint/mask-excerpt.ts';
import { maskName } from '#shared/lint/person-names.ts';
import { rules } from '#shared/lint/rule-table.ts';
import { ruleName } from '#shared/lint/rule-words.ts';
import type { Reply, ReplyList, ReplyQuery, ReplySort } from '#shared/protocol/consultations-api.ts';
import { type CaseWords, keyOfCase, openWords } from '../cases/case-words.ts';
import { recordAudit } from '../editorial/audit.ts';
import { instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import { signUps } from './admit-reply.ts';
import { answerCase } from './answer-case.ts';
import { bindingFacts, findConsultation, type LoadedConsultation } from './load-consultation.ts';
import type { ReplyDesk } from './reply-desk.ts';

const goneStates: readonly CaseState[] = ['withdrawn', 'merged'];

function selectReplies(db: Database, consultationId: string) {
  return db
    .selectFrom('consultation_replies as reply')
    .innerJoin('cases', 'cases.id', 'reply.case_id')
    .where('reply.consultation_id', '=', consultationId);
}

function narrowed(db: Database, consultationId: string, { point, verdict }: ReplyQuery, points: number) {
  let rows = selectReplies(db, consultationId);
  if (point === 'whole') {
    rows = rows.where((where) =>
      where.or([where('reply.point', 'is', null), where('reply.point', '>=', points)]),
    );
  } else if (point !== undefined) rows = rows.where('reply.point', '=', point);
  if (verdict === 'unsorted') {
    rows = rows.where('reply.verdict', 'is', null).where('cases.state', 'not in', [...goneStates]);
  } else if (verdict !== undefined) rows = rows.where('reply.verdict', '=', verdict);
  return rows;
}

/** Opened with names it is on record, by number alone. */
export async function listReplies(
  base: ReplyDesk,
  id: string,
  query: ReplyQuery,
  actor: Actor,
): Promise<ReplyList> {
  const { db } = base.desk;
  const asked = await findConsultation(base.desk, id, actor);
  const isOpen = query.open === '1' && isPermitted(actor.roles, 'cases.handle');
  const points = bindingFacts(asked)?.consultation.points.length ?? 0;
  const rows = narrowed(db, id, query, points);
  const { total } = await rows
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const page = await rows
    .selectAll('cases')
    .select(['reply.point', 'reply.verdict', 'reply.gist', 'reply.reason', 'reply.is_chosen'])
    .orderBy('reply.seq')
    .offset(query.offset)
    .limit(query.limit)
    .execute();
  const files = await fileCounts(
    db,
    page.map((row) => row.id),
  );
  const seats = await seatTable(db, asked);
  const replies: Reply[] = [];
  for (const row of page) {
    const words = await wordsOf(base, row);
    replies.push({
      caseId: row.id,
      number: row.number,
      receivedOn: row.received_on,
      applicantClass: words?.applicant?.class ?? null,
      ...shown(words, isOpen),
      point: row.point,
      fileCount: files.get(row.id) ?? 0,
      isWithdrawn: goneStates.some((state) => state === row.state),
      isErased: row.erased_at !== null,
      verdict: row.verdict,
      gist: row.gist,
      reason: row.reason,
      seat: seats === null ? null : { ...(seats.get(row.id) ?? noSeat), isChosen: row.is_chosen === 1 },
    });
  }
  if (isOpen && page.length > 0) {
    await recordAudit(base.desk, {
      who: actor.name,
      action: 'case.view',
      subject: asked.content.title,
      details: { consultation: id, cases: page.map((row) => row.number) },
    });
  }
  return { total, replies };
}

const noSeat = { place: null, isWaiting: false };

async function seatTable(db: Database, asked: LoadedConsultation) {
  const hearing = bindingFacts(asked)?.consultation.hearing ?? null;
  if (hearing === null) return null;
  const rows = await signUps(db, asked.id);
  const seats = seatsOf(rows, hearing.seats);
  return new Map(rows.map(({ caseId }, at) => [caseId, seats[at] ?? noSeat]));
}

async function fileCounts(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('case_files')
    .select((row) => ['case_id', row.fn.countAll<number>().as('count')])
    .where('case_id', 'in', ids)
    .groupBy('case_id')
    .execute();
  return new Map(rows.flatMap(({ case_id, count }) => (case_id === null ? [] : [[case_id, count] as const])));
}

/** Null once erased. */
export async function wordsOf(
  { vault }: ReplyDesk,
  row: { readonly id: string; readonly wrapped_key: string | null; readonly sealed: string | null },
): Promise<CaseWords | null> {
  const key = await keyOfCase(vault, row);
  return key === null || row.sealed === null ? null : openWords(vault, key, row.id, row.sealed);
}

export const nameOf = (words: CaseWords | null) =>
  words?.applicant?.name || words?.applicant?.organisation || '';

function shown(words: CaseWords | null, isOpen: boolean): Pick<Reply, 'name' | 'phone' | 'content'> {
  const name = nameOf(words);
  const phone = words?.applicant?.phone ?? '';
  const content = words?.content ?? '';
  if (isOpen) return { name, phone, content };
  return {
    name: name === '' ? '' : maskName(name),
    phone: phone === '' ? '' : `***${phone.slice(-2)}`,
    content: maskWords(name === '' ? content : content.replaceAll(name, maskName(name))),
  };
}

/** Every reply that counts: neither withdrawn nor merged into another. */
export async function sortedReplies(db: Database, consultationId: string): Promise<readonly SortedReply[]> {
  return await selectReplies(db, consultationId)
    .select(['reply.point', 'reply.verdict', 'reply.gist', 'reply.reason'])
    .where('cases.state', 'not in', [...goneStates])
    .orderBy('reply.seq')
    .execute();
}

export interface ReplyCounts {
  readonly received: number;
  readonly sorted: number;
  readonly chosen: number;
}

/** Of all consultations at once: what counts of each, and how much of it is sorted or chosen. */
export async function replyCounts(db: Database): Promise<ReadonlyMap<string, ReplyCounts>> {
  const rows = await db
    .selectFrom('consultation_replies as reply')
    .innerJoin('cases', 'cases.id', 'reply.case_id')
    .select((row) => [
      'reply.consultation_id as id',
      row.fn.countAll<number>().as('received'),
      row.fn.count<number>('reply.verdict').as('sorted'),
      row.fn.sum<number>('reply.is_chosen').as('chosen'),
    ])
    .where('cases.state', 'not in', [...goneStates])
    .groupBy('reply.consultation_id')
    .execute();
  return new Map(
    rows.map(({ id, received, sorted, chosen }) => [id, { received, sorted, chosen: Number(chosen) }]),
  );
}

const outcomes = { taken: 'done', partly: 'done', 'not-taken': 'not-possible' } as const;

/** What the person reads; the reason follows. */
const answers: Readonly<Record<Verdict, string>> = {
  taken: '您的意见已采纳。',
  partly: '您的意见已部分采纳。',
  'not-taken': '您的意见未采纳。',
};

/** Throws `consultations.personal` where the words to be published hold personal data. */
export async function sortReply(
  base: ReplyDesk,
  id: string,
  caseId: string,
  sort: ReplySort,
  actor: Actor,
): Promise<void> {
  if (sort.verdict !== 'taken' && sort.reason === '') throw new AppError('consultations.reason-missing');
  refusePersonal(`${sort.gist}\n${sort.reason}`);
  await withTransaction(base.desk, async (inside) => {
    const asked = await findConsultation(inside, id, actor);
    const points = bindingFacts(asked)?.consultation.points.length ?? 0;
    if (sort.point !== null && sort.point >= points) throw new AppError('consultations.no-point');
    if (asked.publicResults.has(asked.summaryId)) throw new AppError('consultations.summarised');
    const { numUpdatedRows } = await inside.db
      .updateTable('consultation_replies')
      .set({ ...sort, sorted_at: instant(inside), sorted_by: actor.name })
      .where('case_id', '=', caseId)
      .where('consultation_id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new AppError('not-found', { what: caseId });
    const answer = `${answers[sort.verdict]}${sort.reason}`;
    const number = await answerCase({ ...base, desk: inside }, caseId, answer, outcomes[sort.verdict], actor);
    await recordAudit(inside, {
      who: actor.name,
      action: 'consultation.sort',
      subject: `${asked.content.title} · ${number}`,
      details: { id, verdict: sort.verdict, point: sort.point },
    });
  });
}

/** The rules of the linter that find personal data, over words staff want to publish. */
function refusePersonal(text: string): void {
  const lines = text.split('\n').map((line) => ({ text: line }));
  const found = lintSections([{ part: 'body', hiding: null, lines }]).find(
    ({ rule }) => rules[rule] === 'personal',
  );
  if (found !== undefined)
    throw new AppError('consultations.personal', {
      what: ruleName(found.rule, 'zh-CN'),
      inEnglish: ruleName(found.rule, 'en'),
    });
}
