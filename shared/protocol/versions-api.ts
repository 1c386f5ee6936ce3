// One stored version of a record as the desk reads it: what reviewers compare and preview.
import * as z from 'zod';
import { recordInputSchema } from './hub-api.ts';

/** GET /api/records/:id/versions/:version; `text` is the body as plain lines. */
export const recordVersionSchema = z.object({
  version: z.number().int(),
  at: z.string(),
  who: z.string(),
  agencyName: z.string(),
  content: recordInputSchema,
  text: z.string(),
});
export type RecordVersion = z.infer<typeof recordVersionSchema>;
