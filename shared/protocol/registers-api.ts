// What the admin page and the hub say to each other about registers.
import * as z from 'zod';
import { ruleIds } from '../lint/rule-table.ts';

/** A definition is read by `parseDefinition` of shared/registers, which says what is wrong and where. */
const definitionSchema = z.record(z.string(), z.unknown());
const cellsSchema = z.record(z.string().max(40), z.string().max(5000));

// --- GET /api/registers, POST /api/registers, GET, PUT /api/registers/:id,
//     POST /api/registers/:id/approve, …/discard, …/withdraw → registerSchema

export const registerStates = ['draft', 'approved', 'withdrawn'] as const;

export const registerSchema = z.object({
  id: z.string(),
  /** What staff and scripts call it. */
  slug: z.string(),
  code: z.string(),
  title: z.string(),
  template: z.string().nullable(),
  period: z.string().nullable(),
  agencyId: z.string(),
  agencyName: z.string(),
  nodeId: z.string().nullable(),
  state: z.enum(registerStates),
  version: z.number(),
  approvedVersion: z.number().nullable(),
  publishedVersion: z.number().nullable(),
  /** Rows as they stand, with what waits. */
  entries: z.number(),
  /** What approving would change. */
  waiting: z.object({ added: z.number(), changed: z.number(), removed: z.number() }),
  updatedAt: z.string(),
  updatedBy: z.string(),
  updateRule: z.string().nullable(),
});
export type RegisterSummary = z.infer<typeof registerSchema>;

export const registerListSchema = z.object({ registers: z.array(registerSchema) });

export const registerDetailSchema = registerSchema.extend({ definition: definitionSchema });
export type RegisterDetail = z.infer<typeof registerDetailSchema>;

export const registerInputSchema = z.object({
  definition: definitionSchema,
  agencyId: z.string().min(1).max(60),
  nodeId: z.string().max(60).nullable(),
  period: z.string().max(60).nullable(),
});
export type RegisterInput = z.infer<typeof registerInputSchema>;
export const registerUpdateSchema = registerInputSchema.extend({ baseVersion: z.number().int() });

// --- GET, POST /api/registers/:id/rows; GET, PUT, DELETE /api/registers/:id/rows/:row

/** How a row stands towards what is approved. */
export const rowStandings = ['approved', 'added', 'changed', 'removed'] as const;

export const registerRowSchema = z.object({
  id: z.string(),
  code: z.string(),
  version: z.number(),
  standing: z.enum(rowStandings),
  cells: cellsSchema,
  /** How deep it stands below the item above, where rows come in the order of their table. */
  level: z.number().int().optional(),
});
export type RegisterRow = z.infer<typeof registerRowSchema>;

/** POST /api/registers/:id/approve: findings somebody answers for, by their keys. */
export const registerDecisionSchema = z.object({
  confirmed: z.array(z.string().max(100)).max(500).default([]),
});

/** GET /api/registers/:id/findings */
export const registerFindingsSchema = z.object({
  version: z.number().int(),
  findings: z.array(
    z.object({
      key: z.string(),
      columnTitle: z.string(),
      rule: z.enum(ruleIds),
      name: z.string(),
      advice: z.string(),
      count: z.number().int(),
      examples: z.array(z.object({ row: z.number().int(), excerpt: z.string() })),
    }),
  ),
  confirmedBefore: z.array(z.string()),
});
export type RegisterFindingsView = z.infer<typeof registerFindingsSchema>;

export const rowListQuerySchema = z.object({
  /** Words any cell holds. */
  q: z.string().max(100).optional(),
  /** `next` of the page before. */
  after: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  waiting: z.enum(['1']).optional(),
  /** The key of a column that is sortable; the order of the table where it is absent. */
  sort: z.string().max(40).optional(),
  dir: z.enum(['asc', 'desc']).optional(),
});

/** A total row (合计), no entry: behind which row it stands, or null for above the first. */
export const totalLineSchema = z.object({
  /** Changes with what it says. */
  key: z.string(),
  after: z.string().nullable(),
  cells: cellsSchema,
});
export type TotalLine = z.infer<typeof totalLineSchema>;
export const rowListSchema = z.object({
  rows: z.array(registerRowSchema),
  /** Where rows come in the order of their table, unsearched. */
  totals: z.array(totalLineSchema),
  /** Null on the last page. */
  next: z.string().nullable(),
});

export const rowInputSchema = z.object({ cells: cellsSchema });
export const rowUpdateSchema = rowInputSchema.extend({ baseVersion: z.number().int() });

// --- POST /api/registers/:id/totals; PUT, DELETE /api/registers/:id/totals/:key; POST /api/registers/:id/total-sums

export const totalInputSchema = z.object({
  /** The row it stands behind, `''` above the first; absent at the end, or where it stands already. */
  after: z.string().max(60).optional(),
  cells: cellsSchema,
});

export const totalSumsQuerySchema = totalInputSchema.extend({
  /** The total it is to take the place of. */
  key: z.string().max(60).nullable(),
});

/** What each figure should come to, as people read it, and whether the one stated differs. */
export const totalSumsSchema = z.object({
  sums: z.array(z.object({ column: z.string(), added: z.string(), isWrong: z.boolean() })),
});
export type TotalSums = z.infer<typeof totalSumsSchema>;

// --- GET /api/registers/:id/faults: figures that do not add up

export const figureFaultsSchema = z.object({
  sums: z.array(
    z.object({
      /** The row that states it, or the key of the total. */
      row: z.string().nullable(),
      total: z.string().nullable(),
      columnTitle: z.string(),
      name: z.string(),
      stated: z.string(),
      added: z.string(),
      gap: z.string(),
      isRounding: z.boolean(),
    }),
  ),
  /** What else is at odds, in both languages. */
  notes: z.array(z.object({ text: z.string(), textEn: z.string() })),
});
export type FigureFaults = z.infer<typeof figureFaultsSchema>;

export const rowHistorySchema = z.object({
  versions: z.array(
    z.object({
      version: z.number(),
      at: z.string(),
      who: z.string(),
      isApproved: z.boolean(),
      isPublished: z.boolean(),
      cells: cellsSchema,
    }),
  ),
});
export type RowHistory = z.infer<typeof rowHistorySchema>;
