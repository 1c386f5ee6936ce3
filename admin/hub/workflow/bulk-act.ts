// What acts on many records have in common: each is judged by the same rules, and what is refused is said.
import { AppError, type ErrorCode } from '#shared/errors/app-error.ts';
import type { RecordAct } from '#shared/protocol/workflow-api.ts';
import { refusalOf } from '#shared/workflow/record-acts.ts';
import { type ApprovalCandidate, approvalRefusals } from '../editorial/approval-guards.ts';
import type { Desk } from '../editorial/desk.ts';
import { isSingleHanded } from '../editorial/single-handed.ts';
import { type Actor, isOperator } from '../http/actor.ts';
import type { SkippedItem } from '../http/hub-services.ts';
import { loadStandings, type StandingRecord } from './record-standings.ts';

/** A version somebody wants something done with; without a version it is the newest, whichever that is. */
export interface VersionRef {
  readonly recordId: string;
  readonly version?: number;
}

export interface Judged {
  readonly todo: readonly StandingRecord[];
  readonly skipped: readonly SkippedItem[];
  /** Nobody else could do it: it is on record as done by one hand. */
  readonly isAlone: boolean;
}

/** Whether the rules about two people cannot apply: one person runs the desk, or works at the machine itself. */
export async function isAlone(desk: Pick<Desk, 'db'>, actor: Pick<Actor, 'accountId'>): Promise<boolean> {
  return isOperator(actor) || (await isSingleHanded(desk.db));
}

/** Judges each item once. Call inside the transaction of the act. */
export async function judge(
  desk: Desk,
  act: RecordAct,
  items: readonly VersionRef[],
  actor: Actor,
): Promise<Judged> {
  const ids = items.map(({ recordId }) => recordId);
  const records = await loadStandings(desk.db, ids, actor.name);
  const alone = await isAlone(desk, actor);
  const wanted = new Map(items.map((item) => [item.recordId, item]));
  const todo: StandingRecord[] = [];
  const skipped: SkippedItem[] = [];
  for (const [id, item] of wanted) {
    const record = records.get(id);
    if (record === undefined) skipped.push({ id, code: 'not-found', details: { what: id } });
    else {
      const code = conflictOf(act, record, item.version) ?? refusalOf(act, record, actor, alone);
      if (code === null) todo.push(record);
      else skipped.push(skip(record, code));
    }
  }
  return { todo, skipped, isAlone: alone };
}

/** Steps are taken of the version in review; everything else is done with the newest. */
function conflictOf(act: RecordAct, record: StandingRecord, version: number | undefined): ErrorCode | null {
  if (version === undefined) return null;
  const isStep = act === 'pass' || act === 'return' || act === 'recall';
  const expected = isStep ? (record.open?.version ?? record.version) : record.version;
  return version === expected ? null : 'store.conflict';
}

/** An item left alone, with what its message names. */
export function skip({ id, title, version, updatedBy }: StandingRecord, code: ErrorCode): SkippedItem {
  const details = code === 'store.conflict' ? { title, version, who: updatedBy } : { what: title };
  return { id, code, details };
}

/** Moves to the skipped what a guard of approval objects to. */
export async function guardApproval(desk: Desk, judged: Judged, actor: Actor): Promise<Judged> {
  const candidates = judged.todo
    .filter(({ open }) => open === null || open.step === 'approval' || judged.isAlone)
    .map(candidateOf);
  const refusals = await approvalRefusals(desk, candidates, actor);
  const refused = judged.todo.flatMap((record) => {
    const code = refusals.get(record.id);
    return code === undefined ? [] : [skip(record, code)];
  });
  return {
    ...judged,
    todo: judged.todo.filter(({ id }) => !refusals.has(id)),
    skipped: [...judged.skipped, ...refused],
  };
}

/** What is about to be approved, and since which version its authors count. */
export function candidateOf(record: StandingRecord): ApprovalCandidate {
  const { id, openReview } = record;
  if (openReview === null) return { id, version: record.version, approvedVersion: record.approvedVersion };
  return { id, version: openReview.version, approvedVersion: openReview.baseVersion };
}

/** One record alone: throws what a bulk act would have said. */
export async function requireOne(
  desk: Desk,
  act: RecordAct,
  item: VersionRef,
  actor: Actor,
): Promise<StandingRecord & { readonly isAlone: boolean }> {
  const { todo, skipped, isAlone: alone } = await judge(desk, act, [item], actor);
  const [refused] = skipped;
  if (refused !== undefined) throw new AppError(refused.code, refused.details);
  const [record] = todo;
  if (record === undefined) throw new AppError('internal');
  return { ...record, isAlone: alone };
}

/** What the audit trail keeps of the records of an act. */
export function auditedRecords(records: readonly StandingRecord[]) {
  return records.map(({ id, version, openReview }) => ({ id, version: openReview?.version ?? version }));
}

/** A word for the audit trail where one person alone did what takes two. */
export const handed = (alone: boolean) => (alone ? { isSingleHanded: true } : {});
