// Parses the ready-made trees: bounded, typed, every node below one that comes before it.
import * as z from 'zod';
import { channels, type MatterDetails } from '#shared/catalogue/details.ts';
import { parseDeadline } from '#shared/catalogue/parse-deadline.ts';
import { enterprise } from './enterprise.ts';
import { government } from './government.ts';
import { party } from './party.ts';
import { publicInstitutions } from './public-institutions.ts';
import type { TemplateSource } from './template-source.ts';
import { village } from './village.ts';

/** A matter of a template, whole but for whose it is. */
export interface TemplateMatter {
  readonly title: string;
  readonly details: MatterDetails;
}

export interface TemplateNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly title: string;
  readonly basis: string | null;
  readonly isField: boolean;
  readonly matters: readonly TemplateMatter[];
}

export interface TreeTemplate {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly nodes: readonly TemplateNode[];
}

const mostNodes = 100;
const mostMatters = 50;

const words = (max: number) => z.string().trim().min(1).max(max);
const nodeId = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .max(60);
const defaults = {
  channels: z.array(z.enum(channels)).max(channels.length),
  tiers: z.array(z.enum(['county', 'township', 'village'])).max(3),
  audience: z.array(z.enum(['everyone', 'specific'])).min(1),
  audienceNote: words(200).nullable(),
};
const rowSchema = z.union([
  z.tuple([words(200), words(2000), words(200)]),
  z.tuple([words(200), words(2000), words(200), words(500)]),
]);
const templateSchema = z.object({
  id: nodeId,
  title: words(100),
  basis: words(500),
  defaults: z.object({
    ...defaults,
    audience: defaults.audience.default(['everyone']),
    audienceNote: defaults.audienceNote.default(null),
  }),
  nodes: z
    .array(
      z.object({
        id: nodeId,
        under: nodeId.nullable(),
        title: words(200),
        basis: words(500).optional(),
        isField: z.boolean().default(false),
        matters: z.array(rowSchema).max(mostMatters).default([]),
        ...z.object(defaults).partial().shape,
      }),
    )
    .min(1)
    .max(mostNodes),
});
type ParsedSource = z.infer<typeof templateSchema>;
type ParsedNode = ParsedSource['nodes'][number];

/** Every template, in the order they are offered. */
export function loadTemplates(): readonly TreeTemplate[] {
  return [government, party, village, enterprise, ...publicInstitutions].map(parseTemplate);
}

/** The template of this name, or null. */
export function findTemplate(id: string): TreeTemplate | null {
  return loadTemplates().find((template) => template.id === id) ?? null;
}

/** Throws for a template that could not be installed: a mistake of whoever wrote it. */
export function parseTemplate(source: TemplateSource): TreeTemplate {
  const parsed = templateSchema.parse(source);
  const known = new Set<string | null>([null]);
  for (const { id, under } of parsed.nodes) {
    if (known.has(id) || !known.has(under)) throw new Error(`${parsed.id}: node ${id} is out of place`);
    known.add(id);
  }
  const { id, title, basis } = parsed;
  return { id, title, basis, nodes: parsed.nodes.map((node) => templateNode(node, parsed)) };
}

function templateNode(node: ParsedNode, template: ParsedSource): TemplateNode {
  return {
    id: node.id,
    parentId: node.under,
    title: node.title,
    basis: node.basis ?? null,
    isField: node.isField,
    matters: node.matters.map((row) => templateMatter(row, node, template)),
  };
}

function templateMatter(row: z.infer<typeof rowSchema>, node: ParsedNode, template: ParsedSource) {
  const [title, elements, deadline, basis] = row;
  const { defaults: common } = template;
  const details: MatterDetails = {
    type: 'matter',
    field: node.isField ? node.title : template.title,
    levels: node.isField ? [title] : [node.title, title],
    elements,
    basis: basis ?? node.basis ?? template.basis,
    deadline: parseDeadline(deadline).rule,
    channels: node.channels ?? common.channels,
    otherChannels: [],
    audience: node.audience ?? common.audience,
    audienceNote: node.audienceNote ?? common.audienceNote,
    mode: ['proactive'],
    tiers: node.tiers ?? common.tiers,
    responsible: null,
  };
  return { title, details };
}
