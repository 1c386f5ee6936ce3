// Files of a case at the desk: an applicant's opened for who handles it, the office's taken in for a reply.

import { type CaseState, settledStates } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { recordAudit } from '../../editorial/audit.ts';
import type { Actor } from '../../http/actor.ts';
import { type CaseDesk, withCaseTransaction } from '../case-desk.ts';
import { keepOfficeFile, type ReadCaseFile, readCaseFile } from '../files/keep-file.ts';
import { findCase, requireRight } from './opened-case.ts';

/** Every reading is on record. Throws `not-found`. */
export async function readFileOfCase(
  caseDesk: CaseDesk,
  id: string,
  fileId: string,
  actor: Actor,
): Promise<ReadCaseFile> {
  requireRight(actor, 'cases.handle');
  const { number } = await findCase(caseDesk, id, actor);
  const file = await caseDesk.desk.db
    .selectFrom('case_files')
    .selectAll()
    .where('id', '=', fileId)
    .where('case_id', '=', id)
    .where('is_complete', '=', 1)
    .executeTakeFirst();
  if (file === undefined) throw new AppError('not-found', { what: fileId.slice(0, 60) });
  const read = await readCaseFile(caseDesk, file);
  const details = { id, fileId };
  await recordAudit(caseDesk.desk, { who: actor.name, action: 'case.file', subject: number, details });
  return read;
}

/** The file counts for the applicant once a reply names it. Throws `cases.file-type` and what else is wrong with it. */
export async function addOfficeFile(
  caseDesk: CaseDesk,
  id: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
  actor: Actor,
): Promise<{ readonly id: string }> {
  requireRight(actor, 'cases.handle');
  const row = await findCase(caseDesk, id, actor);
  if (row.erased_at !== null) throw new AppError('cases.erased');
  if (settledStates.includes(row.state as CaseState)) throw new AppError('cases.act-closed');
  return withCaseTransaction(caseDesk, async (inside) => {
    const kept = await keepOfficeFile(inside, id, file);
    const details = { id, act: 'add-file', fileId: kept.id };
    await recordAudit(inside.desk, { who: actor.name, action: 'case.act', subject: row.number, details });
    return kept;
  });
}
