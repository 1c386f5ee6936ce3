// What a terminal sends up: votes, wishes, anonymous words and sums, each under an id of its own and in any order.
import * as z from 'zod';
import { longestOpinion, longestWish, shortestOpinion, unhelpfulReasons, wishWays } from '../voice/votes.ts';
import { submissionId } from './cases-api.ts';

const score = z.number().int().min(1).max(5).nullable();
const day = z.iso.date();
const recordId = z.string().min(1).max(60);

export const outboxItemSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rating'),
    id: submissionId,
    on: day,
    recordId,
    recordVersion: z.number().int().min(1),
    overall: z.number().int().min(1).max(5),
    aspects: z.object({
      truth: score,
      accuracy: score,
      completeness: score,
      timeliness: score,
      regularity: score,
    }),
  }),
  z.object({
    kind: z.literal('unhelpful'),
    id: submissionId,
    on: day,
    recordId,
    recordVersion: z.number().int().min(1),
    reason: z.enum(unhelpfulReasons),
  }),
  z.object({
    kind: z.literal('wish'),
    id: submissionId,
    on: day,
    /** One of the list staff keep; null for own words. */
    topicId: z.string().max(60).nullable(),
    /** Own words, already refused where they named somebody; empty with a topic. */
    words: z.string().trim().max(longestWish),
    from: z.enum(wishWays),
  }),
  z.object({
    kind: z.literal('opinion'),
    id: submissionId,
    on: day,
    recordId: recordId.nullable(),
    agencyId: z.string().max(60).nullable(),
    words: z.string().trim().min(shortestOpinion).max(longestOpinion),
  }),
  /** Sums of one hour of one terminal: see shared/statistics. Sent once the hour is over. */
  z.object({
    kind: z.literal('counts'),
    id: submissionId,
    on: day,
    hour: z.number().int().min(0).max(23),
    sums: z.record(z.string().max(80), z.number().int().min(0).max(1_000_000)),
  }),
  /** Query words seen in at least five sessions of one day. */
  z.object({
    kind: z.literal('queries'),
    id: submissionId,
    on: day,
    words: z
      .array(
        z.object({ words: z.string().max(40), sessions: z.number().int().min(5), foundNothing: z.boolean() }),
      )
      .max(500),
  }),
]);
export type OutboxItem = z.infer<typeof outboxItemSchema>;
export type OutboxKind = OutboxItem['kind'];

/** Names the terminal in a request; its token comes as bearer. */
export const terminalHeader = 'x-terminal';
/** Items of one batch at most, and bytes of its JSON. */
export const outboxBatchBounds = { items: 200, bytes: 256 * 1024 } as const;

/** POST /api/outbox, with the terminal's id in `x-terminal` and its bearer token. */
export const outboxBatchSchema = z.object({ items: z.array(z.unknown()).max(outboxBatchBounds.items) });
/**
 * Every id that is settled for good: `taken` (durably kept, or kept before) or `refused` (never will be, with the code).
 * What is not named was not looked at and is sent again.
 */
export const outboxAnswerSchema = z.object({
  settled: z.array(
    z.object({ id: z.string(), outcome: z.enum(['taken', 'refused']), code: z.string().optional() }),
  ),
});
export type OutboxAnswer = z.infer<typeof outboxAnswerSchema>;
