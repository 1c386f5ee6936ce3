// The way from a draft to the public as it crosses between hub and desk: procedures, reviews, comments, release groups.
import * as z from 'zod';
import { writtenKinds } from '../catalogue/record.ts';

const opinion = z.string().trim().max(2000);
const id = z.string().min(1).max(60);
const instant = z.iso.datetime();

/**
 * Steps a version may have to pass, in this order: agency self-check 机构自查, secrecy review 保密审查, legality
 * 合法性审核, wording 文字校核, approval 批准 (条例 Art. 17). Every procedure ends with `approval`.
 */
export const reviewSteps = ['self-check', 'secrecy', 'legality', 'wording', 'approval'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

/** A procedure 审查程序: the steps for what lies below these nodes of the tree; the one without nodes is for all else. */
export const procedureSchema = z.object({
  id,
  title: z.string().trim().min(1).max(100),
  steps: z.array(z.enum(reviewSteps)).min(1).max(5),
  nodeIds: z.array(id).max(500),
});
export type Procedure = z.infer<typeof procedureSchema>;
/** GET and PUT /api/procedures (`procedures.write`); the list is replaced as a whole. */
export const proceduresSchema = z.object({ procedures: z.array(procedureSchema).min(1).max(50) });

/** `in-review` waits at `step`; `returned` went back to its author; `recalled` was taken back; `follow-up` was published in an emergency and is reviewed afterwards. */
export const reviewStates = ['in-review', 'follow-up', 'returned', 'recalled', 'approved'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** One step as somebody took it. `opinion` may be empty when it passed. */
export const takenStepSchema = z.object({
  step: z.enum(reviewSteps),
  decision: z.enum(['pass', 'return']),
  who: z.string(),
  displayName: z.string(),
  at: instant,
  opinion: z.string(),
});

/** A comment at its place: a field's name or `body` with the words it is about. */
export const commentSchema = z.object({
  id,
  version: z.number().int(),
  place: z.string().max(100),
  quote: z.string().max(500),
  text: z.string().trim().min(1).max(2000),
  who: z.string(),
  at: instant,
  resolvedAt: instant.nullable(),
  resolvedBy: z.string().nullable(),
});
export type ReviewComment = z.infer<typeof commentSchema>;

/** What the asker may do now with a record; the hub decides again when it is done. */
export const recordActs = [
  'submit',
  'recall',
  'pass',
  'return',
  'approve',
  'schedule',
  'unschedule',
  'emergency',
  'withdraw',
  'archive',
  'supersede',
  'restore',
  'comment',
] as const;
export type RecordAct = (typeof recordActs)[number];

/** What became of a record whose time is over: 已被替代 by a newer record, or 已归档. */
export const recordFates = ['superseded', 'archived'] as const;

/** One passage of a version through its procedure. */
export const reviewSchema = z.object({
  id,
  recordId: id,
  version: z.number().int(),
  state: z.enum(reviewStates),
  /** All steps of its procedure, as they were when it was submitted. */
  steps: z.array(z.enum(reviewSteps)),
  /** The step it waits at; null when it is over. */
  step: z.enum(reviewSteps).nullable(),
  taken: z.array(takenStepSchema),
  submittedBy: z.string(),
  submittedAt: instant,
  note: z.string(),
});
export type Review = z.infer<typeof reviewSchema>;

/** GET /api/records/:id/review */
export const recordReviewSchema = z.object({
  procedure: procedureSchema,
  /** Newest first; the first may still be open. */
  reviews: z.array(reviewSchema),
  comments: z.array(commentSchema),
  /** The version that becomes public by itself, and when. */
  scheduled: z.object({ version: z.number().int(), at: instant, groupId: id.nullable() }).nullable(),
  /** The release group a version waits in, whether or not it has a time. */
  group: z.object({ id, title: z.string(), version: z.number().int(), at: instant.nullable() }).nullable(),
  /** Set once the record was superseded or archived; it then is out of the next release and cannot be changed. */
  fate: z
    .object({
      fate: z.enum(recordFates),
      successorId: id.nullable(),
      successorTitle: z.string().nullable(),
      reason: z.string(),
      who: z.string(),
      at: instant,
    })
    .nullable(),
  mayDo: z.array(z.enum(recordActs)),
  isSingleHanded: z.boolean(),
});
export type RecordReview = z.infer<typeof recordReviewSchema>;

/** GET /api/reviews: what waits, oldest first. `mine` narrows to what the asker may decide now. */
export const reviewListQuerySchema = z.object({
  mine: z.enum(['0', '1']).default('0'),
  step: z.enum(reviewSteps).optional(),
  state: z.enum(reviewStates).optional(),
  agencyId: id.optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ReviewListQuery = z.infer<typeof reviewListQuerySchema>;
export const listedReviewSchema = reviewSchema.extend({
  title: z.string(),
  kind: z.enum(writtenKinds),
  agencyName: z.string(),
});
export const reviewListSchema = z.object({
  total: z.number(),
  reviews: z.array(listedReviewSchema),
  next: z.string().nullable(),
});
export type ReviewList = z.infer<typeof reviewListSchema>;

const versions = z
  .array(z.object({ recordId: id, version: z.number().int().min(1) }))
  .min(1)
  .max(500);

/** A version of a record somebody wants something done with. */
export interface VersionItem {
  readonly recordId: string;
  readonly version: number;
}

/** POST /api/reviews: submits newest versions (`records.submit`). Answers as bulkAnswerSchema. */
export const submitSchema = z.object({ items: versions, note: opinion.default('') });
/**
 * POST /api/reviews/decide (`records.review`; the last step needs `records.approve`). A return needs an opinion.
 * `store.conflict` when a newer version came meanwhile. Answers as bulkAnswerSchema.
 */
export const decideSchema = z.object({
  items: versions,
  decision: z.enum(['pass', 'return']),
  opinion: opinion.default(''),
  /** The step the asker looked at; `workflow.step-moved` when a colleague has taken it meanwhile. */
  step: z.enum(reviewSteps).optional(),
});
export type Decision = z.infer<typeof decideSchema>;
/** POST /api/reviews/recall (`records.submit`). */
export const recallSchema = z.object({ items: versions });
/** POST /api/records/:id/comments (`records.comment`); POST /api/records/:id/comments/:comment/resolve takes no body. */
export const commentInputSchema = commentSchema.pick({ version: true, place: true, quote: true, text: true });
export type CommentInput = z.infer<typeof commentInputSchema>;
/** POST /api/records/:id/emergency (`records.emergency`): public at the next publish, reviewed afterwards. */
export const emergencySchema = z.object({
  version: z.number().int().min(1),
  reason: z.string().trim().min(10).max(2000),
});
/** POST /api/records/:id/schedule (`release.schedule`), of an approved or fully reviewed version. DELETE takes it back. */
export const scheduleSchema = z.object({ version: z.number().int().min(1), at: instant });

/** POST /api/records/:id/archive (`records.withdraw`): out of the next release and out of work. */
export const archiveSchema = z.object({ reason: opinion.default('') });
/** POST /api/records/:id/supersede (`records.withdraw`): as archived, with the public record that took its place. */
export const supersedeSchema = z.object({ successorId: id, reason: opinion.default('') });
/** POST /api/records/:id/restore takes no body: back to work, as withdrawn. All answer as recordReviewSchema. */

/** A release group 成组发布: versions that become public together, e.g. “everything for Monday”. */
export const releaseGroupSchema = z.object({
  id,
  title: z.string().trim().min(1).max(200),
  /** When it is published by itself; null to wait for somebody's hand. */
  at: instant.nullable(),
  /** `failed`: its versions are approved, the publish went wrong and is tried again; visitors see what was before. */
  state: z.enum(['open', 'released', 'failed']),
  /** Code and words of what went wrong with the last publish. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  releasedAt: instant.nullable(),
  items: z.array(
    z.object({ recordId: id, version: z.number().int(), title: z.string(), isReady: z.boolean() }),
  ),
  createdBy: z.string(),
  createdAt: instant,
});
export type ReleaseGroup = z.infer<typeof releaseGroupSchema>;
/** GET /api/release-groups */
export const releaseGroupListSchema = z.object({ groups: z.array(releaseGroupSchema) });
/**
 * POST /api/release-groups, PUT and DELETE /api/release-groups/:id (`release.schedule`); POST …/:id/release (no body)
 * lets it go now. All but DELETE answer as releaseGroupSchema.
 */
export const releaseGroupInputSchema = z.object({
  title: z.string().trim().min(1).max(200),
  at: instant.nullable(),
  items: z.array(z.object({ recordId: id, version: z.number().int().min(1) })).max(500),
});
export type ReleaseGroupInput = z.infer<typeof releaseGroupInputSchema>;
