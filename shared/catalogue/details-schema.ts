// The details of every kind as schemas, for what arrives from outside: an editor's form or an imported line.
import * as z from 'zod';
import { channels, pageSections, type RecordDetails } from './details.ts';
import type { WrittenKind } from './record.ts';

const words = (max: number) => z.string().trim().max(max);
const optionalWords = (max: number) =>
  words(max)
    .nullish()
    .transform((text) => (text === undefined || text === '' ? null : text));
const wordList = (length: number, max: number) => z.array(words(max)).max(length).default([]);
const wholeNumber = z.number().int().min(0).max(100_000);

const deadlineTriggers = ['formed-or-changed', 'made-or-obtained', 'approved', 'decided', 'other'] as const;
const periods = ['day', 'week', 'month', 'quarter', 'half-year', 'year'] as const;
const text = words(2000);
const deadlineRuleSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('working-days'), days: wholeNumber, from: z.enum(deadlineTriggers), text }),
  z.object({ type: z.literal('calendar-days'), days: wholeNumber, from: z.enum(deadlineTriggers), text }),
  z.object({ type: z.literal('frequency'), times: wholeNumber, every: z.enum(periods), text }),
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
});

const guideSchema = z.object({
  type: z.literal('guide'),
  itemType: optionalWords(200),
  itemCode: optionalWords(200),
  audience: optionalWords(500),
  level: optionalWords(200),
  address: optionalWords(1000),
  window: optionalWords(500),
  hours: optionalWords(1000),
  method: optionalWords(1000),
  phone: optionalWords(200),
  complaintPhone: optionalWords(200),
  statutoryLimit: optionalWords(500),
  promisedLimit: optionalWords(500),
  fee: optionalWords(5000),
  visits: wholeNumber.nullable().default(null),
  result: optionalWords(1000),
  onlineUrl: optionalWords(2000).refine((url) => url === null || /^https?:\/\//i.test(url), {
    message: 'http:// or https://',
  }),
  conditions: wordList(200, 5000),
  materials: z
    .array(
      z.object({
        name: words(1000),
        copies: optionalWords(200),
        form: optionalWords(200),
        source: optionalWords(500),
        required: z.boolean().default(true),
      }),
    )
    .max(500)
    .default([]),
  steps: z
    .array(
      z.object({
        name: words(500),
        person: optionalWords(500),
        limit: optionalWords(500),
        result: optionalWords(1000),
      }),
    )
    .max(200)
    .default([]),
  basis: wordList(500, 5000),
  questions: z
    .array(z.object({ question: words(2000), answer: words(10_000) }))
    .max(500)
    .default([]),
});

const dateText = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullable()
  .default(null);
const noticeSchema = z.object({
  type: z.literal('notice'),
  level: z.enum(['ordinary', 'important', 'emergency']).default('ordinary'),
  startsOn: dateText,
  endsOn: dateText,
  contact: optionalWords(1000),
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
