// What hangs on the nodes of the tree, as staff see it: how much, and whose each matter is.
import type { NodeMatters, TreeCounts } from '#shared/protocol/tree-api.ts';
import type { Database } from '../store/tables.ts';
import { parseContent } from './stored-content.ts';

const shownMatters = 200;

/** How many matters and other records hang on each node itself; withdrawn ones are not counted. */
export async function countOnNodes(db: Database): Promise<TreeCounts['counts']> {
  const rows = await db
    .selectFrom('records')
    .select(['node_id', 'kind', (table) => table.fn.countAll<number>().as('count')])
    .where('node_id', 'is not', null)
    .where('state', '<>', 'withdrawn')
    .groupBy(['node_id', 'kind'])
    .execute();
  const counts = new Map<string, { nodeId: string; matters: number; others: number }>();
  for (const { node_id: nodeId, kind, count } of rows) {
    if (nodeId === null) continue;
    const found = counts.get(nodeId) ?? { nodeId, matters: 0, others: 0 };
    found[kind === 'matter' ? 'matters' : 'others'] += count;
    counts.set(nodeId, found);
  }
  return [...counts.values()];
}

/** The matters on one node with their owners and how many records fulfil each. */
export async function listNodeMatters(db: Database, nodeId: string): Promise<NodeMatters> {
  const onNode = db
    .selectFrom('records as record')
    .where('record.node_id', '=', nodeId)
    .where('record.kind', '=', 'matter')
    .where('record.state', '<>', 'withdrawn');
  const { count: total } = await onNode
    .select((table) => table.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await onNode
    .innerJoin('agencies as agency', 'agency.id', 'record.agency_id')
    .innerJoin('record_versions as version', (join) =>
      join.onRef('version.record_id', '=', 'record.id').onRef('version.version', '=', 'record.version'),
    )
    .select([
      'record.id',
      'record.title',
      'record.state',
      'agency.name as agencyName',
      'version.content_json',
    ])
    .select(['record.version', 'record.approved_version', 'record.published_version'])
    .orderBy('record.id')
    .limit(shownMatters)
    .execute();
  const fulfilled = await countFulfilling(
    db,
    rows.map(({ id }) => id),
  );
  const matters = rows.map(({ content_json, approved_version, published_version, ...row }) => {
    const { details } = parseContent(content_json);
    const duty = details?.type === 'matter' ? details : null;
    return {
      ...row,
      approvedVersion: approved_version,
      isPublished: published_version !== null,
      responsible: duty?.responsible ?? null,
      responsiblePerson: duty?.responsiblePerson ?? null,
      records: fulfilled.get(row.id) ?? 0,
    };
  });
  return { total, matters };
}

async function countFulfilling(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('records')
    .select(['matter_id', (table) => table.fn.countAll<number>().as('count')])
    .where('matter_id', 'in', ids)
    .where('state', '<>', 'withdrawn')
    .groupBy('matter_id')
    .execute();
  return new Map(rows.map(({ matter_id, count }) => [matter_id ?? '', count]));
}
