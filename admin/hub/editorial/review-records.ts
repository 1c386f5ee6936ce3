// Approving and withdrawing: what decides which version of which record the next release carries.
import type { ErrorCode } from '#shared/errors/app-error.ts';
import type { Actor, BulkResult, SkippedItem } from '../http/hub-services.ts';
import type { Database } from '../store/tables.ts';
import { approvalRefusals } from './approval-guards.ts';
import { recordAudit, subjectOf } from './audit.ts';
import { type Desk, instant, withTransaction } from './desk.ts';

/** Ids looked up in one statement. */
const chunk = 500;

/** Approves the newest version of these records. Those already approved and those unknown are skipped, and said. */
export function approveRecords(desk: Desk, ids: readonly string[], actor: Actor): Promise<BulkResult> {
  return withTransaction(desk, async (inside) => {
    const judged = await judge(inside.db, ids, (row) =>
      row.state === 'approved' && row.approved_version === row.version ? 'store.already-approved' : null,
    );
    const allowed = await refuse(inside, judged, actor);
    await markApproved(
      inside,
      allowed.todo.map((row) => row.id),
      actor.name,
    );
    return conclude(inside, 'record.approve', allowed, actor);
  });
}

/** Takes these records out of the next release. Drafts were never public and are skipped, and said. */
export function withdrawRecords(desk: Desk, ids: readonly string[], actor: Actor): Promise<BulkResult> {
  return withTransaction(desk, async (inside) => {
    const judged = await judge(inside.db, ids, (row) => {
      if (row.state === 'withdrawn') return 'store.already-withdrawn';
      return row.state === 'draft' ? 'store.not-public' : null;
    });
    for (const part of chunks(judged.todo)) {
      await inside.db
        .updateTable('records')
        .set({
          state: 'withdrawn',
          approved_version: null,
          approved_at: null,
          approved_by: null,
          withdrawn_at: instant(desk),
        })
        .where(
          'id',
          'in',
          part.map((row) => row.id),
        )
        .execute();
    }
    return conclude(inside, 'record.withdraw', judged, actor);
  });
}

/** Makes the newest version of these records the public one. Call inside a transaction. */
export async function markApproved(desk: Desk, ids: readonly string[], who: string): Promise<void> {
  for (const part of chunks(ids)) {
    await desk.db
      .updateTable('records')
      .set((table) => ({
        state: 'approved',
        approved_version: table.ref('version'),
        approved_at: instant(desk),
        approved_by: who,
        withdrawn_at: null,
      }))
      .where('id', 'in', part)
      .execute();
  }
}

type ReviewRow = Awaited<ReturnType<typeof loadReviewRows>>[number];

interface Judged {
  readonly todo: readonly ReviewRow[];
  readonly skipped: readonly SkippedItem[];
}

async function judge(
  db: Database,
  ids: readonly string[],
  refusal: (row: ReviewRow) => ErrorCode | null,
): Promise<Judged> {
  const unique = [...new Set(ids)];
  const rows = new Map<string, ReviewRow>();
  for (const part of chunks(unique)) {
    for (const row of await loadReviewRows(db, part)) rows.set(row.id, row);
  }
  const todo: ReviewRow[] = [];
  const skipped: SkippedItem[] = [];
  for (const id of unique) {
    const row = rows.get(id);
    const code = row === undefined ? 'not-found' : refusal(row);
    if (row !== undefined && code === null) todo.push(row);
    else skipped.push({ id, code: code ?? 'not-found', details: { what: row?.title ?? id } });
  }
  return { todo, skipped };
}

/** Moves those a guard objects to from what is done to what is skipped. */
async function refuse(desk: Desk, { todo, skipped }: Judged, actor: Actor): Promise<Judged> {
  const candidates = todo.map((row) => ({
    id: row.id,
    version: row.version,
    approvedVersion: row.approved_version,
  }));
  const refusals = await approvalRefusals(desk, candidates, actor);
  const refused = todo.flatMap((row): SkippedItem[] => {
    const code = refusals.get(row.id);
    return code === undefined ? [] : [{ id: row.id, code, details: { what: row.title } }];
  });
  return { todo: todo.filter(({ id }) => !refusals.has(id)), skipped: [...skipped, ...refused] };
}

function loadReviewRows(db: Database, ids: readonly string[]) {
  return db
    .selectFrom('records')
    .select(['id', 'title', 'state', 'version', 'approved_version'])
    .where('id', 'in', ids)
    .execute();
}

async function conclude(
  desk: Desk,
  action: 'record.approve' | 'record.withdraw',
  { todo, skipped }: Judged,
  actor: Actor,
): Promise<BulkResult> {
  if (todo.length > 0) {
    await recordAudit(desk, {
      who: actor.name,
      action,
      subject: subjectOf(todo.map((row) => row.title)),
      details: { records: todo.map((row) => ({ id: row.id, version: row.version })) },
    });
  }
  return { done: todo.length, skipped };
}

function* chunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += chunk) yield items.slice(from, from + chunk);
}
