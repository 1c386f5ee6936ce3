// What stands between a version and its approval. Every way to approve at the desk asks all of these.
import type { ErrorCode } from '#shared/errors/app-error.ts';
import type { Actor } from '../http/actor.ts';
import { refuseUnanswered } from '../lint/lint-guard.ts';
import { refuseRecalled } from '../transfers/recalled-guard.ts';
import type { Desk } from './desk.ts';
import { isSingleHanded } from './single-handed.ts';

/** A record whose newest version is about to be approved. */
export interface ApprovalCandidate {
  readonly id: string;
  readonly version: number;
  /** The version that was approved before; null when none was. */
  readonly approvedVersion: number | null;
}

/** Names the records that may not be approved by this person now, each with the reason. */
export type ApprovalGuard = (
  desk: Desk,
  candidates: readonly ApprovalCandidate[],
  actor: Actor,
) => Promise<ReadonlyMap<string, ErrorCode>>;

/** In order; the first reason found is the one that is told. */
export const approvalGuards: readonly ApprovalGuard[] = [
  refuseForeignAgency,
  refuseOwnWork,
  refuseUnanswered,
  refuseRecalled,
];

/** Every guard's refusals together. Call it inside the transaction that approves. */
export async function approvalRefusals(
  desk: Desk,
  candidates: readonly ApprovalCandidate[],
  actor: Actor,
): Promise<ReadonlyMap<string, ErrorCode>> {
  const refusals = new Map<string, ErrorCode>();
  for (const guard of approvalGuards) {
    for (const [id, code] of await guard(desk, candidates, actor)) {
      if (!refusals.has(id)) refusals.set(id, code);
    }
  }
  return refusals;
}

/** Somebody bound to one agency decides about that agency's records alone. */
async function refuseForeignAgency(
  desk: Desk,
  candidates: readonly ApprovalCandidate[],
  { agencyId }: Actor,
): Promise<ReadonlyMap<string, ErrorCode>> {
  if (agencyId === null || candidates.length === 0) return new Map();
  const rows = await desk.db
    .selectFrom('records')
    .select('id')
    .where('agency_id', '<>', agencyId)
    .where('id', 'in', idsOf(candidates))
    .execute();
  return new Map(rows.map(({ id }) => [id, 'workflow.foreign-agency']));
}

/** Whoever wrote any of the versions since the last approval does not approve them (谁提供、谁审核、谁负责). */
async function refuseOwnWork(
  desk: Desk,
  candidates: readonly ApprovalCandidate[],
  actor: Actor,
): Promise<ReadonlyMap<string, ErrorCode>> {
  if (candidates.length === 0 || (await isSingleHanded(desk.db))) return new Map();
  const since = new Map(candidates.map(({ id, approvedVersion }) => [id, approvedVersion ?? 0]));
  const rows = await desk.db
    .selectFrom('record_versions')
    .select(['record_id', 'version'])
    .where('who', '=', actor.name)
    .where('record_id', 'in', idsOf(candidates))
    .execute();
  const own = rows.filter(({ record_id, version }) => version > (since.get(record_id) ?? 0));
  return new Map(own.map(({ record_id }) => [record_id, 'workflow.own-work']));
}

const idsOf = (candidates: readonly ApprovalCandidate[]) => candidates.map(({ id }) => id);
