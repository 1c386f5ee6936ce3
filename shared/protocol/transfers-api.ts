// Transfers (移送) as they cross between hub and desk: an agency's batch for a month, its list, its files, what the check found.
import * as z from 'zod';
import { monthPattern } from '../transfers/transfer-month.ts';

const id = z.string().min(1).max(60);
const month = z.string().regex(monthPattern);
const words = (longest: number) => z.string().trim().max(longest);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `preparing` with the agency · `sent`, waits to be received · `received`, has a number · `returned` with reasons. */
export const transferStates = ['preparing', 'sent', 'received', 'returned'] as const;
export type TransferState = (typeof transferStates)[number];

/** By what way a batch came: put together at the desk, through an upload link, from the watched folder. */
export const transferSources = ['desk', 'link', 'folder'] as const;
export type TransferSource = (typeof transferSources)[number];

/** A batch is a month's work of one agency: more rows or files than this are several batches. */
export const transferLimits = { rows: 2000, files: 200 } as const;

/** One row of the list (移送清单). Empty words are silence. */
export const transferRowSchema = z.object({
  title: words(500),
  docNo: words(200),
  indexNo: words(200),
  /** `YYYY-MM-DD`, or what the list says where that is no date. */
  date: words(40),
  /** Paper copies 份数 and pages 页数; null where the list is silent. */
  copies: z.number().int().min(0).max(99_999).nullable(),
  pages: z.number().int().min(0).max(999_999).nullable(),
  /** Name of the electronic file. */
  file: words(200),
  /** The matter (公开事项) it fulfils. */
  matter: words(300),
  note: words(500),
});
export type TransferRow = z.infer<typeof transferRowSchema>;

/** What one file holds, as the importer reads it. */
export const transferItemSchema = z.object({
  title: z.string(),
  docNo: z.string(),
  indexNo: z.string(),
  date: z.string(),
  /** The agency the file itself names; empty when it names none. */
  agency: z.string(),
  matter: z.string(),
});
export type TransferItem = z.infer<typeof transferItemSchema>;

export const transferFileSchema = z.object({
  id,
  name: z.string(),
  bytes: z.number(),
  sha256,
  items: z.array(transferItemSchema),
  /** Why it could not be read; then it is kept with the batch and becomes no draft. */
  problem: z.object({ code: z.string(), text: z.string() }).nullable(),
});
export type TransferFile = z.infer<typeof transferFileSchema>;

/** What the check can find. Those that start with `list`, `row` or `file` are about the batch's own papers. */
export const transferFindingCodes = [
  'list-missing',
  'list-not-empty',
  'list-total-differs',
  'row-without-file',
  'row-twice',
  'row-incomplete',
  'file-without-row',
  'file-unreadable',
  'file-twice',
  'title-differs',
  'doc-no-differs',
  'index-no-differs',
  'date-differs',
  'transferred-before',
  'foreign-agency',
  'scan-missing',
  'matter-due',
] as const;
export type TransferFindingCode = (typeof transferFindingCodes)[number];

export const transferFindingSchema = z.object({
  code: z.enum(transferFindingCodes),
  /** An error has to be put right or explained before the batch goes on; a warning is for whoever looks. */
  severity: z.enum(['error', 'warning']),
  /** Row of the list, counting from 1. */
  row: z.number().int().nullable(),
  file: z.string().nullable(),
  /** The list's side, or what is expected. */
  listed: z.string(),
  /** The files' side, or where it was met before. */
  found: z.string(),
});
export type TransferFinding = z.infer<typeof transferFindingSchema>;

const summaryFields = {
  id,
  agencyId: id,
  agencyName: z.string(),
  month,
  state: z.enum(transferStates),
  source: z.enum(transferSources),
  /** A list that says there was nothing this month (零报送). */
  isEmpty: z.boolean(),
  files: z.number(),
  items: z.number(),
  /** 移送登记号, e.g. `2026-003`; null until received. */
  number: z.string().nullable(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  sentBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
};
export const transferSummarySchema = z.object(summaryFields);
export type TransferSummary = z.infer<typeof transferSummarySchema>;

/** GET /api/transfers: newest first. */
export const transferListQuerySchema = z.object({
  month: month.optional(),
  agencyId: id.optional(),
  state: z.enum(transferStates).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TransferListQuery = z.infer<typeof transferListQuerySchema>;
export const transferListSchema = z.object({
  total: z.number(),
  transfers: z.array(transferSummarySchema),
  next: z.string().nullable(),
});
export type TransferList = z.infer<typeof transferListSchema>;

const storedFile = z.object({ name: z.string(), sha256 });

export const transferEventSchema = z.object({
  at: z.string(),
  who: z.string(),
  act: z.enum(['create', 'send', 'return', 'receive', 'withdraw']),
  note: z.string(),
});
export type TransferEvent = z.infer<typeof transferEventSchema>;

/** A thing that was received: as the ledger keeps it. */
export const receivedItemSchema = transferItemSchema.omit({ agency: true, matter: true }).extend({
  place: z.number().int(),
  file: z.string(),
  /** The record it became; null when the file could not be read. */
  recordId: z.string().nullable(),
  /** The letter that took it back; null while it stands. */
  letterNo: z.string().nullable(),
});
export type ReceivedItem = z.infer<typeof receivedItemSchema>;

export const transferWithdrawalSchema = z.object({
  letterNo: z.string(),
  letter: storedFile,
  reason: z.string(),
  places: z.array(z.number().int()),
  at: z.string(),
  who: z.string(),
});
export type TransferWithdrawal = z.infer<typeof transferWithdrawalSchema>;

/** What the asker may do now with a batch; the hub decides again when it is done. */
export const transferActs = ['edit', 'send', 'receive', 'return', 'withdraw'] as const;

/** GET /api/transfers/:id */
export const transferSchema = transferSummarySchema.extend({
  revision: z.number().int(),
  contact: z.string(),
  note: z.string(),
  rows: z.array(transferRowSchema).nullable(),
  list: storedFile.nullable(),
  scan: storedFile.nullable(),
  fileList: z.array(transferFileSchema),
  findings: z.array(transferFindingSchema),
  returnReasons: z.string(),
  summary: z.string(),
  received: z.array(receivedItemSchema),
  withdrawals: z.array(transferWithdrawalSchema),
  events: z.array(transferEventSchema),
  mayDo: z.array(z.enum(transferActs)),
});
export type Transfer = z.infer<typeof transferSchema>;

/** POST /api/transfers */
export const transferInputSchema = z.object({
  agencyId: id,
  month,
  isEmpty: z.boolean(),
  contact: words(100).default(''),
  note: words(1000).default(''),
});
export type TransferInput = z.infer<typeof transferInputSchema>;

/** PUT /api/transfers/:id; `rows` null takes the list away. `revision` is the one the changes were made on. */
export const transferChangeSchema = transferInputSchema.omit({ agencyId: true }).extend({
  revision: z.number().int(),
  rows: z.array(transferRowSchema).max(transferLimits.rows).nullable(),
});
export type TransferChange = z.infer<typeof transferChangeSchema>;

/** POST …/send: an explanation is asked for where the check found errors that stay. */
export const transferSendSchema = z.object({
  revision: z.number().int(),
  explanation: words(1000).default(''),
});
/** POST …/receive */
export const transferReceiveSchema = z.object({
  revision: z.number().int(),
  summary: words(2000),
  explanation: words(1000).default(''),
});
/** POST …/return */
export const transferReturnSchema = z.object({
  revision: z.number().int(),
  reasons: z.string().trim().min(1).max(2000),
});

/** What an agency did for a month; `upcoming` where nothing is owed (yet), `missing` where it was and nothing came. */
export const monthStandings = ['received', 'empty', 'waiting', 'returned', 'missing', 'upcoming'] as const;
export type MonthStanding = (typeof monthStandings)[number];

/** GET /api/transfers/summary?year=YYYY */
export const transferSummaryQuerySchema = z.object({
  year: z.coerce.number().int().min(1990).max(2199),
});
export const transferYearSchema = z.object({
  year: z.number(),
  months: z.array(month),
  agencies: z.array(
    z.object({
      agencyId: id,
      agencyName: z.string(),
      months: z.array(z.object({ standing: z.enum(monthStandings), items: z.number() })),
      items: z.number(),
    }),
  ),
});
export type TransferYear = z.infer<typeof transferYearSchema>;

/** GET /api/transfers/waiting: what asks for somebody's hand, for the screen of today. */
export const transferWaitingSchema = z.object({
  toReceive: z.number(),
  toFinish: z.number(),
  missingAgencies: z.number(),
  missingMonth: month,
});
export type TransferWaiting = z.infer<typeof transferWaitingSchema>;

/** GET /api/transfers/origin/:recordId: which batch a record came with; null for those that came otherwise. */
export const transferOriginSchema = z.object({
  origin: z
    .object({
      transferId: id,
      number: z.string(),
      month,
      agencyName: z.string(),
      file: z.string(),
      receivedAt: z.string(),
      letterNo: z.string().nullable(),
    })
    .nullable(),
});
export type TransferOrigin = z.infer<typeof transferOriginSchema>;

/** Bounds of an upload link; a person on a slow line sends a month's documents, not an archive. */
export const uploadLinkBounds = {
  days: { least: 1, most: 366 },
  files: { least: 1, most: 500 },
  megabytes: { least: 1, most: 2000 },
} as const;

/** POST /api/transfer-links */
export const uploadLinkInputSchema = z.object({
  agencyId: id,
  label: words(100),
  days: z.number().int().min(uploadLinkBounds.days.least).max(uploadLinkBounds.days.most),
  maxFiles: z.number().int().min(uploadLinkBounds.files.least).max(uploadLinkBounds.files.most),
  maxMegabytes: z.number().int().min(uploadLinkBounds.megabytes.least).max(uploadLinkBounds.megabytes.most),
});
export type UploadLinkInput = z.infer<typeof uploadLinkInputSchema>;

export const uploadLinkSchema = z.object({
  id,
  agencyId: id,
  agencyName: z.string(),
  label: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  isOpen: z.boolean(),
  maxFiles: z.number(),
  maxBytes: z.number(),
  usedFiles: z.number(),
  usedBytes: z.number(),
  lastUsedAt: z.string().nullable(),
});
export type UploadLink = z.infer<typeof uploadLinkSchema>;
export const uploadLinkListSchema = z.object({ links: z.array(uploadLinkSchema) });
/** The address is told once: the store keeps only its digest. */
export const madeUploadLinkSchema = z.object({ link: uploadLinkSchema, address: z.string() });

/** POST /api/transfers/:id/withdrawals is multipart: `letterNo`, `reason`, `places` (JSON) and the scan `letter`. */
export const transferRecallSchema = z.object({
  letterNo: z.string().trim().min(1).max(100),
  reason: z.string().trim().min(1).max(1000),
  places: z.array(z.number().int().min(1)).min(1).max(5000),
});
export type TransferRecall = z.infer<typeof transferRecallSchema>;
