// What crosses when staff shape the catalogue tree: nodes, the matters under them, and ready-made trees.
import * as z from 'zod';
import { recordStates } from './hub-api.ts';

// --- GET /api/tree/counts, POST /api/tree/nodes, PUT|DELETE /api/tree/nodes/:id, PUT /api/tree/nodes/:id/place

export const longestNodeTitle = 200;
export const longestNodeBasis = 500;

export const nodeInputSchema = z.object({
  title: z.string().trim().min(1).max(longestNodeTitle),
  basis: z.string().trim().max(longestNodeBasis).nullable(),
});
export type NodeInput = z.infer<typeof nodeInputSchema>;
/** A new node comes last under its parent. */
export const newNodeSchema = nodeInputSchema.extend({ parentId: z.string().max(100).nullable() });
/** Where a node goes: under which node, and how many of its new siblings stand before it. */
export const nodePlaceSchema = z.object({
  parentId: z.string().max(100).nullable(),
  position: z.number().int().min(0).max(100_000),
});
export type NodePlace = z.infer<typeof nodePlaceSchema>;
/** How much hangs on each node itself; nodes with nothing are left out. */
export const treeCountsSchema = z.object({
  counts: z.array(z.object({ nodeId: z.string(), matters: z.number(), others: z.number() })),
});
export type TreeCounts = z.infer<typeof treeCountsSchema>;

// --- GET /api/tree/nodes/:id/matters

export const nodeMattersSchema = z.object({
  total: z.number(),
  /** The first 200. */
  matters: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      agencyName: z.string(),
      /** 责任部门 */
      responsible: z.string().nullable(),
      /** 责任人 */
      responsiblePerson: z.string().nullable(),
      state: z.enum(recordStates),
      version: z.number(),
      approvedVersion: z.number().nullable(),
      isPublished: z.boolean(),
      /** Records that fulfil it, whatever their state. */
      records: z.number(),
    }),
  ),
});
export type NodeMatters = z.infer<typeof nodeMattersSchema>;

// --- GET /api/tree/templates, POST /api/tree/templates/:id/preview, POST /api/tree/templates/:id/install

export const treeTemplatesSchema = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      basis: z.string(),
      nodes: z.number(),
      matters: z.number(),
      /** The nodes that have matters: each may be given to an agency of its own. */
      sections: z.array(z.object({ node: z.string(), title: z.string(), matters: z.number() })),
    }),
  ),
});
export type TreeTemplateView = z.infer<typeof treeTemplatesSchema>['templates'][number];
export const templateInstallSchema = z.object({
  /** Whose the matters are, unless their section says otherwise. */
  agencyId: z.string().max(100),
  /** Sections given to another agency; null leaves the section out. */
  sections: z
    .array(z.object({ node: z.string().max(100), agencyId: z.string().max(100).nullable() }))
    .max(200),
  /** Approves the matters it adds, in the name of who installs. */
  approve: z.boolean().default(false),
});
export type TemplateInstall = z.infer<typeof templateInstallSchema>;
export const templateOutcomeSchema = z.object({
  nodes: z.number(),
  matters: z.number(),
  /** What was there already and stays as it is. */
  keptNodes: z.number(),
  keptMatters: z.number(),
});
export type TemplateOutcome = z.infer<typeof templateOutcomeSchema>;
