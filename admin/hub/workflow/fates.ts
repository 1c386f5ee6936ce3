// The end of a record: archived, or superseded by a newer one; and back again.
import { AppError } from '#shared/errors/app-error.ts';
import { type AuditAction, recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { markWithdrawn } from './approve-versions.ts';
import { requireOne } from './bulk-act.ts';
import { loadStandings, type StandingRecord } from './record-standings.ts';
import { recallReviews } from './review-store.ts';

/** Out of the next release and out of work. Throws what the rules refuse. */
export function archiveRecord(desk: Desk, recordId: string, reason: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const record = await requireOne(inside, 'archive', { recordId }, actor);
    await close(inside, record, { fate: 'archived', successorId: null, reason }, actor);
  });
}

/** As archived, naming the public record that took its place. Throws what the rules refuse, or `workflow.bad-successor`. */
export function supersedeRecord(
  desk: Desk,
  recordId: string,
  end: { readonly successorId: string; readonly reason: string },
  actor: Actor,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const record = await requireOne(inside, 'supersede', { recordId }, actor);
    const successor = (await loadStandings(inside.db, [end.successorId], actor.name)).get(end.successorId);
    const isFit = successor !== undefined && successor.id !== record.id && successor.state === 'approved';
    if (!isFit) throw new AppError('workflow.bad-successor', { what: record.title });
    await close(inside, record, { fate: 'superseded', ...end }, actor);
  });
}

/** Back to work, as withdrawn. Throws `workflow.not-archived`. */
export function restoreRecord(desk: Desk, recordId: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const record = await requireOne(inside, 'restore', { recordId }, actor);
    await inside.db.deleteFrom('record_fates').where('record_id', '=', record.id).execute();
    await note(inside, 'record.restore', record, actor, {});
  });
}

interface End {
  readonly fate: 'superseded' | 'archived';
  readonly successorId: string | null;
  readonly reason: string;
}

async function close(inside: Desk, record: StandingRecord, end: End, actor: Actor): Promise<void> {
  const { fate, successorId, reason } = end;
  await recallReviews(inside, [record.id]);
  await markWithdrawn(inside, [record.id]);
  await inside.db
    .insertInto('record_fates')
    .values({
      record_id: record.id,
      fate,
      successor_id: successorId,
      reason,
      who: actor.name,
      at: instant(inside),
    })
    .execute();
  const action = fate === 'archived' ? 'record.archive' : 'record.supersede';
  await note(inside, action, record, actor, {
    ...(successorId === null ? {} : { successorId }),
    ...(reason === '' ? {} : { reason }),
  });
}

function note(
  inside: Desk,
  action: AuditAction,
  { id, title }: StandingRecord,
  { name }: Actor,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(inside, { who: name, action, subject: title, details: { id, ...details } });
}
