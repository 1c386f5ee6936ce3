// Consultations as they cross between hub and desk: the list, one with its replies, sorting, hearings and what is published back.
import * as z from 'zod';
import { consultationKinds, verdicts } from '../consultations/consultation.ts';
import { hearingSchema, pointsSchema } from '../consultations/consultation-schema.ts';
import { consultationStates } from '../consultations/consultation-state.ts';
import { applicants } from '../reports/annual-form.ts';

const id = z.string().min(1).max(60);
const day = z.iso.date();
const words = (longest: number) => z.string().trim().max(longest).default('');

/** GET /api/consultations */
export const consultationQuerySchema = z.object({
  state: z.enum([...consultationStates, 'draft']).optional(),
  kind: z.enum(consultationKinds).optional(),
  agency: id.optional(),
});
export type ConsultationQuery = z.infer<typeof consultationQuerySchema>;

const way = (longest: number) => z.string().trim().max(longest).nullable().default(null);

/** What staff decide about a consultation; the notice of the record carries it. */
export const consultationPlanSchema = z.object({
  kind: z.enum(consultationKinds),
  startsOn: day,
  endsOn: day,
  affectsBusiness: z.boolean().default(false),
  points: pointsSchema,
  ways: z.object({ post: way(500), email: way(200), phone: way(200), place: way(500) }),
  /** Where and how objections go in writing. */
  objection: words(1000),
  hearing: hearingSchema.nullable().default(null),
});
export type ConsultationPlan = z.infer<typeof consultationPlanSchema>;

/** POST /api/consultations: for a notice, which then carries it, or for a document, for which a notice is drafted. */
export const consultationInputSchema = consultationPlanSchema.extend({ recordId: id });
export type ConsultationInput = z.infer<typeof consultationInputSchema>;

/** PUT /api/consultations/:id */
export const consultationChangeSchema = consultationPlanSchema.extend({ revision: z.number().int() });
export type ConsultationChange = z.infer<typeof consultationChangeSchema>;

/** POST /api/consultations/:id/end: extends it, or ends it earlier, with the reason on record. */
export const consultationEndSchema = z.object({
  revision: z.number().int(),
  endsOn: day,
  reason: z.string().trim().min(1).max(500),
});
export type ConsultationEnd = z.infer<typeof consultationEndSchema>;

export const periodWarningSchema = z.enum(['business-too-short', 'ends-on-rest-day', 'year-unknown']);

/** POST /api/consultations/term: the last day of so many days from a day on, counted and told day by day. */
export const consultationTermSchema = z.object({
  startsOn: day,
  days: z.number().int().min(1).max(365),
  unit: z.enum(['calendar-day', 'working-day']),
});
export const consultationTermAnswerSchema = z.object({ endsOn: z.string() });

const resultSchema = z.object({
  id,
  /** Whether the record is there at all, and whether the public sees it. */
  state: z.enum(['none', 'draft', 'public']),
});

export const consultationRowSchema = z.object({
  id,
  kind: z.enum(consultationKinds),
  recordId: id,
  code: z.string(),
  title: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** `draft` until the notice is public. */
  state: z.enum([...consultationStates, 'draft']),
  daysLeft: z.number().nullable(),
  /** The notice's newest version is not the public one. */
  hasUnpublished: z.boolean(),
  counts: z.object({ received: z.number(), sorted: z.number(), seats: z.number().nullable() }),
});
export type ConsultationRow = z.infer<typeof consultationRowSchema>;
export const consultationListSchema = z.object({
  rows: z.array(consultationRowSchema),
  counts: z.object({ open: z.number(), toSummarise: z.number() }),
});
export type ConsultationList = z.infer<typeof consultationListSchema>;

export const consultationEventSchema = z.object({
  at: z.string(),
  who: z.string(),
  act: z.enum(['open', 'change', 'end', 'choose', 'summary', 'participants']),
  note: z.string(),
});

export const pointCountSchema = z.object({
  point: z.number().nullable(),
  received: z.number(),
  taken: z.number(),
  partly: z.number(),
  notTaken: z.number(),
  unsorted: z.number(),
});

/** GET /api/consultations/:id */
export const consultationDetailSchema = z.object({
  row: consultationRowSchema,
  revision: z.number().int(),
  plan: consultationPlanSchema,
  /** What the public sees, where that differs from the plan: the period that binds. */
  publicPeriod: z.object({ startsOn: z.string(), endsOn: z.string() }).nullable(),
  draft: z.object({ id, title: z.string() }).nullable(),
  warnings: z.array(periodWarningSchema),
  byPoint: z.array(pointCountSchema),
  summary: resultSchema,
  participants: resultSchema,
  events: z.array(consultationEventSchema),
  /** `names` opens replies with their names. */
  mayDo: z.array(z.enum(['change', 'end', 'sort', 'summary', 'choose', 'participants', 'names'])),
});
export type ConsultationDetail = z.infer<typeof consultationDetailSchema>;

/** GET /api/consultations/:id/replies */
export const replyQuerySchema = z.object({
  /** A point by its place, `whole`, or all. */
  point: z.union([z.literal('whole'), z.coerce.number().int().min(0).max(99)]).optional(),
  verdict: z.enum([...verdicts, 'unsorted']).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** Shows names to those who may see them, and puts that on record. */
  open: z.enum(['0', '1']).default('0'),
});
export type ReplyQuery = z.infer<typeof replyQuerySchema>;

export const replySchema = z.object({
  caseId: id,
  number: z.string(),
  receivedOn: z.string(),
  applicantClass: z.enum(applicants).nullable(),
  /** Masked (张**) unless opened; empty for anonymous ones. */
  name: z.string(),
  phone: z.string(),
  point: z.number().nullable(),
  /** The person's words, numbers and names masked unless opened; empty once erased. */
  content: z.string(),
  fileCount: z.number(),
  isWithdrawn: z.boolean(),
  isErased: z.boolean(),
  verdict: z.enum(verdicts).nullable(),
  gist: z.string(),
  reason: z.string(),
  /** Of a sign-up: its place in the order, whether it waits, and whether it was chosen. */
  seat: z
    .object({
      place: z.number().nullable(),
      isWaiting: z.boolean(),
      isChosen: z.boolean(),
    })
    .nullable(),
});
export type Reply = z.infer<typeof replySchema>;
export const replyListSchema = z.object({
  total: z.number(),
  replies: z.array(replySchema),
});
export type ReplyList = z.infer<typeof replyListSchema>;

/** PUT /api/consultations/:id/replies/:caseId: `gist` and `reason` are published, so they are checked for personal data. */
export const replySortSchema = z.object({
  verdict: z.enum(verdicts),
  point: z.number().int().min(0).max(99).nullable(),
  gist: z.string().trim().min(1).max(500),
  reason: words(1000),
});
export type ReplySort = z.infer<typeof replySortSchema>;

/** PUT /api/consultations/:id/participants: who takes part in the hearing; all others do not. */
export const participantsSchema = z.object({ caseIds: z.array(id).max(10_000) });

/** GET /api/consultations/:id/sign-ups: the list of a hearing, as a paper or a spreadsheet; on record. */
export const signUpFileSchema = z.object({ format: z.enum(['xlsx', 'html']).default('html') });

/** POST /api/consultations/:id/summary and …/participants-notice: the draft, made once and drafted anew until it is public. */
export const resultDraftSchema = z.object({ recordId: id });
