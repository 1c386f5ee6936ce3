// Ledgers as they cross between hub and desk: tables made from the store, and entries staff write by hand.
import * as z from 'zod';
import { ledgerIds, writtenLedgers } from '../reports/ledgers.ts';
import { attachmentSchema } from './hub-api.ts';

const text = (max: number) => z.string().trim().max(max);
const id = z.string().min(1).max(60);
export const dayField = z.iso.date();
const day = dayField;
const instant = z.string();

const cell = z.union([z.string(), z.number(), z.null()]);
/** A table as it is shown; `rows` may be the first of many. */
export const reportTableSchema = z.object({
  title: z.string(),
  remarks: z.array(z.string()),
  columns: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      kind: z.enum(['text', 'number', 'day', 'instant']),
      width: z.number(),
    }),
  ),
  rows: z.array(
    z.object({
      cells: z.array(cell),
      isStrong: z.boolean().optional(),
      isVoid: z.boolean().optional(),
      link: z.object({ kind: z.enum(['record', 'entry', 'case']), id: z.string() }).optional(),
    }),
  ),
  /** Whether there are more rows than these. */
  isCut: z.boolean(),
});
export type ShownTable = z.infer<typeof reportTableSchema>;

/** GET /api/ledgers/:ledger (`ledgers.read`): days of China, both included. */
export const ledgerQuerySchema = z.object({
  from: day.optional(),
  to: day.optional(),
  agencyId: id.optional(),
});
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;
/** GET /api/ledgers/:ledger/file: the whole ledger, to print or to keep. */
export const fileFormats = ['xlsx', 'csv', 'html'] as const;
export type FileFormat = (typeof fileFormats)[number];
export const ledgerFileQuerySchema = ledgerQuerySchema.extend({ format: z.enum(fileFormats) });
export const ledgerIdSchema = z.enum(ledgerIds);
export const writtenLedgerSchema = z.enum(writtenLedgers);

export const opinionChannels = ['box', 'visit', 'phone', 'letter', 'web', 'terminal', 'other'] as const;
export const opinionOutcomes = ['registered', 'under-way', 'done', 'adopted', 'not-possible'] as const;

export const opinionSchema = z.object({
  ledger: z.literal('opinions'),
  channel: z.enum(opinionChannels),
  person: text(100),
  /** Stays in the book: it is in no table that is printed or handed out. */
  contact: text(200),
  content: text(5000).min(1),
  handling: text(5000),
  outcome: z.enum(opinionOutcomes),
  repliedOn: day.nullable(),
});
export const meetingSchema = z.object({
  ledger: z.literal('meetings'),
  place: text(200),
  chair: text(100),
  recorder: text(100),
  present: text(2000),
  subject: text(500).min(1),
  content: text(20_000),
  decisions: text(20_000),
  attachments: z.array(attachmentSchema.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })).max(30),
});
export const entryContentSchema = z.discriminatedUnion('ledger', [opinionSchema, meetingSchema]);
export type EntryContent = z.infer<typeof entryContentSchema>;
export type OpinionContent = z.infer<typeof opinionSchema>;
export type MeetingContent = z.infer<typeof meetingSchema>;

/** POST /api/ledger-entries (`reports.write`) */
export const entryInputSchema = z.object({
  date: day,
  agencyId: id.nullable(),
  content: entryContentSchema,
});
export type EntryInput = z.infer<typeof entryInputSchema>;
/** PUT /api/ledger-entries/:id: a new version; the older ones stay. `report.entry-conflict` when another came first. */
export const entryCorrectionSchema = entryInputSchema.extend({
  baseVersion: z.number().int().min(1),
  reason: text(500).min(1),
  isVoid: z.boolean(),
});
export type EntryCorrection = z.infer<typeof entryCorrectionSchema>;
/** GET /api/ledger-entries/:id */
export const entrySchema = z.object({
  id,
  number: z.string(),
  version: z.number(),
  isVoid: z.boolean(),
  date: day,
  agencyId: z.string().nullable(),
  content: entryContentSchema,
  versions: z.array(
    z.object({
      version: z.number(),
      at: instant,
      who: z.string(),
      reason: z.string(),
      isVoid: z.boolean(),
      date: day,
      agencyId: z.string().nullable(),
      content: entryContentSchema,
    }),
  ),
});
export type LedgerEntry = z.infer<typeof entrySchema>;
