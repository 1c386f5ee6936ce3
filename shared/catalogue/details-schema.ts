// The details of every kind as schemas, for what arrives from outside: an editor's form or an imported line.
import * as z from 'zod';
import { consultationSchema, periodFault } from '../consultations/consultation-schema.ts';
import { channels, pageSections, type RecordDetails } from './details.ts';
import { guideSchema } from './guide-schema.ts';
import type { WrittenKind } from './record.ts';
import { optionalWords, wholeNumber, wordList, words } from './schema-words.ts';

const deadlineTriggers = ['formed-or-changed', 'made-or-obtained', 'approved', 'decided', 'other'] as const;
const periods = ['day', 'week', 'month', 'quarter', 'half-year', 'year'] as const;
const text = words(2000);
const deadlineRuleSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('working-days'), days: wholeNumber, from: z.enum(deadlineTriggers), text }),
  z.object({ type: z.literal('calendar-days'), days: wholeNumber, from: z.enum(deadlineTriggers), text }),
  z.object({
    type: z.literal('frequency'),
    times: wholeNumber,
    every: z.enum(periods),
    within: z.object({ days: wholeNumber, unit: z.enum(['working-day', 'calendar-day']) }).optional(),
    byDate: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
      .optional(),
    text,
  }),
  z.object({
    type: z.literal('before-event'),
    amount: wholeNumber,
    unit: z.enum(['day', 'working-day', 'week', 'month']),
    text,
  }),
  z.object({ type: z.literal('at-once'), text }),
  z.object({ type: z.literal('long-term'), text }),
  z.object({ type: z.literal('text'), text }),
]);

const matterSchema = z.object({
  type: z.literal('matter'),
  field: optionalWords(200),
  levels: z.array(words(500).min(1)).max(10).default([]),
  elements: words(20_000).default(''),
  basis: words(20_000).default(''),
  deadline: deadlineRuleSchema.nullable().default(null),
  channels: z.array(z.enum(channels)).max(50).default([]),
  otherChannels: wordList(50, 200),
  audience: z
    .array(z.enum(['everyone', 'specific']))
    .max(2)
    .default([]),
  audienceNote: optionalWords(1000),
  mode: z
    .array(z.enum(['proactive', 'on-request']))
    .max(2)
    .default([]),
  tiers: z
    .array(z.enum(['county', 'township', 'village']))
    .max(3)
    .default([]),
  responsible: optionalWords(500),
  responsiblePerson: optionalWords(200),
});

const dateText = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullable()
  .default(null);
const noticeSchema = z
  .object({
    type: z.literal('notice'),
    level: z.enum(['ordinary', 'important', 'emergency']).default('ordinary'),
    startsOn: dateText,
    endsOn: dateText,
    contact: optionalWords(1000),
    objection: optionalWords(1000),
    withdrawsAtEnd: z.boolean().default(false),
    consultation: consultationSchema.optional(),
    answersId: z.string().min(1).max(60).optional(),
  })
  .superRefine((notice, context) => {
    const fault = periodFault(notice);
    if (fault !== null) context.addIssue({ code: 'custom', path: ['consultation'], message: fault });
  });

const pageSchema = z.object({
  type: z.literal('page'),
  section: z.enum(pageSections).default('other'),
});

const schemas = { matter: matterSchema, guide: guideSchema, notice: noticeSchema, page: pageSchema };

/** Details as read, or the first thing that is wrong with them. */
export type DetailsResult =
  | { readonly ok: true; readonly details: RecordDetails | null }
  | { readonly ok: false; readonly field: string; readonly reason: string };

/**
 * Reads the details of one kind from unknown data. Missing fields take their empty value, and no details at all
 * give empty ones; a plain document has none and whatever is given for it is dropped.
 */
export function parseDetails(kind: WrittenKind, value: unknown): DetailsResult {
  if (kind === 'document') return { ok: true, details: null };
  const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const parsed = schemas[kind].safeParse({ ...given, type: kind });
  if (parsed.success) return { ok: true, details: parsed.data };
  const issue = parsed.error.issues[0];
  return { ok: false, field: issue?.path.join('.') ?? kind, reason: issue?.message ?? '' };
}
