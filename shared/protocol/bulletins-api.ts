// Bulletins, score rules and matter coverage as they cross between hub and desk.
import * as z from 'zod';
import { measures, scoreRulesSchema } from '../reports/score.ts';
import { fileFormats } from './ledgers-api.ts';

const id = z.string().min(1).max(60);
const words = (max: number) => z.string().max(max);

/** GET and PUT /api/score-rules (`reports.write` to change). */
export const storedRulesSchema = z.object({ rules: scoreRulesSchema, isDefault: z.boolean() });

/** A quarter `2026-Q1`, or a month `2026-03`. */
export const bulletinPeriodSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2]|Q[1-4])$/);

/** The parts of a bulletin's text, in the order they are printed. */
export const bulletinTextSchema = z.object({
  /** 第×期 */
  issue: words(50),
  issuer: words(100),
  /** Printed below the issuer. */
  date: words(40),
  overview: words(5000),
  findings: words(10_000),
  demands: words(10_000),
});
export type BulletinText = z.infer<typeof bulletinTextSchema>;

export const scoredAgencySchema = z.object({
  agencyId: id,
  agencyName: z.string(),
  rank: z.number(),
  total: z.number(),
  parts: z.array(z.object({ measure: z.enum(measures), count: z.number(), points: z.number() })),
});
export type ScoredAgency = z.infer<typeof scoredAgencySchema>;

/** What is behind one count: a record, or an entry of the register of opinions. */
export const scoreFactSchema = z.object({
  measure: z.enum(measures),
  agencyId: id,
  link: z.object({ kind: z.enum(['record', 'entry']), id }),
  title: z.string(),
  /** When it happened, or was due: a day or an instant. */
  at: z.string().nullable(),
  note: z.string(),
});
export type ScoreFact = z.infer<typeof scoreFactSchema>;

export const bulletinFiguresSchema = z.object({
  rules: scoreRulesSchema,
  agencies: z.array(scoredAgencySchema),
  facts: z.array(scoreFactSchema),
  /** False where no calendar tells which days are worked, so that nothing is on time or overdue. */
  isDutyKnown: z.boolean(),
  madeAt: z.string(),
});
export type BulletinFigures = z.infer<typeof bulletinFiguresSchema>;

const bulletinFields = {
  id,
  period: bulletinPeriodSchema,
  title: z.string(),
  state: z.enum(['draft', 'final']),
  revision: z.number(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  finalisedAt: z.string().nullable(),
  finalisedBy: z.string().nullable(),
};
/** GET /api/bulletins: newest period first. */
export const bulletinListSchema = z.object({ bulletins: z.array(z.object(bulletinFields)) });
/** GET /api/bulletins/:id: the figures of a draft are worked out anew each time. */
export const bulletinSchema = z.object({
  ...bulletinFields,
  text: bulletinTextSchema,
  figures: bulletinFiguresSchema.omit({ facts: true }),
});
export type Bulletin = z.infer<typeof bulletinSchema>;
/** POST /api/bulletins (`reports.write`) */
export const bulletinInputSchema = z.object({ period: bulletinPeriodSchema });
/** PUT /api/bulletins/:id (`reports.write`): `store.conflict` when `revision` is not the newest. */
export const bulletinChangeSchema = z.object({
  revision: z.number().int(),
  title: z.string().trim().min(1).max(200),
  text: bulletinTextSchema,
});
export type BulletinChange = z.infer<typeof bulletinChangeSchema>;
export const revisionSchema = z.object({ revision: z.number().int() });
/** GET /api/bulletins/:id/facts */
export const factsQuerySchema = z.object({ agencyId: id, measure: z.enum(measures) });
export const factListSchema = z.object({ facts: z.array(scoreFactSchema), total: z.number() });
export const reportFileQuerySchema = z.object({ format: z.enum(fileFormats).exclude(['csv']) });

/** GET /api/coverage (`ledgers.read`): how many matters should be there, and how many are. */
const covered = z.object({ due: z.number(), there: z.number() });
export const coverageSchema = z.object({
  fields: z.array(z.object({ id: z.string(), title: z.string(), ...covered.shape })),
  agencies: z.array(
    z.object({
      id,
      name: z.string(),
      ...covered.shape,
      /** One for each field, in their order; null where the agency has no matter of it. */
      cells: z.array(covered.nullable()),
    }),
  ),
  ...covered.shape,
});
export type Coverage = z.infer<typeof coverageSchema>;
/** GET /api/coverage/matters */
export const coverageQuerySchema = z.object({
  agencyId: id.optional(),
  fieldId: z.string().max(60).optional(),
});
export const coveredMattersSchema = z.object({
  matters: z.array(
    z.object({
      id,
      title: z.string(),
      agencyName: z.string(),
      nodeTitle: z.string(),
      limit: z.string(),
      /** Public records that fulfil it. */
      records: z.number(),
    }),
  ),
});
