// POST /api/handoff-lists: a list too long for one symbol gets a short code under which phones find it.
import * as z from 'zod';
import { mostListed } from '../handoff/list-payload.ts';

export const listRequestSchema = z.object({
  records: z
    .array(
      z.object({
        code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/),
        version: z.number().int().min(1).max(999_999_999),
      }),
    )
    .min(1)
    .max(mostListed),
});

/** The code as it stands in `<public-url>/m/L-<code>`. */
export const listAnswerSchema = z.object({
  code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  expiresAt: z.string(),
});
