// Which matters should be public and which are: by agency and field of the tree.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import type { Coverage, coveredMattersSchema } from '#shared/protocol/bulletins-api.ts';
import { treeIds } from '../editorial/default-tree.ts';
import { listTree } from '../editorial/tree.ts';
import type { Database } from '../store/tables.ts';

export interface CoveredMatter {
  readonly id: string;
  readonly title: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly nodeId: string | null;
  readonly nodeTitle: string | null;
  readonly limit: string | null;
  readonly records: number;
}

/** Where matters stand that hang nowhere. */
const noField = { id: '', title: '' };

/** Approved matters that are to be disclosed without being asked for, with the public records that fulfil each. */
export async function loadMatters(db: Database, agencyId: string | null): Promise<readonly CoveredMatter[]> {
  const { rows } = await sql<CoveredMatter>`
    select matter.id, matter.title, agency.id as agencyId, agency.name as agencyName,
      matter.node_id as nodeId, node.title as nodeTitle,
      json_extract(version.content_json, '$.details.deadline.text') as "limit",
      (select count(*) from records as record
        where record.matter_id = matter.id and record.published_version is not null) as records
    from records as matter
      join agencies as agency on agency.id = matter.agency_id
      join record_versions as version
        on version.record_id = matter.id and version.version = matter.approved_version
      left join tree_nodes as node on node.id = matter.node_id
    where matter.kind = 'matter' and matter.state = 'approved'
      and (${agencyId} is null or matter.agency_id = ${agencyId})
      and (coalesce(json_array_length(version.content_json, '$.details.mode'), 0) = 0
        or exists (select 1 from json_each(version.content_json, '$.details.mode') where value = 'proactive'))
    order by agency.sort_order, agency.id, matter.title, matter.id`.execute(db);
  return rows;
}

/** The matrix; fields in the order of the tree. */
export async function loadCoverage(db: Database, agencyId: string | null): Promise<Coverage> {
  const [matters, fields] = await Promise.all([loadMatters(db, agencyId), fieldsOfTree(db)]);
  const fieldOf = (matter: CoveredMatter) => fields.ofNode.get(matter.nodeId ?? '') ?? noField;
  const byField = Map.groupBy(matters, (matter) => fieldOf(matter).id);
  const used = [...fields.all, noField].filter(({ id }) => byField.has(id));
  const agencies = [...Map.groupBy(matters, (matter) => matter.agencyId)].map(([id, own]) => {
    const cells = Map.groupBy(own, (matter) => fieldOf(matter).id);
    return {
      id,
      name: own[0]?.agencyName ?? '',
      ...count(own),
      cells: used.map((field) => (cells.has(field.id) ? count(cells.get(field.id) ?? []) : null)),
    };
  });
  return {
    fields: used.map((field) => ({ ...field, ...count(byField.get(field.id) ?? []) })),
    agencies,
    ...count(matters),
  };
}

/** The matters behind a cell, those that are missing first. */
export async function loadCellMatters(
  db: Database,
  { agencyId, fieldId }: { readonly agencyId: string | null; readonly fieldId: string | null },
): Promise<z.infer<typeof coveredMattersSchema>> {
  const [matters, fields] = await Promise.all([loadMatters(db, agencyId), fieldsOfTree(db)]);
  const own = matters.filter(
    ({ nodeId }) => fieldId === null || (fields.ofNode.get(nodeId ?? '') ?? noField).id === fieldId,
  );
  const ordered = [
    ...own.filter(({ records }) => records === 0),
    ...own.filter(({ records }) => records > 0),
  ];
  return {
    matters: ordered.slice(0, 500).map(({ id, title, agencyName, nodeTitle, limit, records }) => ({
      ...{ id, title, agencyName, records },
      nodeTitle: nodeTitle ?? '',
      limit: limit ?? '',
    })),
  };
}

function count(matters: readonly CoveredMatter[]): { due: number; there: number } {
  return { due: matters.length, there: matters.filter(({ records }) => records > 0).length };
}

interface Fields {
  readonly all: readonly { readonly id: string; readonly title: string }[];
  /** Node → the field it belongs to. */
  readonly ofNode: ReadonlyMap<string, { readonly id: string; readonly title: string }>;
}

/** A field is what hangs on a section of the platform; below the standard catalogues, each of these. */
async function fieldsOfTree(db: Database): Promise<Fields> {
  const nodes = await listTree(db);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isAbove = (id: string | null) =>
    id === null || id === treeIds.matters || byId.get(id)?.parentId === null;
  const fieldOf = (node: TreeNode): TreeNode => {
    let field = node;
    while (!isAbove(field.parentId)) field = byId.get(field.parentId ?? '') ?? field;
    return field;
  };
  const ofNode = new Map(nodes.map((node) => [node.id, fieldOf(node)]));
  const heads = new Set([...ofNode.values()].map(({ id }) => id));
  const children = Map.groupBy(nodes, (node) => node.parentId);
  const ordered: TreeNode[] = [];
  const walk = (parent: string | null): void => {
    for (const node of children.get(parent) ?? []) {
      ordered.push(node);
      walk(node.id);
    }
  };
  walk(null);
  const fields = ordered.filter(({ id }) => heads.has(id)).map(({ id, title }) => ({ id, title }));
  return { all: fields, ofNode };
}
