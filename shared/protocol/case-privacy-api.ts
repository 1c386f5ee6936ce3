// What is held of one person, as it crosses between hub and administrator: found, exported, erased.
import * as z from 'zod';

const text = (longest: number) => z.string().trim().max(longest).default('');
const ids = z.array(z.string().min(1).max(60)).min(1).max(500);

/** POST /api/case-privacy/find: a number of identity (or credit code), or a phone number with or without the name. */
export const personQuerySchema = z.object({ name: text(120), idNumber: text(40), phone: text(30) });
export type PersonQuery = z.infer<typeof personQuerySchema>;

export const foundCasesSchema = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      kind: z.string(),
      receivedOn: z.string(),
      state: z.string(),
    }),
  ),
});
export type FoundCase = z.infer<typeof foundCasesSchema>['cases'][number];

/** POST /api/case-privacy/export: answers with a .zip of one JSON document and the files. */
export const privacyExportSchema = z.object({ ids });

/** POST /api/case-privacy/erase */
export const privacyEraseSchema = z.object({ ids, reason: z.string().trim().min(1).max(500) });
export const erasedSchema = z.object({ erased: z.number() });
