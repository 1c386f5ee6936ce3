// What an applicant does with a case after it was sent: completes it, takes it back, says how good the answer was.
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { type CaseState, settledStates } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Completion } from '#shared/protocol/cases-api.ts';
import { instant } from '../../editorial/desk.ts';
import { type CaseDesk, withCaseTransaction } from '../case-desk.ts';
import { addEvent, type NewEvent, recountCase } from '../case-events.ts';
import { type CaseWords, openWords, sealWords } from '../case-words.ts';
import { bindFiles, requireFinishedFiles } from '../files/bind-files.ts';
import { findByCode, type OpenCaseRow } from './find-by-code.ts';

/** In whose name events stand that are the applicant's own: nobody's. */
const applicantName = '';

/** Sent again it is the same completion. Throws `cases.not-awaiting-completion`. */
export async function completeCase(cases: CaseDesk, completion: Completion): Promise<void> {
  await withCaseTransaction(cases, async (inside) => {
    const row = await findByCode(inside, completion.code, completion.lastFour);
    if (await isTaken(inside, row.id, completion.submissionId)) return;
    if (row.state !== 'completing') throw new AppError('cases.not-awaiting-completion');
    await requireFinishedFiles(inside, completion.files);
    await bindFiles(inside, row.id, completion.files);
    const event = { kind: 'completed', facts: { files: completion.files.length } } as const;
    await takeIn(inside, row, event, { completion: completion.content });
    await inside.desk.db
      .insertInto('case_submissions')
      .values({ submission_id: completion.submissionId, case_id: row.id, at: instant(inside.desk) })
      .execute();
  });
}

async function isTaken({ desk }: CaseDesk, caseId: string, submissionId: string): Promise<boolean> {
  const taken = await desk.db
    .selectFrom('case_submissions')
    .select('case_id')
    .where('submission_id', '=', submissionId)
    .executeTakeFirst();
  if (taken !== undefined && taken.case_id !== caseId) throw new AppError('cases.not-found');
  return taken !== undefined;
}

/** Taking it back again changes nothing. Throws `cases.settled` for what was answered already. */
export async function withdrawCase(cases: CaseDesk, code: string, lastFour: string): Promise<void> {
  await withCaseTransaction(cases, async (inside) => {
    const row = await findByCode(inside, code, lastFour);
    if (row.state === 'withdrawn') return;
    if (settledStates.includes(row.state as CaseState)) throw new AppError('cases.settled');
    await takeIn(inside, row, { kind: 'withdrawn' });
  });
}

/** The latest counts. Throws `cases.not-answered`. */
export async function rateCase(
  cases: CaseDesk,
  code: string,
  lastFour: string,
  rating: { readonly score: number; readonly words: string },
): Promise<void> {
  await withCaseTransaction(cases, async (inside) => {
    const row = await findByCode(inside, code, lastFour);
    if (row.state !== 'answered' && row.state !== 'closed') throw new AppError('cases.not-answered');
    const { score, words } = rating;
    await takeIn(
      inside,
      row,
      { kind: 'satisfaction', facts: { score }, note: words },
      { satisfactionWords: words },
    );
    await inside.desk.db.updateTable('cases').set({ satisfaction: score }).where('id', '=', row.id).execute();
  });
}

/** Puts an event down, changes the words, and counts the row anew from its events, as an act of the office does. */
async function takeIn(
  { desk, vault }: CaseDesk,
  row: OpenCaseRow,
  event: Omit<NewEvent, 'on'>,
  words: Partial<CaseWords> = {},
): Promise<void> {
  const key = await vault.unwrap(row.wrapped_key, row.id);
  const onToday = { ...event, on: chinaDate(desk.now()) };
  await addEvent(desk, vault, { id: row.id, key }, onToday, applicantName);
  const sealed = sealWords(vault, key, row.id, { ...openWords(vault, key, row.id, row.sealed), ...words });
  await desk.db.updateTable('cases').set({ sealed }).where('id', '=', row.id).execute();
  await recountCase(desk, row.id);
}
