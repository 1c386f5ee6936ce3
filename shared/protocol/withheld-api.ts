// The non-disclosure register (不予公开登记) as it crosses between hub and desk. None of it ever goes into a release.
import * as z from 'zod';
import { withholdingGrounds } from '../catalogue/withholding-grounds.ts';

const id = z.string().min(1).max(60);
const day = z.iso.date();
const words = (longest: number) => z.string().trim().max(longest);

/** `proposed` waits for a decision · `refused` must be disclosed after all · `withheld` · `partial` · `disclosed`. */
export const withheldStates = ['proposed', 'refused', 'withheld', 'partial', 'disclosed'] as const;
export type WithheldState = (typeof withheldStates)[number];

/** Months between two re-evaluations. */
export const reviewMonths = { least: 1, most: 60, usual: 12 } as const;

/** POST /api/withheld */
export const withheldInputSchema = z.object({
  agencyId: id,
  title: z.string().trim().min(1).max(500),
  docNo: words(200).default(''),
  indexNo: words(200).default(''),
  formedOn: day.nullable(),
  ground: z.enum(withholdingGrounds),
  /** The clause relied on and why it applies. */
  reason: z.string().trim().min(1).max(2000),
  /** The last day it is withheld; null for no end. */
  until: day.nullable(),
  reviewEveryMonths: z.number().int().min(reviewMonths.least).max(reviewMonths.most),
});
export type WithheldInput = z.infer<typeof withheldInputSchema>;

export const withheldEventSchema = z.object({
  at: z.string(),
  who: z.string(),
  act: z.enum(['propose', 'change', 'withhold', 'refuse', 'keep', 'partial', 'disclose']),
  note: z.string(),
});
export type WithheldEvent = z.infer<typeof withheldEventSchema>;

export const withheldActs = ['change', 'decide', 'evaluate'] as const;

export const withheldEntrySchema = z.object({
  id,
  /** Number in the register, e.g. `2026-003`. */
  number: z.string(),
  agencyId: id,
  agencyName: z.string(),
  title: z.string(),
  docNo: z.string(),
  indexNo: z.string(),
  formedOn: z.string().nullable(),
  ground: z.enum(withholdingGrounds),
  reason: z.string(),
  until: z.string().nullable(),
  reviewEveryMonths: z.number(),
  state: z.enum(withheldStates),
  revision: z.number().int(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionNote: z.string(),
  /** When it has to be looked at again; null unless something is still withheld. */
  nextReviewOn: z.string().nullable(),
  isDue: z.boolean(),
  /** The draft made when it was disclosed, wholly or in part. */
  recordId: z.string().nullable(),
  mayDo: z.array(z.enum(withheldActs)),
});
export type WithheldEntry = z.infer<typeof withheldEntrySchema>;

/** GET /api/withheld */
export const withheldQuerySchema = z.object({
  agencyId: id.optional(),
  ground: z.enum(withholdingGrounds).optional(),
  state: z.enum(withheldStates).optional(),
  text: words(100).optional(),
  due: z.enum(['0', '1']).default('0'),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type WithheldQuery = z.infer<typeof withheldQuerySchema>;
export const withheldListSchema = z.object({
  total: z.number(),
  due: z.number(),
  /** Of what the asker may see and the filters leave, by ground. */
  byGround: z.partialRecord(z.enum(withholdingGrounds), z.number()),
  entries: z.array(withheldEntrySchema),
  next: z.string().nullable(),
});
export type WithheldList = z.infer<typeof withheldListSchema>;

/** GET /api/withheld/:id */
export const withheldDetailSchema = z.object({
  entry: withheldEntrySchema,
  events: z.array(withheldEventSchema),
});
export type WithheldDetail = z.infer<typeof withheldDetailSchema>;

/** PUT /api/withheld/:id, while it is proposed. */
export const withheldChangeSchema = withheldInputSchema.extend({ revision: z.number().int() });
export type WithheldChange = z.infer<typeof withheldChangeSchema>;

/** POST /api/withheld/:id/decision */
export const withheldDecisionSchema = z.object({
  revision: z.number().int(),
  isWithheld: z.boolean(),
  note: words(2000),
});
export type WithheldDecision = z.infer<typeof withheldDecisionSchema>;

/** POST /api/withheld/:id/evaluations: `partial` and `disclose` make a draft that goes the usual way to the public. */
export const withheldEvaluationSchema = z.object({
  revision: z.number().int(),
  result: z.enum(['keep', 'partial', 'disclose']),
  note: z.string().trim().min(1).max(2000),
  /** Of `keep` and `partial`: the new end, where it changes. */
  until: day.nullable(),
});
export type WithheldEvaluation = z.infer<typeof withheldEvaluationSchema>;
