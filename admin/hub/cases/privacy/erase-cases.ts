// Forgets the personal data of cases: keys, sealed words, digests and files go; the ledger keeps number, kind and days.
import { instant } from '../../editorial/desk.ts';
import type { CaseDesk } from '../case-desk.ts';
import { removeFile } from '../files/case-file-store.ts';
import { listErased } from './erased-list.ts';
import { scrubbingTransaction } from './scrub-store.ts';

/** Ids of those that were not erased before; `note` puts it on record in the same transaction. */
export async function eraseCases(
  cases: CaseDesk,
  ids: readonly string[],
  note: (inside: CaseDesk, numbers: readonly string[]) => Promise<void>,
): Promise<number> {
  // Listed first: whatever breaks off from here on is taken up again by the daily work.
  const waiting = await notErased(cases, ids);
  await listErased(
    cases.erasedList,
    waiting.map(({ id }) => id),
  );
  if (waiting.length === 0) return 0;
  const fileIds = await scrubbingTransaction(cases.desk.db, async (db) => {
    const inside = { ...cases, desk: { ...cases.desk, db } };
    await note(
      inside,
      waiting.map(({ number }) => number),
    );
    const files: string[] = [];
    for (const { id } of waiting) files.push(...(await eraseRows(inside, id)));
    return files;
  });
  for (const id of fileIds) await removeFile(cases.filesDir, id);
  return waiting.length;
}

async function notErased({ desk }: CaseDesk, ids: readonly string[]) {
  const found: { id: string; number: string }[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await desk.db
      .selectFrom('cases')
      .select(['id', 'number'])
      .where('id', 'in', ids.slice(at, at + 500))
      .where('erased_at', 'is', null)
      .execute();
    found.push(...rows);
  }
  return found;
}

/** The ids of the files whose rows went. */
async function eraseRows({ desk }: CaseDesk, id: string): Promise<readonly string[]> {
  const { db } = desk;
  const at = instant(desk);
  await db
    .updateTable('cases')
    .set({
      wrapped_key: null,
      sealed: null,
      person_digest: null,
      words_digest: null,
      phone_digest: null,
      code_digest: `erased ${id}`,
      erased_at: at,
      updated_at: at,
    })
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await db
    .updateTable('case_events')
    .set({ sealed: null })
    .where('case_id', '=', id)
    .where('sealed', 'is not', null)
    .execute();
  await db.updateTable('case_papers').set({ sealed: null }).where('case_id', '=', id).execute();
  const files = await db.deleteFrom('case_files').where('case_id', '=', id).returning('id').execute();
  return files.map((file) => file.id);
}
