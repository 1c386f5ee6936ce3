// Statutory annual reports as they cross between hub and desk.
import * as z from 'zod';
import { annualContentSchema, knownFiguresSchema } from '../reports/annual-content.ts';

const id = z.string().min(1).max(60);
const year = z.number().int().min(2008).max(2199);

const annualFields = {
  id,
  year,
  /** Null for the report of the whole government. */
  agencyId: z.string().nullable(),
  agencyName: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'final']),
  revision: z.number(),
  /** The last day for handing it in. */
  dueOn: z.iso.date(),
  /** The page of the catalogue made of it; null before. */
  recordId: z.string().nullable(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  finalisedAt: z.string().nullable(),
  finalisedBy: z.string().nullable(),
};
/** GET /api/annual-reports: newest year first. */
export const annualListSchema = z.object({ reports: z.array(z.object(annualFields)) });
const yearBefore = z.object({ content: annualContentSchema, known: knownFiguresSchema });
/** GET /api/annual-reports/:id */
export const annualReportSchema = z.object({
  ...annualFields,
  content: annualContentSchema,
  /** What the system knows of Table 1; of a final report, what it knew then. */
  known: knownFiguresSchema,
  /** The report of the year before; null where there is none. */
  before: yearBefore.nullable(),
});
export type AnnualReport = z.infer<typeof annualReportSchema>;
/** POST /api/annual-reports (`reports.write`): `report.exists` when there is one. */
export const annualInputSchema = z.object({ year, agencyId: id.nullable() });
export type AnnualInput = z.infer<typeof annualInputSchema>;
/** PUT /api/annual-reports/:id: `store.conflict` when `revision` is not the newest. */
export const annualChangeSchema = z.object({ revision: z.number().int(), content: annualContentSchema });
/** POST …/page: makes a draft page of a final report, in the name of this agency. */
export const annualPageSchema = z.object({ agencyId: id });
export const annualPageAnswerSchema = z.object({ recordId: z.string() });
