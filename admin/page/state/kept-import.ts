// Which import is under way in this tab, and what staff chose for it: it can be left and come back to.
import * as z from 'zod';
import { importKindSchema } from '#shared/protocol/import-api.ts';

const choiceSchema = z.object({
  as: importKindSchema.nullable(),
  columns: z.record(z.string(), z.string().nullable()),
  /** The register a table goes into. */
  register: z.string().optional(),
});
const keptSchema = z.object({
  id: z.string(),
  choices: z.record(z.string(), choiceSchema),
  agency: z.string(),
});

/** What staff chose for one file: the kind it is read as, and corrected columns (position → field or null), its register. */
export type FileChoice = z.infer<typeof choiceSchema>;
export type KeptImport = z.infer<typeof keptSchema>;

const key = 'mingchuang-import';

export function readKeptImport(): KeptImport | null {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Remembers the import, or forgets it. */
export function keepImport(kept: KeptImport | null): void {
  try {
    if (kept) sessionStorage.setItem(key, JSON.stringify(kept));
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage an import can still be finished; it only cannot be left and come back to.
  }
}
