// Fills in the review sheet (审查表) of a version from the record, what was found in it, and the steps of its review.
import { AppError } from '#shared/errors/app-error.ts';
import type { ReviewSheet } from '#shared/protocol/lint-api.ts';
import type { Review, ReviewStep } from '#shared/protocol/workflow-api.ts';
import { isSingleHanded } from '../editorial/single-handed.ts';
import { parseContent, type StoredContent } from '../editorial/stored-content.ts';
import type { Database } from '../store/tables.ts';
import { loadFindingRows } from './record-findings.ts';

/** Where the sheet learns how a version was reviewed, newest passage first. */
export interface ReviewSource {
  reviewsOf(recordId: string): Promise<readonly Review[]>;
}

/** A desk at which nobody has submitted anything. */
export const noReviews: ReviewSource = { reviewsOf: async () => [] };

/** Steps every sheet has a line for, taken or not. */
const usualSteps: readonly ReviewStep[] = ['self-check', 'secrecy', 'legality', 'wording'];

/** Throws `not-found`. Without a version it is the newest. */
export async function loadReviewSheet(
  db: Database,
  reviews: ReviewSource,
  recordId: string,
  wanted: number | null,
): Promise<ReviewSheet> {
  const record = await loadRecord(db, recordId, wanted);
  if (record === undefined) throw new AppError('not-found', { what: recordId });
  const content = parseContent(record.content_json);
  const review =
    (await reviews.reviewsOf(recordId)).find(({ version }) => version === record.version) ?? null;
  const isApproved = record.approved_version === record.version && record.approved_by !== null;
  return {
    ...headOf(content),
    agencyName: record.agency_name,
    code: record.code,
    version: record.version,
    maker: { name: await displayName(db, record.who), at: record.at },
    steps: stepsOf(review),
    approver: await approverOf(db, review, isApproved ? record : null),
    isSingleHanded: await isSingleHanded(db),
    check: await checkOf(db, recordId, record.version),
  };
}

function loadRecord(db: Database, id: string, wanted: number | null) {
  return db
    .selectFrom('records as record')
    .innerJoin('record_versions as version', 'version.record_id', 'record.id')
    .innerJoin('agencies as agency', 'agency.id', 'version.agency_id')
    .select([
      'record.code',
      'record.approved_version',
      'record.approved_at',
      'record.approved_by',
      'version.version',
      'version.content_json',
      'version.at',
      'version.who',
      'agency.name as agency_name',
    ])
    .where('record.id', '=', id)
    .where('version.version', '=', (select) =>
      wanted === null
        ? select.selectFrom('records as own').select('own.version').where('own.id', '=', id)
        : select.val(wanted),
    )
    .executeTakeFirst();
}

function headOf(content: StoredContent) {
  const { kind, title, docNo, indexNo, publishedOn, attachments, details } = content;
  const mode = details?.type === 'matter' ? details.mode : ['proactive'];
  const isBoth = mode.includes('proactive') && mode.includes('on-request');
  return {
    kind,
    title,
    docNo,
    indexNo,
    isOfficialDocument: kind === 'document' && docNo !== null,
    mode: isBoth
      ? ('both' as const)
      : mode.includes('on-request')
        ? ('on-request' as const)
        : ('proactive' as const),
    intendedOn: publishedOn ?? content.shown?.from?.slice(0, 10) ?? null,
    attachments: attachments.map(({ name, bytes }) => ({ name, bytes })),
  };
}

function stepsOf(review: Review | null): ReviewSheet['steps'] {
  const steps = [...new Set([...usualSteps, ...(review?.steps ?? [])])].filter((step) => step !== 'approval');
  return steps.map((step) => {
    const taken = review?.taken.findLast((one) => one.step === step);
    return {
      step,
      decision: taken?.decision ?? null,
      opinion: taken?.opinion ?? '',
      by: taken === undefined ? null : { name: taken.displayName, at: taken.at },
    };
  });
}

async function approverOf(
  db: Database,
  review: Review | null,
  approved: { readonly approved_by: string | null; readonly approved_at: string | null } | null,
): Promise<ReviewSheet['approver']> {
  const taken = review?.taken.findLast(({ step, decision }) => step === 'approval' && decision === 'pass');
  if (taken !== undefined) return { name: taken.displayName, at: taken.at };
  if (approved === null || approved.approved_by === null || approved.approved_at === null) return null;
  return { name: await displayName(db, approved.approved_by), at: approved.approved_at };
}

async function displayName(db: Database, name: string): Promise<string> {
  const account = await db
    .selectFrom('accounts')
    .select('display_name')
    .where('name', '=', name)
    .executeTakeFirst();
  return account?.display_name ?? name;
}

async function checkOf(db: Database, recordId: string, version: number): Promise<ReviewSheet['check']> {
  const run = await db
    .selectFrom('lint_runs')
    .select(['at', 'open', 'hints'])
    .where('record_id', '=', recordId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (run === undefined) return null;
  const rows = await loadFindingRows(db, recordId, version);
  const mended = await db
    .selectFrom('lint_answers')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('record_id', '=', recordId)
    .where('answer', '=', 'mended')
    .where('version', '<=', version)
    .executeTakeFirstOrThrow();
  const must = rows.filter(({ severity }) => severity === 'must-answer');
  return {
    at: run.at,
    findings: must.length,
    open: run.open,
    hints: run.hints,
    answered: must.map(({ rule, place, excerpt, answer }) => ({ rule, place, excerpt, answer })),
    mended: Number(mended.count),
  };
}
