// The way from a draft to the public as the hub's HTTP side works with it.
import type { ErrorCode } from '#shared/errors/app-error.ts';
import type {
  CommentInput,
  Decision,
  Procedure,
  RecordReview,
  ReleaseGroupInput,
  ReviewList,
  ReviewListQuery,
  VersionItem,
} from '#shared/protocol/workflow-api.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor, BulkResult } from '../http/hub-services.ts';
import { addComment, resolveComment } from './comments.ts';
import { decideReviews } from './decide-reviews.ts';
import { publishInEmergency } from './emergency.ts';
import { archiveRecord, restoreRecord, supersedeRecord } from './fates.ts';
import { type GroupView, listGroups, loadGroup } from './group-list.ts';
import { refuseApproval } from './import-approval.ts';
import { loadProcedures, saveProcedures } from './procedures.ts';
import { failOrders, finishOrders, openOrders, type PublishOrder } from './publish-orders.ts';
import { loadRecordReview } from './record-review.ts';
import { releaseDue } from './release-due.ts';
import { createGroup, releaseGroup, removeGroup, updateGroup } from './release-groups.ts';
import { listReviews } from './review-list.ts';
import { scheduleVersion, unschedule } from './schedules.ts';
import { recallSubmitted, submitReviews } from './submit-reviews.ts';

/** Every act throws what the rules of shared/workflow refuse; those on many items skip and say it instead. */
export interface WorkflowService {
  procedures(): Promise<readonly Procedure[]>;
  /** Throws `workflow.procedure-…`. */
  saveProcedures(procedures: readonly Procedure[], actor: Actor): Promise<void>;
  reviews(query: ReviewListQuery, actor: Actor): Promise<ReviewList>;
  submit(items: readonly VersionItem[], note: string, actor: Actor): Promise<BulkResult>;
  recall(items: readonly VersionItem[], actor: Actor): Promise<BulkResult>;
  /** Throws `workflow.opinion-needed`. */
  decide(decision: Decision, actor: Actor): Promise<BulkResult>;
  /** Throws `not-found`. */
  ofRecord(id: string, actor: Actor): Promise<RecordReview>;
  comment(id: string, input: CommentInput, actor: Actor): Promise<void>;
  resolveComment(id: string, commentId: string, actor: Actor): Promise<void>;
  emergency(item: VersionItem, reason: string, actor: Actor): Promise<void>;
  schedule(item: VersionItem, at: string, actor: Actor): Promise<void>;
  unschedule(id: string, actor: Actor): Promise<void>;
  archive(id: string, reason: string, actor: Actor): Promise<void>;
  supersede(
    id: string,
    end: { readonly successorId: string; readonly reason: string },
    actor: Actor,
  ): Promise<void>;
  restore(id: string, actor: Actor): Promise<void>;
  groups(): Promise<readonly GroupView[]>;
  /** Throws `not-found`. */
  group(id: string): Promise<GroupView>;
  /** Returns its id. */
  createGroup(input: ReleaseGroupInput, actor: Actor): Promise<string>;
  updateGroup(id: string, input: ReleaseGroupInput, actor: Actor): Promise<void>;
  removeGroup(id: string, actor: Actor): Promise<void>;
  releaseGroup(id: string, actor: Actor): Promise<void>;
  /** Throws `workflow.import-approval` when an import may not approve what it brings. */
  refuseImportApproval(actor: Actor): Promise<void>;
  /** Approves what is due by now and orders its publish. */
  releaseDue(): Promise<void>;
  /** Publishes the hub owes, oldest first. */
  publishOrders(): Promise<readonly PublishOrder[]>;
  /** Says how the publish of these orders went: `problem` is null when it is done. */
  settleOrders(orders: readonly PublishOrder[], problem: ErrorCode | null): Promise<void>;
}

export function createWorkflowService(desk: Desk): WorkflowService {
  const { db } = desk;
  return {
    procedures: () => loadProcedures(db),
    saveProcedures: (procedures, actor) => saveProcedures(desk, procedures, actor),
    reviews: (query, actor) => listReviews(desk, query, actor),
    submit: (items, note, actor) => submitReviews(desk, items, note, actor),
    recall: (items, actor) => recallSubmitted(desk, items, actor),
    decide: (decision, actor) => decideReviews(desk, decision, actor),
    ofRecord: (id, actor) => loadRecordReview(desk, id, actor),
    comment: (id, input, actor) => addComment(desk, id, input, actor),
    resolveComment: (id, commentId, actor) => resolveComment(desk, id, commentId, actor),
    emergency: (item, reason, actor) => publishInEmergency(desk, item, reason, actor),
    schedule: (item, at, actor) => scheduleVersion(desk, item, at, actor),
    unschedule: (id, actor) => unschedule(desk, id, actor),
    archive: (id, reason, actor) => archiveRecord(desk, id, reason, actor),
    supersede: (id, end, actor) => supersedeRecord(desk, id, end, actor),
    restore: (id, actor) => restoreRecord(desk, id, actor),
    groups: () => listGroups(db, desk.now()),
    group: (id) => loadGroup(db, id, desk.now()),
    createGroup: (input, actor) => createGroup(desk, input, actor),
    updateGroup: (id, input, actor) => updateGroup(desk, id, input, actor),
    removeGroup: (id, actor) => removeGroup(desk, id, actor),
    releaseGroup: (id, actor) => releaseGroup(desk, id, actor),
    refuseImportApproval: (actor) => refuseApproval(desk, actor),
    releaseDue: () => releaseDue(desk),
    publishOrders: () => openOrders(db),
    settleOrders: (orders, problem) => {
      if (problem !== null) return failOrders(desk, orders, problem);
      return finishOrders(
        desk,
        orders.map(({ id }) => id),
      );
    },
  };
}
