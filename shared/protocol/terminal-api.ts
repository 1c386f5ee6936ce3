// What crosses between the hub and its terminals: POST /api/terminals (enrol), POST /api/terminals/:id/report, and
// GET /api/terminals for the desk.
import * as z from 'zod';

export const enrolSchema = z.object({
  name: z.string().max(100).optional(),
  userAgent: z.string().max(500),
  screen: z.string().max(50),
});
export type Enrolment = z.infer<typeof enrolSchema>;
export const enrolledSchema = z.object({ terminalId: z.string(), token: z.string(), name: z.string() });
/** Sent with `authorization: Bearer <token>` after each sync and every few minutes. */
export const terminalReportSchema = z.object({
  version: z.number().nullable(),
  contentAsOf: z.string().max(40).nullable(),
  lastSyncAt: z.string().max(40).nullable(),
  problem: z.object({ at: z.string().max(40), code: z.string().max(100) }).nullable(),
  damagedBlocks: z.number(),
  usedBytes: z.number().nullable(),
  appVersion: z.string().max(100),
  /** What staff call the terminal; left out where they have not said. */
  name: z.string().max(100).optional(),
});
export type TerminalReport = z.infer<typeof terminalReportSchema>;
export const terminalListSchema = z.object({
  terminals: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      enrolledAt: z.string(),
      lastSeenAt: z.string().nullable(),
      /** True when nothing was heard from it for longer than a sound terminal is silent. */
      isSilent: z.boolean(),
      version: z.number().nullable(),
      problem: z.object({ at: z.string(), code: z.string(), message: z.string() }).nullable(),
      usedBytes: z.number().nullable(),
      screen: z.string(),
    }),
  ),
});

export type TerminalList = z.infer<typeof terminalListSchema>;
