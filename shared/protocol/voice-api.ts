// What the desk reads of visitors' voices and says to them: ratings, what was no help, wishes and their answers.
import * as z from 'zod';
import { voiceLimits } from '../voice/venue-voice.ts';
import { ratingAspects, unhelpfulReasons } from '../voice/votes.ts';

const id = z.string().min(1).max(100);
const day = z.iso.date();
const paging = {
  from: day.optional(),
  to: day.optional(),
  agency: id.optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** A mean of how many votes; null where there is none. */
const meanSchema = z.object({ mean: z.number().nullable(), votes: z.number().int() });
export type VoteMean = z.infer<typeof meanSchema>;
const aspectsSchema = z.record(z.enum(ratingAspects), meanSchema);

/** GET /api/voice/ratings: the worst first, those with few votes behind the others. */
export const ratingQuerySchema = z.object({ ...paging, by: z.enum(['record', 'agency']).default('record') });
export type RatingQuery = z.infer<typeof ratingQuerySchema>;
export const ratingListSchema = z.object({
  total: z.number().int(),
  overall: meanSchema,
  aspects: aspectsSchema,
  /** How many votes of each grade, from 1 to 5. */
  grades: z.array(z.number().int()),
  rows: z.array(
    z.object({
      /** Of the record or agency; the title is empty for one the hub does not know. */
      id: z.string(),
      title: z.string(),
      agencyName: z.string(),
      /** Where the desk opens it; null for agencies and for what has no page of its own. */
      open: z.string().nullable(),
      overall: meanSchema,
      aspects: aspectsSchema,
      isFew: z.boolean(),
    }),
  ),
});
export type RatingList = z.infer<typeof ratingListSchema>;

/** GET /api/voice/unhelpful: records by how often they were no help, with the reasons. */
export const unhelpfulQuerySchema = z.object({ ...paging, reason: z.enum(unhelpfulReasons).optional() });
export type UnhelpfulQuery = z.infer<typeof unhelpfulQuerySchema>;
const byReason = z.record(z.enum(unhelpfulReasons), z.number().int());
export const unhelpfulListSchema = z.object({
  total: z.number().int(),
  votes: z.number().int(),
  byReason,
  rows: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      agencyName: z.string(),
      open: z.string().nullable(),
      votes: z.number().int(),
      byReason,
      last: z.string(),
    }),
  ),
});
export type UnhelpfulList = z.infer<typeof unhelpfulListSchema>;

export const wishStates = ['open', 'noted', 'tasked', 'disclosed'] as const;
export type WishState = (typeof wishStates)[number];

/** GET /api/voice/wishes: groups of wishes for the same thing, the most wished first. */
export const wishQuerySchema = z.object({ ...paging, state: z.enum(wishStates).optional() });
export type WishQuery = z.infer<typeof wishQuerySchema>;

export const wishGroupSchema = z.object({
  key: z.string(),
  topicId: z.string().nullable(),
  /** The topic, or the words most used. */
  title: z.string(),
  /** Other ways it was put. */
  others: z.array(z.string()),
  wishes: z.number().int(),
  afterNoResult: z.number().int(),
  first: z.string(),
  last: z.string(),
  state: z.enum(wishStates),
  /** Wishes that came after it was answered. */
  since: z.number().int(),
  agencyId: z.string().nullable(),
  agencyName: z.string(),
  matterId: z.string().nullable(),
  matterTitle: z.string(),
  dueOn: z.string().nullable(),
  recordId: z.string().nullable(),
  recordTitle: z.string(),
  note: z.string(),
  who: z.string(),
  at: z.string().nullable(),
});
export type WishGroup = z.infer<typeof wishGroupSchema>;
export const wishListSchema = z.object({
  total: z.number().int(),
  counts: z.record(z.enum(wishStates), z.number().int()),
  groups: z.array(wishGroupSchema),
});
export type WishList = z.infer<typeof wishListSchema>;

/** POST /api/voice/wishes/answer. `open` takes an answer back. */
export const wishAnswerSchema = z.object({
  key: z.string().min(1).max(200),
  state: z.enum(wishStates),
  agencyId: id.nullable().default(null),
  matterId: id.nullable().default(null),
  dueOn: day.nullable().default(null),
  recordId: id.nullable().default(null),
  note: z.string().trim().max(500).default(''),
});
export type WishAnswer = z.infer<typeof wishAnswerSchema>;

/** GET and PUT /api/voice/settings: topics to wish for and contacts of supervision; shown from the next release on. */
const optional = (longest: number) => z.string().trim().max(longest).nullable();
export const voiceSettingsSchema = z.object({
  topics: z
    .array(
      z.object({
        id: z.string().min(1).max(voiceLimits.id),
        title: z.string().trim().max(voiceLimits.title),
      }),
    )
    .max(voiceLimits.topics),
  supervision: z
    .array(
      z.object({
        name: z.string().trim().max(voiceLimits.name),
        phone: optional(voiceLimits.phone),
        address: optional(voiceLimits.address),
        hours: optional(voiceLimits.hours),
      }),
    )
    .max(voiceLimits.contacts),
});
