// What an applicant does with a case after it was sent: completes it, takes it back, says how good the answer was.
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { type CaseKind, type CaseState, settledStates } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CaseEventKind } from '#shared/protocol/case-desk-api.ts';
import type { Completion } from '#shared/protocol/cases-api.ts';
import { loadCalendar } from '../../calendar/calendar-store.ts';
import { instant } from '../../editorial/desk.ts';
import type { CaseTable } from '../../store/case-tables.ts';
import { type CaseFacts, termOfCase } from '../case-clock.ts';
import { type CaseDesk, withCaseTransaction } from '../case-desk.ts';
import { loadCaseSettings } from '../case-settings.ts';
import { type CaseWords, openWords, sealNote, sealWords } from '../case-words.ts';
import { bindFiles, requireFinishedFiles } from '../files/bind-files.ts';
import { loadEvents } from './case-progress.ts';
import { findByCode, type OpenCaseRow } from './find-by-code.ts';

/** Sent again it is the same completion. Throws `cases.not-awaiting-completion`. */
export async function completeCase(cases: CaseDesk, completion: Completion): Promise<void> {
  await withCaseTransaction(cases, async (inside) => {
    const row = await findByCode(inside, completion.code, completion.lastFour);
    if (await isTaken(inside, row.id, completion.submissionId)) return;
    if (row.state !== 'completing') throw new AppError('cases.not-awaiting-completion');
    await requireFinishedFiles(inside, completion.files);
    await addEvent(inside, row, { kind: 'completed', facts: { files: completion.files.length } });
    await bindFiles(inside, row.id, completion.files);
    const due_on = await dueAfterwards(inside, row);
    await changeCase(inside, row, { state: 'accepted', due_on }, { completion: completion.content });
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

async function dueAfterwards(cases: CaseDesk, row: OpenCaseRow): Promise<string | null> {
  const { db } = cases.desk;
  const { answerWorkingDays } = await loadCaseSettings(db);
  const of = { kind: row.kind as CaseKind, receivedOn: row.received_on, answerWorkingDays };
  return termOfCase(await loadCalendar(db), of, await loadEvents(cases, row.id)).dueOn;
}

/** Taking it back again changes nothing. Throws `cases.settled` for what was answered already. */
export async function withdrawCase(cases: CaseDesk, code: string, lastFour: string): Promise<void> {
  await withCaseTransaction(cases, async (inside) => {
    const row = await findByCode(inside, code, lastFour);
    if (row.state === 'withdrawn') return;
    if (settledStates.includes(row.state as CaseState)) throw new AppError('cases.settled');
    await addEvent(inside, row, { kind: 'withdrawn' });
    const settled_on = chinaDate(inside.desk.now());
    await changeCase(inside, row, { state: 'withdrawn', settled_on });
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
    await addEvent(inside, row, { kind: 'satisfaction', facts: { score }, note: words });
    await changeCase(inside, row, { satisfaction: score }, { satisfactionWords: words });
  });
}

interface NewEvent {
  readonly kind: CaseEventKind;
  readonly facts?: CaseFacts;
  readonly note?: string;
}

/** `who` is empty: the applicant. */
async function addEvent({ desk, vault }: CaseDesk, row: OpenCaseRow, event: NewEvent): Promise<void> {
  const { kind, facts = {}, note = '' } = event;
  const key = await vault.unwrap(row.wrapped_key, row.id);
  await desk.db
    .insertInto('case_events')
    .values({
      case_id: row.id,
      kind,
      at: instant(desk),
      on_day: chinaDate(desk.now()),
      who: '',
      facts_json: JSON.stringify(facts),
      sealed: note === '' ? null : sealNote(vault, key, row.id, note),
    })
    .execute();
}

/** Columns and words of a case, with a revision more: whoever has it open at the desk is told. */
async function changeCase(
  { desk, vault }: CaseDesk,
  row: OpenCaseRow,
  columns: Partial<CaseTable>,
  words: Partial<CaseWords> = {},
): Promise<void> {
  const key = await vault.unwrap(row.wrapped_key, row.id);
  const sealed = sealWords(vault, key, row.id, { ...openWords(vault, key, row.id, row.sealed), ...words });
  await desk.db
    .updateTable('cases')
    .set({ ...columns, sealed, revision: row.revision + 1, updated_at: instant(desk) })
    .where('id', '=', row.id)
    .execute();
}
