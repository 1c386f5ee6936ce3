// Puts an import on record: the batch its versions belong to, and the audit entries of who ran and approved it.
import type { ImportedFileReport, ImportRequest } from '../../http/hub-services.ts';
import { recordAudit, subjectOf } from '../audit.ts';
import { type Desk, instant, withTransaction } from '../desk.ts';
import { canonicalJson } from '../stored-content.ts';

/** Opens the batch before its first row, so that nothing is ever approved without being on record. */
export async function beginBatch(
  desk: Desk,
  request: Pick<ImportRequest, 'actor' | 'approve' | 'sources'>,
  isInTransaction: boolean,
): Promise<string> {
  const id = desk.newId('b');
  const who = request.actor.name;
  const files = request.sources.map((source) => source.name);
  const work = async (inside: Desk): Promise<void> => {
    await inside.db
      .insertInto('import_batches')
      .values({
        id,
        started_at: instant(inside),
        finished_at: null,
        who,
        approves: request.approve ? 1 : 0,
        files_json: canonicalJson(files),
        created: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
      })
      .execute();
    const note = { who, subject: subjectOf(files), details: { batchId: id } };
    await recordAudit(inside, { ...note, action: 'import.run' });
    if (request.approve) await recordAudit(inside, { ...note, action: 'import.approve' });
  };
  await (isInTransaction ? work(desk) : withTransaction(desk, work));
  return id;
}

/** Closes the batch with its figures. */
export async function finishBatch(
  desk: Desk,
  id: string,
  reports: readonly ImportedFileReport[],
): Promise<void> {
  const total = (count: 'created' | 'updated' | 'unchanged' | 'rejectedCount'): number =>
    reports.reduce((sum, report) => sum + report[count], 0);
  await desk.db
    .updateTable('import_batches')
    .set({
      finished_at: instant(desk),
      created: total('created'),
      updated: total('updated'),
      unchanged: total('unchanged'),
      rejected: total('rejectedCount'),
    })
    .where('id', '=', id)
    .execute();
}
