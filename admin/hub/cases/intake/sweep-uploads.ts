// Removes uploads nothing was submitted with, and bounds the room they take.
import { AppError } from '#shared/errors/app-error.ts';
import type { CaseDesk } from '../case-desk.ts';
import { removeFile, removeUnknown } from '../files/case-file-store.ts';

/** An upload not touched for so long is given up. */
const keepMs = 24 * 3_600_000;
/** What unsubmitted uploads may take together. */
export const roomBytes = 4_000_000_000;
/** When room is short, unfinished ones that have been idle for so long go first. */
const idleMs = 3_600_000;

/** Removes what was given up, and files no row knows of. */
export async function sweepUploads(cases: CaseDesk): Promise<{ readonly removed: number }> {
  const before = cases.desk.now() - keepMs;
  const removed = await removeUntouched(cases, before, false);
  const rows = await cases.desk.db.selectFrom('case_files').select(['id', 'is_complete']).execute();
  return { removed: removed + (await removeUnknown(cases.filesDir, rows, before)) };
}

/** Throws `cases.uploads-full` when unsubmitted uploads leave no room for so many bytes more. */
export async function makeRoom(cases: CaseDesk, bytes: number, room = roomBytes): Promise<void> {
  if ((await waitingBytes(cases)) + bytes <= room) return;
  await removeUntouched(cases, cases.desk.now() - idleMs, true);
  if ((await waitingBytes(cases)) + bytes > room) throw new AppError('cases.uploads-full');
}

async function waitingBytes({ desk }: CaseDesk): Promise<number> {
  const { sum } = await desk.db
    .selectFrom('case_files')
    .select((row) => row.fn.sum<number | null>('bytes').as('sum'))
    .where('case_id', 'is', null)
    .executeTakeFirstOrThrow();
  return sum ?? 0;
}

async function removeUntouched(
  { desk, filesDir }: CaseDesk,
  beforeMs: number,
  isUnfinishedOnly: boolean,
): Promise<number> {
  let query = desk.db
    .deleteFrom('case_files')
    .where('case_id', 'is', null)
    .where('touched_at', '<', new Date(beforeMs).toISOString())
    .returning('id');
  if (isUnfinishedOnly) query = query.where('is_complete', '=', 0);
  const rows = await query.execute();
  for (const { id } of rows) await removeFile(filesDir, id);
  return rows.length;
}
