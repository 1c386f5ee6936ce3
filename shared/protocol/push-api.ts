// What a portal pushes to the hub, and what the hub answers item by item.
import * as z from 'zod';
import { validities } from '../catalogue/record.ts';
import { feedKinds, feedLimits } from './feeds-api.ts';

const day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullish()
  .describe('YYYY, YYYY-MM or YYYY-MM-DD');
const short = z.string().max(300).nullish();

/** One item. Only the title is required; `id` is what the portal calls it, and makes a later push update it. */
export const pushItemSchema = z.object({
  id: z
    .string()
    .min(1)
    .max(500)
    .nullish()
    .describe('what the portal calls the item; sent again, it is updated'),
  kind: z.enum(feedKinds).default('document'),
  title: z.string().trim().min(1).max(500),
  docNo: short.describe('文号'),
  indexNo: short.describe('索引号'),
  date: day,
  publishedOn: day,
  topic: short,
  genre: short,
  validity: z.enum(validities).default('unknown'),
  expiresOn: day,
  summary: z.string().max(500).nullish(),
  keywords: z.array(z.string().max(100)).max(30).nullish(),
  bodyHtml: z
    .string()
    .max(4_000_000)
    .nullish()
    .describe('HTML; scripts, styles and foreign pictures are taken out'),
  nodeId: z
    .string()
    .max(60)
    .nullish()
    .describe('node of the catalogue tree; found by kind and title when absent'),
  link: z.string().max(feedLimits.addressCharacters).nullish().describe('where the portal shows it'),
});
export type PushItem = z.output<typeof pushItemSchema>;

/** Items are checked one by one by the hub, so that a wrong one never loses the others. */
export const pushRequestSchema = z.object({
  items: z
    .array(z.unknown().meta(z.toJSONSchema(pushItemSchema, { io: 'input' })))
    .min(1)
    .max(feedLimits.pushedItems),
});

export const pushAnswerSchema = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  items: z.array(
    z.object({
      /** Counting from 1, as sent. */
      row: z.number(),
      id: z.string().nullable(),
      action: z.enum(['create', 'update', 'unchanged', 'reject']),
      recordId: z.string().nullable(),
      problems: z.array(
        z.object({
          row: z.number().nullable(),
          column: z.string().nullable(),
          code: z.string(),
          message: z.string(),
        }),
      ),
    }),
  ),
});
export type PushAnswer = z.infer<typeof pushAnswerSchema>;
