// Answers the case behind a reply: whoever looks it up by its code reads what became of it.
import { chinaDate } from '#shared/calendar/civil-day.ts';
import type { CaseOutcome } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { keyOfCase, openWords, sealNote, sealWords } from '../cases/case-words.ts';
import { instant } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { ReplyDesk } from './reply-desk.ts';

/** Gives the case's number. Call inside a transaction. Of an erased case nothing is left to answer. */
export async function answerCase(
  { desk, vault }: ReplyDesk,
  caseId: string,
  answer: string,
  outcome: CaseOutcome | null,
  actor: Actor,
): Promise<string> {
  const row = await desk.db.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: caseId });
  const key = await keyOfCase(vault, row);
  if (key === null || row.sealed === null) return row.number;
  const words = openWords(vault, key, caseId, row.sealed);
  const today = chinaDate(desk.now());
  await desk.db
    .updateTable('cases')
    .set({
      ...{ state: 'answered', outcome, settled_on: today, replied_on: today, updated_at: instant(desk) },
      ...{ sealed: sealWords(vault, key, caseId, { ...words, answer }), revision: row.revision + 1 },
    })
    .where('id', '=', caseId)
    .execute();
  await desk.db
    .insertInto('case_events')
    .values({
      ...{ case_id: caseId, kind: 'answered', at: instant(desk), on_day: today, who: actor.name },
      ...{ facts_json: JSON.stringify({ outcome }), sealed: sealNote(vault, key, caseId, answer) },
    })
    .execute();
  return row.number;
}
