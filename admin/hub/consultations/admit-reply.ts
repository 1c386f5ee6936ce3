// Decides whether a comment, objection or sign-up is taken, and notes it beside its case. The intake of cases calls it.
import { standingAt } from '#shared/consultations/consultation-state.ts';
import { seatsOf } from '#shared/consultations/hearing-seats.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { parseHandoff } from '#shared/handoff/codes.ts';
import type { Submission } from '#shared/protocol/cases-api.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';
import { factsOf } from './load-consultation.ts';

/** Where an admitted reply belongs. */
export interface AdmittedReply {
  readonly consultationId: string;
  readonly recordId: string;
  readonly recordVersion: number;
  readonly agencyId: string;
  readonly point: number | null;
}

type Reply = Pick<Submission, 'kind' | 'applicant' | 'recordCode' | 'consultationPoint'>;

/**
 * By when it came, and the period the public reads. Throws `consultations.…`, in words for who sends it.
 * A submission that was taken before is to be answered without asking here: it stays taken when the period is over.
 */
export async function admitReply(
  desk: Pick<Desk, 'db' | 'now'>,
  reply: Reply,
  cameAtMs = desk.now(),
): Promise<AdmittedReply> {
  const asked = await publicConsultation(desk.db, reply.recordCode);
  if (asked === null) throw new AppError('consultations.none');
  const { facts } = asked;
  if (facts.consultation.kind !== reply.kind) throw new AppError('consultations.wrong-kind');
  const { state } = standingAt(facts, cameAtMs);
  if (state === 'planned') throw new AppError('consultations.not-begun', { startsOn: facts.startsOn });
  if (state !== 'open') throw new AppError('consultations.over', { endsOn: facts.endsOn });
  if (reply.kind !== 'comment') requireName(reply);
  const point = reply.consultationPoint;
  if (point !== null && point >= facts.consultation.points.length)
    throw new AppError('consultations.no-point');
  const { consultationId, recordId, recordVersion, agencyId } = asked;
  return { consultationId, recordId, recordVersion, agencyId, point };
}

/** Digits that can be called: fewer are none. */
const fewestDigits = 7;

function requireName({ applicant }: Reply): void {
  const name = applicant?.name || applicant?.organisation || '';
  const digits = (applicant?.phone ?? '').replace(/\D/gu, '');
  if (name.trim() === '' || digits.length < fewestDigits) throw new AppError('consultations.name-needed');
}

async function publicConsultation(db: Database, recordCode: string | null) {
  const code = recordCode === null ? null : (parseHandoff(recordCode)?.code ?? null);
  if (code === null) return null;
  const row = await db
    .selectFrom('consultations as asked')
    .innerJoin('records as record', 'record.id', 'asked.record_id')
    .innerJoin('record_versions as public', (join) =>
      join
        .onRef('public.record_id', '=', 'record.id')
        .onRef('public.version', '=', 'record.published_version'),
    )
    .select([
      'asked.id',
      'record.id as record_id',
      'public.version',
      'public.agency_id',
      'public.content_json',
    ])
    .where('record.code', '=', code)
    .where('record.state', '!=', 'withdrawn')
    .executeTakeFirst();
  const facts = row === undefined ? null : factsOf(row.content_json);
  if (row === undefined || facts === null) return null;
  return {
    consultationId: row.id,
    recordId: row.record_id,
    recordVersion: row.version,
    agencyId: row.agency_id,
    facts,
  };
}

/** Call inside the transaction that stores the case: the order of these rows is the order of seats. */
export async function noteReply(
  inside: Pick<Desk, 'db'>,
  { consultationId, point }: AdmittedReply,
  caseId: string,
): Promise<void> {
  await inside.db
    .insertInto('consultation_replies')
    .values({
      ...{ case_id: caseId, consultation_id: consultationId, point },
      ...{ verdict: null, gist: '', reason: '', sorted_at: null, sorted_by: null, is_chosen: 0 },
    })
    .execute();
}

/** How a sign-up stands, for its receipt; null for anything that is none. */
export interface SignUpStanding {
  /** Counts from 1; null once it was withdrawn. */
  readonly place: number | null;
  readonly seats: number;
  readonly isWaiting: boolean;
}

export async function signUpStanding(
  { db }: Pick<Desk, 'db'>,
  submissionId: string,
): Promise<SignUpStanding | null> {
  const own = await db
    .selectFrom('cases')
    .innerJoin('consultation_replies as reply', 'reply.case_id', 'cases.id')
    .select(['reply.consultation_id', 'reply.seq'])
    .where('cases.submission_id', '=', submissionId)
    .where('cases.kind', '=', 'hearing')
    .executeTakeFirst();
  if (own === undefined) return null;
  const rows = await signUps(db, own.consultation_id);
  const seats = await seatCount(db, own.consultation_id);
  const at = rows.findIndex(({ seq }) => seq === own.seq);
  const seat = seatsOf(rows, seats)[at];
  return seat === undefined ? null : { ...seat, seats };
}

/** Sign-ups in the order they came. */
export async function signUps(db: Database, consultationId: string) {
  const rows = await db
    .selectFrom('consultation_replies as reply')
    .innerJoin('cases', 'cases.id', 'reply.case_id')
    .select(['reply.seq', 'reply.case_id', 'cases.state'])
    .where('reply.consultation_id', '=', consultationId)
    .orderBy('reply.seq')
    .execute();
  return rows.map(({ seq, case_id, state }) => ({
    seq,
    caseId: case_id,
    isWithdrawn: state === 'withdrawn' || state === 'merged',
  }));
}

/** Seats as the public reads them. */
async function seatCount(db: Database, consultationId: string): Promise<number> {
  const row = await db
    .selectFrom('consultations as asked')
    .innerJoin('records as record', 'record.id', 'asked.record_id')
    .innerJoin('record_versions as public', (join) =>
      join
        .onRef('public.record_id', '=', 'record.id')
        .onRef('public.version', '=', 'record.published_version'),
    )
    .select('public.content_json')
    .where('asked.id', '=', consultationId)
    .executeTakeFirst();
  return factsOf(row?.content_json ?? null)?.consultation.hearing?.seats ?? 0;
}
