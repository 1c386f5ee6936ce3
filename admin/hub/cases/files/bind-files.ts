// Ties finished uploads to the case they were sent with.
import { AppError } from '#shared/errors/app-error.ts';
import type { CaseDesk } from '../case-desk.ts';

/** Throws `cases.file-missing` for an upload that is unfinished, goes with another case, or was swept. */
export async function requireFinishedFiles({ desk }: CaseDesk, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return;
  const found = await desk.db
    .selectFrom('case_files')
    .select('id')
    .where('id', 'in', [...wanted])
    .where('case_id', 'is', null)
    .where('origin', '=', 'applicant')
    .where('is_complete', '=', 1)
    .execute();
  if (found.length !== wanted.size) throw new AppError('cases.file-missing');
}

/** Call it inside the transaction that asked `requireFinishedFiles`. */
export async function bindFiles({ desk }: CaseDesk, caseId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await desk.db
    .updateTable('case_files')
    .set({ case_id: caseId })
    .where('id', 'in', [...ids])
    .execute();
}
