// Consultations as the hub's HTTP side works with them.
import { isPermitted } from '#shared/accounts/acts.ts';
import { dueOf } from '#shared/calendar/count-term.ts';
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { periodWarnings } from '#shared/consultations/consultation-state.ts';
import { countByPoint } from '#shared/consultations/summarise.ts';
import type {
  ConsultationChange,
  ConsultationDetail,
  ConsultationEnd,
  ConsultationInput,
  ConsultationList,
  ConsultationQuery,
  ConsultationRow,
  ReplyList,
  ReplyQuery,
  ReplySort,
} from '#shared/protocol/consultations-api.ts';
import type { ReportTable } from '#shared/reports/report-table.ts';
import { loadCalendar } from '../calendar/calendar-store.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { type SignUpStanding, signUpStanding } from './admit-reply.ts';
import { chooseParticipants, signUpTable } from './hearing.ts';
import {
  allConsultations,
  bindingFacts,
  findConsultation,
  type LoadedConsultation,
  stateOf,
} from './load-consultation.ts';
import { planOf } from './notice-content.ts';
import { changeConsultation, moveEnd, openConsultation } from './plan-consultation.ts';
import { listReplies, type ReplyCounts, replyCounts, sortedReplies, sortReply } from './replies.ts';
import type { ReplyDesk } from './reply-desk.ts';
import { draftParticipants, draftSummary } from './results.ts';

/** Every act checks agency and state itself and puts itself on record, without names of those who answered. */
export interface ConsultationService {
  list(query: ConsultationQuery, actor: Actor): Promise<ConsultationList>;
  detail(id: string, actor: Actor): Promise<ConsultationDetail>;
  open(input: ConsultationInput, actor: Actor): Promise<ConsultationDetail>;
  change(id: string, change: ConsultationChange, actor: Actor): Promise<ConsultationDetail>;
  /** Extends it, or ends it earlier. */
  moveEnd(id: string, move: ConsultationEnd, actor: Actor): Promise<ConsultationDetail>;
  /** The last day of a term. Throws `calendar.…` for years whose holidays are not known. */
  term(term: {
    startsOn: string;
    days: number;
    unit: 'calendar-day' | 'working-day';
  }): Promise<{ endsOn: string }>;
  replies(id: string, query: ReplyQuery, actor: Actor): Promise<ReplyList>;
  sort(id: string, caseId: string, sort: ReplySort, actor: Actor): Promise<ConsultationDetail>;
  choose(id: string, caseIds: readonly string[], actor: Actor): Promise<ConsultationDetail>;
  signUps(id: string, actor: Actor): Promise<ReportTable>;
  /** The id of the drafted record. */
  draftSummary(id: string, actor: Actor): Promise<{ recordId: string }>;
  draftParticipants(id: string, actor: Actor): Promise<{ recordId: string }>;
  /** How the sign-up with this submission id stands; null for anything else. */
  standing(submissionId: string): Promise<SignUpStanding | null>;
}

export function createConsultationService(base: ReplyDesk): ConsultationService {
  const { desk } = base;
  const then = async (act: Promise<unknown>, id: string | null, actor: Actor) => {
    const made = await act;
    return loadDetail(desk, id ?? String(made), actor);
  };
  return {
    list: (query, actor) => listConsultations(desk, query, actor),
    detail: (id, actor) => loadDetail(desk, id, actor),
    open: (input, actor) => then(openConsultation(desk, input, actor), null, actor),
    change: (id, change, actor) => then(changeConsultation(desk, id, change, actor), id, actor),
    moveEnd: (id, move, actor) => then(moveEnd(desk, id, move, actor), id, actor),
    term: async ({ startsOn, days, unit }) => ({
      endsOn: dueOf(await loadCalendar(desk.db), { from: startsOn, unit, days }),
    }),
    replies: (id, query, actor) => listReplies(base, id, query, actor),
    sort: (id, caseId, sort, actor) => then(sortReply(base, id, caseId, sort, actor), id, actor),
    choose: (id, caseIds, actor) => then(chooseParticipants(base, id, caseIds, actor), id, actor),
    signUps: (id, actor) => signUpTable(base, id, actor),
    draftSummary: async (id, actor) => ({ recordId: await draftSummary(desk, id, actor) }),
    draftParticipants: async (id, actor) => ({ recordId: await draftParticipants(desk, id, actor) }),
    standing: (submissionId) => signUpStanding(desk, submissionId),
  };
}

const noReplies: ReplyCounts = { received: 0, sorted: 0, chosen: 0 };

function rowOf(desk: Desk, asked: LoadedConsultation, counts: ReplyCounts): ConsultationRow {
  const facts = bindingFacts(asked);
  const { received, sorted, chosen } = counts;
  const isHearing = asked.kind === 'hearing';
  return {
    ...{ id: asked.id, kind: asked.kind, recordId: asked.recordId, code: asked.code },
    title: asked.content.title,
    agencyId: asked.content.agencyId,
    agencyName: asked.agencyName,
    startsOn: facts?.startsOn ?? '',
    endsOn: facts?.endsOn ?? '',
    ...stateOf(asked, desk.now()),
    hasUnpublished: asked.recordVersion !== asked.publishedVersion,
    counts: {
      received,
      sorted: isHearing ? chosen : sorted,
      seats: facts?.consultation.hearing?.seats ?? null,
    },
  };
}

/** What is open and ends first comes first, then what waits for its summary, then the rest, newest first. */
const order = ['open', 'closed', 'planned', 'draft', 'summarised'];

async function listConsultations(
  desk: Desk,
  query: ConsultationQuery,
  actor: Actor,
): Promise<ConsultationList> {
  const counts = await replyCounts(desk.db);
  const all = (await allConsultations(desk, actor)).map((asked) =>
    rowOf(desk, asked, counts.get(asked.id) ?? noReplies),
  );
  const rows = all
    .filter(({ state }) => query.state === undefined || state === query.state)
    .filter(({ kind }) => query.kind === undefined || kind === query.kind)
    .filter(({ agencyId }) => query.agency === undefined || agencyId === query.agency)
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
  const inState = (wanted: ConsultationRow['state']) => all.filter(({ state }) => state === wanted).length;
  return { rows, counts: { open: inState('open'), toSummarise: inState('closed') } };
}

async function loadDetail(desk: Desk, id: string, actor: Actor): Promise<ConsultationDetail> {
  const { db } = desk;
  const asked = await findConsultation(desk, id, actor);
  const counts = (await replyCounts(db)).get(id) ?? noReplies;
  const row = rowOf(desk, asked, counts);
  const plan = planOf(asked);
  const events = await db
    .selectFrom('consultation_events')
    .select(['at', 'who', 'act', 'note'])
    .where('consultation_id', '=', id)
    .orderBy('id')
    .execute();
  const { published } = asked;
  return {
    row,
    plan,
    revision: asked.revision,
    publicPeriod: published === null ? null : { startsOn: published.startsOn, endsOn: published.endsOn },
    draft: await draftOf(desk, asked),
    warnings: [...periodWarnings(plan, plan, await workedBy(desk))],
    byPoint: countByPoint(plan.points, await sortedReplies(db, id)),
    summary: await resultOf(desk, asked, asked.summaryId),
    participants: await resultOf(desk, asked, asked.participantsId),
    events: events as ConsultationDetail['events'],
    mayDo: actsOn(row, counts, actor),
  };
}

async function workedBy(desk: Desk): Promise<(day: string) => boolean | null> {
  const calendar: WorkingCalendar = await loadCalendar(desk.db);
  return (day) => (calendar.knows(Number(day.slice(0, 4))) ? calendar.isWorkingDay(day) : null);
}

async function draftOf({ db }: Desk, { draftId }: LoadedConsultation) {
  if (draftId === null) return null;
  const row = await db
    .selectFrom('records')
    .select(['id', 'title'])
    .where('id', '=', draftId)
    .executeTakeFirst();
  return row ?? null;
}

async function resultOf(
  { db }: Desk,
  asked: LoadedConsultation,
  id: string,
): Promise<ConsultationDetail['summary']> {
  if (asked.publicResults.has(id)) return { id, state: 'public' };
  const row = await db.selectFrom('records').select('id').where('id', '=', id).executeTakeFirst();
  return { id, state: row === undefined ? 'none' : 'draft' };
}

function actsOn(
  { state, kind }: ConsultationRow,
  counts: ReplyCounts,
  { roles }: Actor,
): ConsultationDetail['mayDo'] {
  const acts: ConsultationDetail['mayDo'] = isPermitted(roles, 'cases.handle') ? ['names'] : [];
  if (!isPermitted(roles, 'consultations.write')) return acts;
  if (state !== 'summarised') acts.push('change', 'end');
  if (kind !== 'hearing' && state !== 'summarised' && state !== 'draft') acts.push('sort');
  if (state !== 'closed' && !(state === 'summarised' && kind === 'hearing')) return acts;
  if (kind === 'hearing') acts.push('choose');
  if (kind === 'hearing' && counts.chosen > 0) acts.push('participants', 'summary');
  if (kind !== 'hearing') acts.push('summary');
  return acts;
}
