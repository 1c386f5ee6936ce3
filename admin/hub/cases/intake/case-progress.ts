// How a case stands, as its applicant reads it: state, steps, the due date and why, the answer and its files.
import { explanationLines, explanationSummary } from '#shared/calendar/day-words.ts';
import { type CaseKind, type CaseOutcome, type CaseState, settledStates } from '#shared/cases/case-kinds.ts';
import type { Language } from '#shared/errors/app-error.ts';
import { formatHandoff } from '#shared/handoff/codes.ts';
import type { CaseProgress } from '#shared/protocol/cases-api.ts';
import { loadCalendar } from '../../calendar/calendar-store.ts';
import type { CaseEventTable } from '../../store/case-tables.ts';
import { answerOfMerged } from '../answer-of-merged.ts';
import { type CaseTerm, readFacts, termOfCase } from '../case-clock.ts';
import type { CaseDesk } from '../case-desk.ts';
import { loadCaseSettings } from '../case-settings.ts';
import { openNote, openWords } from '../case-words.ts';
import { openFileName } from '../files/keep-file.ts';
import type { OpenCaseRow } from './find-by-code.ts';
import { answerSteps, progressSteps } from './progress-steps.ts';

type Event = Pick<CaseEventTable, 'kind' | 'on_day' | 'facts_json' | 'sealed'>;

/** States in which an answer may be rated. */
const ratedStates: readonly CaseState[] = ['answered', 'closed'];

export async function progressOf(
  cases: CaseDesk,
  row: OpenCaseRow,
  language: Language = 'zh-CN',
): Promise<CaseProgress> {
  const { vault } = cases;
  const key = await vault.unwrap(row.wrapped_key, row.id);
  const words = openWords(vault, key, row.id, row.sealed);
  const events = await loadEvents(cases, row.id);
  const state = row.state as CaseState;
  const isCompleting = state === 'completing';
  const { dueOn, explanation } = await termToTell(cases, row, events);
  const answered = await answerOfMerged(cases, row);
  const told = answered === null ? events : await loadEvents(cases, answered.row.id);
  return {
    kind: row.kind as CaseKind,
    number: row.number,
    title: words.title,
    agencyName: await agencyName(cases, row.agency_id),
    state,
    receivedOn: row.received_on,
    dueOn,
    dueExplanation:
      explanation === null
        ? []
        : [explanationSummary(explanation, language), ...explanationLines(explanation, language)],
    steps: [
      ...progressSteps(events, (sealed) => openNote(vault, key, row.id, sealed), language),
      ...(answered === null ? [] : answerSteps(told, language)),
    ],
    answer: answered?.answer ?? words.answer,
    outcome: (answered?.row ?? row).outcome as CaseOutcome | null,
    completionWanted: isCompleting ? words.completionWanted : '',
    completionUntil: isCompleting ? textFact(events, 'completion-asked', 'until') : null,
    records: await repliedRecords(cases, told),
    // What was sent with an answer to somebody else may name them.
    files:
      answered?.isSamePerson === false ? [] : await repliedFiles(cases, answered?.row.id ?? row.id, told),
    canRate: ratedStates.includes(state) && words.answer !== '',
  };
}

export function loadEvents({ desk }: CaseDesk, caseId: string): Promise<Event[]> {
  return desk.db
    .selectFrom('case_events')
    .select(['kind', 'on_day', 'facts_json', 'sealed'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
}

/** The term as its events give it; the ledger's own date where they do not. Nothing runs once it is settled. */
async function termToTell(cases: CaseDesk, row: OpenCaseRow, events: readonly Event[]): Promise<CaseTerm> {
  const { db } = cases.desk;
  if (settledStates.includes(row.state as CaseState)) return { dueOn: null, explanation: null };
  const { answerWorkingDays } = await loadCaseSettings(db);
  const of = { kind: row.kind as CaseKind, receivedOn: row.received_on, answerWorkingDays };
  const term = termOfCase(await loadCalendar(db), of, events);
  const isTold = row.due_on === null || row.due_on === term.dueOn;
  return isTold ? term : { dueOn: row.due_on, explanation: null };
}

async function agencyName({ desk }: CaseDesk, agencyId: string | null): Promise<string> {
  if (agencyId === null) return '';
  const found = await desk.db
    .selectFrom('agencies')
    .select('name')
    .where('id', '=', agencyId)
    .executeTakeFirst();
  return found?.name ?? '';
}

function lastFact(events: readonly Event[], kind: string, name: string) {
  const event = events.findLast((one) => one.kind === kind);
  return event === undefined ? null : (readFacts(event)[name] ?? null);
}

function textFact(events: readonly Event[], kind: string, name: string): string | null {
  const fact = lastFact(events, kind, name);
  return typeof fact === 'string' && fact !== '' ? fact : null;
}

/** Ids a fact lists with commas or blanks between. */
const listed = (events: readonly Event[], name: string): readonly string[] =>
  (textFact(events, 'replied', name) ?? '').split(/[\s,]+/u).filter((id) => id !== '');

async function repliedRecords({ desk }: CaseDesk, events: readonly Event[]) {
  const ids = listed(events, 'recordIds');
  if (ids.length === 0) return [];
  const rows = await desk.db
    .selectFrom('records')
    .select(['id', 'code', 'title', 'approved_version'])
    .where('id', 'in', ids)
    .execute();
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined || row.approved_version === null) return [];
    return [{ code: formatHandoff(row.code, row.approved_version), title: row.title }];
  });
}

/** What the office sent with its reply; files it keeps beside a case are its own. */
async function repliedFiles({ desk, vault }: CaseDesk, caseId: string, events: readonly Event[]) {
  const rows = await repliedFileRows(desk.db, caseId, events);
  const files: CaseProgress['files'] = [];
  for (const { id, bytes, wrapped_key, sealed_name } of rows) {
    const key = await vault.unwrap(wrapped_key, id);
    files.push({ id, bytes, name: openFileName(vault, key, id, sealed_name) });
  }
  return files;
}

/** Rows of the files a reply names. */
export async function repliedFileRows(db: CaseDesk['desk']['db'], caseId: string, events: readonly Event[]) {
  const ids = listed(events, 'files');
  if (ids.length === 0) return [];
  return db
    .selectFrom('case_files')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('origin', '=', 'office')
    .where('id', 'in', ids)
    .execute();
}
