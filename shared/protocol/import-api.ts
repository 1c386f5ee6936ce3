// Importing at the hub: uploads, how their files are read, and what came of it.
import * as z from 'zod';
import { writtenKinds } from '../catalogue/record.ts';
import { problemSchema } from './hub-api.ts';

const nullableText = (max: number) => z.string().max(max).nullable();

// --- import: POST /api/imports (multipart, fields `file`…) → upload; PUT /api/imports/:id/options → preview job;
//     GET /api/imports/:id; POST /api/imports/:id/run; DELETE /api/imports/:id

export const importKindSchema = z.enum(['matters', 'documents', 'guides', 'notices', 'pages', 'register']);
export const rowProblemSchema = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});
export type RowProblemView = z.infer<typeof rowProblemSchema>;
export const importedFileSchema = z.object({
  file: z.string(),
  as: importKindSchema.nullable(),
  columns: z.array(z.object({ index: z.number(), heading: z.string(), field: z.string().nullable() })),
  rows: z.number(),
  accepted: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  /** Numbers count all; the lists hold the first 500 each. */
  rejectedCount: z.number(),
  warningCount: z.number(),
  rejected: z.array(rowProblemSchema),
  warnings: z.array(rowProblemSchema),
  /** Of a register only: what it is or would be, the first rows of the file as they stand there, what is not in it. */
  table: z
    .object({
      register: z.string(),
      isNew: z.boolean(),
      definition: z.record(z.string(), z.unknown()),
      /** Registers the table could go into, existing and ready-made, the best first, with the headings that match. */
      candidates: z.array(
        z.object({
          register: z.string(),
          title: z.string(),
          isExisting: z.boolean(),
          share: z.number(),
          matching: z.array(z.string()),
          unknown: z.array(z.string()),
        }),
      ),
      template: z.string().nullable(),
      period: z.string().nullable(),
      headerRow: z.number(),
      rows: z.array(z.array(z.string())),
      removed: z.number(),
      /** Total rows (合计, 小计) of the file, which are no entries. */
      totals: z.number(),
      replaces: z.boolean(),
    })
    .optional(),
  /** The first 200 rows with what would happen to them. */
  sample: z.array(
    z.object({
      row: z.number(),
      action: z.enum(['create', 'update', 'unchanged', 'reject']),
      title: z.string(),
      agency: z.string(),
      kind: z.enum(writtenKinds).nullable(),
    }),
  ),
});
export const importJobSchema = z.object({
  id: z.string(),
  state: z.enum(['uploaded', 'previewing', 'previewed', 'running', 'done', 'failed']),
  progress: z.object({ rows: z.number(), files: z.number(), totalFiles: z.number() }),
  files: z.array(importedFileSchema),
  problem: problemSchema.nullable(),
  /** Fields each kind understands, for the column picker: field → Chinese and English label. */
  fields: z.record(
    importKindSchema,
    z.array(z.object({ field: z.string(), zh: z.string(), en: z.string() })),
  ),
});
export type ImportJob = z.infer<typeof importJobSchema>;
/** `file` is a name from the job's `files`: an uploaded file, or `archive.zip/inner.csv` for a member of one. */
export const importOptionsSchema = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      as: importKindSchema.nullable(),
      columns: z.record(z.string(), z.string().nullable()).optional(),
      /** Of a register: what staff call it, how it is set up, what its figures are about, whether this is all of it. */
      register: z.string().max(40).nullable().optional(),
      definition: z.record(z.string(), z.unknown()).optional(),
      period: nullableText(60).optional(),
      replaces: z.boolean().optional(),
    }),
  ),
  agency: nullableText(200),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;
export const importRunSchema = z.object({ approve: z.boolean() });
