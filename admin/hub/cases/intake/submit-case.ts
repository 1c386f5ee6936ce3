// Takes a submission: the case, its first event, its files and its receipt, all in one transaction.
import { chinaDate } from '#shared/calendar/civil-day.ts';
import type { CaseChannel } from '#shared/cases/case-kinds.ts';
import { parseHandoff } from '#shared/handoff/codes.ts';
import type { CaseReceipt, Submission } from '#shared/protocol/cases-api.ts';
import { loadCalendar } from '../../calendar/calendar-store.ts';
import { instant } from '../../editorial/desk.ts';
import type { CaseTable } from '../../store/case-tables.ts';
import { termOfCase } from '../case-clock.ts';
import { type CaseDesk, withCaseTransaction } from '../case-desk.ts';
import { codeDigests, lastFourOf, personKey, wordsKey } from '../case-digests.ts';
import { requireFittingKey } from '../case-key.ts';
import { loadCaseSettings } from '../case-settings.ts';
import { type CaseWords, sealWords } from '../case-words.ts';
import { bindFiles, requireFinishedFiles } from '../files/bind-files.ts';
import { takeCaseNumber } from './case-number.ts';
import { checkSubmission } from './check-submission.ts';
import { receiptCode, receiptOf } from './receipts.ts';

/** What staff who take it down know beside it; online and from a kiosk it is today and nobody. */
export interface SubmissionCircumstances {
  readonly receivedOn?: string;
  /** Name of the account that took it down; empty for the applicant. */
  readonly who?: string;
  /** The consultation, notice or hearing it answers. */
  readonly consultationId?: string | null;
}

export interface TakenCase {
  readonly id: string;
  readonly receipt: CaseReceipt;
  /** False when it had arrived before. */
  readonly isNew: boolean;
}

/** Durable when it answers; the same submission id gets the same receipt. */
export async function submitCase(
  cases: CaseDesk,
  submission: Submission,
  channel: CaseChannel,
  circumstances: SubmissionCircumstances = {},
): Promise<TakenCase> {
  const known = await findTaken(cases, submission.submissionId);
  if (known !== null) return known;
  return withCaseTransaction(cases, (inside) =>
    submitInTransaction(inside, submission, channel, circumstances),
  );
}

/**
 * The same within a transaction the caller has begun: `cases.desk` is the desk inside it. Throws `cases.…` naming what
 * is missing; the caller's transaction has to fail then or go on without it, nothing was written.
 */
export async function submitInTransaction(
  cases: CaseDesk,
  submission: Submission,
  channel: CaseChannel,
  circumstances: SubmissionCircumstances = {},
): Promise<TakenCase> {
  const known = await findTaken(cases, submission.submissionId);
  if (known !== null) return known;
  await requireFittingKey(cases);
  checkSubmission(submission, channel, await loadCaseSettings(cases.desk.db));
  await requireFinishedFiles(cases, submission.files);
  const id = cases.desk.newId('c');
  const code = await receiptCode(cases.vault, submission.submissionId);
  const row = await makeRow(cases, submission, { ...circumstances, id, code, channel });
  await cases.desk.db.insertInto('cases').values(row).execute();
  await cases.desk.db
    .insertInto('case_events')
    .values({
      case_id: id,
      kind: 'received',
      at: row.created_at,
      on_day: row.received_on,
      who: circumstances.who ?? '',
      facts_json: JSON.stringify({ channel }),
      sealed: null,
    })
    .execute();
  await bindFiles(cases, id, submission.files);
  return { id, receipt: receiptOf(row, code), isNew: true };
}

async function findTaken(cases: CaseDesk, submissionId: string): Promise<TakenCase | null> {
  const row = await cases.desk.db
    .selectFrom('cases')
    .select(['id', 'kind', 'number', 'received_on', 'phone_digest'])
    .where('submission_id', '=', submissionId)
    .executeTakeFirst();
  if (row === undefined) return null;
  await requireFittingKey(cases);
  const code = await receiptCode(cases.vault, submissionId);
  return { id: row.id, receipt: receiptOf(row, code), isNew: false };
}

interface RowFacts extends SubmissionCircumstances {
  readonly id: string;
  readonly code: string;
  readonly channel: CaseChannel;
}

async function makeRow(
  cases: CaseDesk,
  submission: Submission,
  { id, code, channel, receivedOn = chinaDate(cases.desk.now()), consultationId = null }: RowFacts,
): Promise<CaseTable> {
  const { desk, vault } = cases;
  const at = instant(desk);
  const { applicant, kind } = submission;
  const { key, wrapped } = await vault.newKey(id);
  const lastFour = lastFourOf(applicant?.phone ?? '');
  const digests = await codeDigests(vault.digest, code, lastFour);
  const person = applicant === null ? null : personKey(applicant);
  const { answerWorkingDays } = await loadCaseSettings(desk.db);
  const calendar = await loadCalendar(desk.db);
  const { dueOn } = termOfCase(calendar, { kind, receivedOn, answerWorkingDays }, []);
  const record = await findRecord(cases, submission.recordCode);
  return {
    id,
    kind,
    number: await takeCaseNumber(desk.db, kind, receivedOn),
    code_digest: digests.code,
    phone_digest: lastFour === '' ? null : digests.phone,
    submission_id: submission.submissionId,
    channel,
    state: 'received',
    agency_id: await findAgency(cases, submission.agencyId),
    handler_id: null,
    applicant_class: applicant?.class ?? null,
    record_id: record?.id ?? null,
    record_version: record?.version ?? null,
    consultation_id: consultationId,
    received_on: receivedOn,
    due_on: dueOn,
    wanted_form: submission.wantedForm,
    wanted_route: submission.wantedRoute,
    may_publish: submission.mayPublish ? 1 : 0,
    person_digest: person === null ? null : await vault.digest('person', person),
    words_digest: await vault.digest('words', wordsKey(submission)),
    wrapped_key: wrapped,
    sealed: sealWords(vault, key, id, wordsOf(submission)),
    revision: 1,
    created_at: at,
    updated_at: at,
    ...untouched,
  };
}

/** What only handling fills in. */
const untouched = {
  reply_kind: null,
  ground: null,
  replied_on: null,
  outcome: null,
  satisfaction: null,
  merged_into: null,
  published_json: null,
  published_at: null,
  content_record_id: null,
  settled_on: null,
  erased_at: null,
} as const;

function wordsOf(submission: Submission): CaseWords {
  const { applicant, title, content, wrong, right, triedSearch } = submission;
  return {
    ...{ applicant, title, content, wrong, right, triedSearch },
    ...{ completionWanted: '', completion: '', answer: '', leftOut: '', satisfactionWords: '' },
  };
}

/** An agency that has gone meanwhile is no reason to refuse: the office decides who answers. */
async function findAgency({ desk }: CaseDesk, agencyId: string | null): Promise<string | null> {
  if (agencyId === null) return null;
  const found = await desk.db
    .selectFrom('agencies')
    .select('id')
    .where('id', '=', agencyId)
    .executeTakeFirst();
  return found?.id ?? null;
}

async function findRecord({ desk }: CaseDesk, recordCode: string | null) {
  const handoff = recordCode === null ? null : parseHandoff(recordCode);
  if (handoff === null) return null;
  const found = await desk.db
    .selectFrom('records')
    .select('id')
    .where('code', '=', handoff.code)
    .executeTakeFirst();
  return found === undefined ? null : { id: found.id, version: handoff.version };
}
