// What terminals showed when, what a release held, and the state of the audit trail, as they cross between hub and desk.
import * as z from 'zod';
import { recordKinds } from '../catalogue/record.ts';

const instant = z.string();
const releaseFacts = z.object({
  version: z.number(),
  publishedAt: instant,
  note: z.string(),
  who: z.string(),
  records: z.number(),
});

/** One stretch of time in which a terminal reported one release. */
export const shownStretchSchema = z.object({
  /** Null while the terminal held no release. */
  version: z.number().nullable(),
  /** When the hub first and last heard of it. */
  reportedAt: instant,
  heardAt: instant,
  /** When it was installed, by the terminal's own clock. */
  installedAt: instant.nullable(),
  /** When another release was first reported; null while this is the newest. */
  nextReportedAt: instant.nullable(),
  /** The facts of the release; null when it is unknown here. */
  release: releaseFacts.nullable(),
  /** Whether the list of what it carried is known in full. */
  isListKnown: z.boolean(),
});
export type ShownStretch = z.infer<typeof shownStretchSchema>;

/** GET /api/terminals/:id/shown?at=: a day of China, or an instant. */
export const shownQuerySchema = z.object({ at: z.union([z.iso.date(), z.iso.datetime({ offset: true })]) });
export const terminalShownSchema = z.object({
  terminal: z.object({ id: z.string(), name: z.string() }),
  /** The instants asked about: from, and before. Equal for one instant. */
  from: instant,
  before: instant,
  /** In order; more than one when the release changed within the time asked about. */
  shown: z.array(shownStretchSchema),
  /** False when the time asked about lies where nothing was heard of it: before or between reports. */
  isCertain: z.boolean(),
});
export type TerminalShown = z.infer<typeof terminalShownSchema>;

/** GET /api/releases/:version/records: what a release carried, without rows of registers. */
export const releaseRecordsQuerySchema = z.object({
  q: z.string().max(200).optional(),
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const releaseRecordsSchema = z.object({
  release: releaseFacts,
  isListKnown: z.boolean(),
  records: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      version: z.number(),
      kind: z.enum(recordKinds),
      title: z.string(),
      agencyName: z.string(),
      /** The release that brought this version. */
      sinceRelease: z.number(),
    }),
  ),
  next: z.string().nullable(),
});
export type ReleaseRecords = z.infer<typeof releaseRecordsSchema>;

/** GET /api/audit/chain */
export const auditChainSchema = z.object({
  isSound: z.boolean(),
  entries: z.number(),
  head: z.string(),
  broken: z.array(z.number()),
  /** When it was walked. */
  at: instant,
});
export type AuditChain = z.infer<typeof auditChainSchema>;
/** GET /api/audit/export: JSONL, days of China, both included. */
export const auditExportQuerySchema = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
