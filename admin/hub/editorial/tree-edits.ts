// Shapes the catalogue tree by hand: nodes added, renamed, moved and removed, each put on record.
import { sql } from 'kysely';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { NodeInput, NodePlace } from '#shared/protocol/tree-api.ts';
import type { Actor } from '../http/hub-services.ts';
import type { Database } from '../store/tables.ts';
import { recordAudit } from './audit.ts';
import { type Desk, withTransaction } from './desk.ts';
import { nameKey } from './identity-keys.ts';
import { insertNode, listTree } from './tree.ts';

/** What a terminal walks upwards at most (see kiosk/state/catalogue-tree.ts). */
const mostLevels = 10;

/** Adds a node as the last child. Throws `not-found`, `tree.title-taken` or `tree.too-deep`. */
export function addNode(
  desk: Desk,
  input: NodeInput & { readonly parentId: string | null },
  actor: Actor,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const tree = await listTree(inside.db);
    const { parentId, title, basis } = input;
    if (parentId !== null) nodeOf(tree, parentId);
    refuseTaken(tree, parentId, title, null);
    refuseDeep(tree, parentId, 1);
    const order = Math.max(0, ...childrenOf(tree, parentId).map((node) => node.order)) + 1;
    await insertNode(inside.db, { id: desk.newId('n'), parentId, title, basis: basis || null, order });
    await recordAudit(inside, { who: actor.name, action: 'tree.add', subject: title });
  });
}

/** Names a node and its basis anew. Throws `not-found` or `tree.title-taken`. */
export function changeNode(desk: Desk, id: string, input: NodeInput, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const tree = await listTree(inside.db);
    const node = nodeOf(tree, id);
    refuseTaken(tree, node.parentId, input.title, id);
    await inside.db
      .updateTable('tree_nodes')
      .set({ title: input.title, title_key: nameKey(input.title), basis: input.basis || null })
      .where('id', '=', id)
      .execute();
    const details = node.title === input.title ? {} : { details: { nameBefore: node.title } };
    await recordAudit(inside, { who: actor.name, action: 'tree.change', subject: input.title, ...details });
  });
}

/** Puts a node with all below it elsewhere. Throws `not-found` or `tree.…`. */
export function moveNode(desk: Desk, id: string, place: NodePlace, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const tree = await listTree(inside.db);
    const node = nodeOf(tree, id);
    const { parentId } = place;
    if (parentId !== null) nodeOf(tree, parentId);
    if (pathTo(tree, parentId).includes(id)) throw new AppError('tree.below-itself', { title: node.title });
    refuseTaken(tree, parentId, node.title, id);
    refuseDeep(tree, parentId, heightOf(tree, id));
    const siblings = childrenOf(tree, parentId).filter((one) => one.id !== id);
    const ordered = [...siblings.slice(0, place.position), node, ...siblings.slice(place.position)];
    for (const [index, { id: moved }] of ordered.entries()) {
      const set = { sort_order: index + 1, ...(moved === id ? { parent_id: parentId } : {}) };
      await inside.db.updateTable('tree_nodes').set(set).where('id', '=', moved).execute();
    }
    await recordAudit(inside, { who: actor.name, action: 'tree.move', subject: node.title });
  });
}

/** Removes a node nothing hangs on. Throws `not-found` or `tree.not-empty`. */
export function removeNode(desk: Desk, id: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const tree = await listTree(inside.db);
    const { title } = nodeOf(tree, id);
    const nodes = childrenOf(tree, id).length;
    const records = await countRecords(inside.db, id);
    if (nodes + records > 0) throw new AppError('tree.not-empty', { title, nodes, records });
    await inside.db.deleteFrom('tree_nodes').where('id', '=', id).execute();
    await recordAudit(inside, { who: actor.name, action: 'tree.remove', subject: title });
  });
}

/** Records on the node, and those whose public version still hangs on it though a newer one does not. */
async function countRecords(db: Database, nodeId: string): Promise<number> {
  const newest = await db
    .selectFrom('records')
    .select((table) => table.fn.countAll<number>().as('count'))
    .where('node_id', '=', nodeId)
    .executeTakeFirstOrThrow();
  const approved = await db
    .selectFrom('records as record')
    .innerJoin('record_versions as approved', (join) =>
      join
        .onRef('approved.record_id', '=', 'record.id')
        .onRef('approved.version', '=', 'record.approved_version'),
    )
    .select((table) => table.fn.countAll<number>().as('count'))
    .where('record.state', '=', 'approved')
    .where(sql<boolean>`record.version <> record.approved_version`)
    .where(sql<boolean>`(record.node_id is null or record.node_id <> ${nodeId})`)
    .where(sql<boolean>`instr(approved.content_json, ${`"nodeId":${JSON.stringify(nodeId)}`}) > 0`)
    .executeTakeFirstOrThrow();
  return newest.count + approved.count;
}

function nodeOf(tree: readonly TreeNode[], id: string): TreeNode {
  const node = tree.find((one) => one.id === id);
  if (node === undefined) throw new AppError('not-found', { what: id });
  return node;
}

function childrenOf(tree: readonly TreeNode[], parentId: string | null): TreeNode[] {
  return tree.filter((node) => node.parentId === parentId);
}

/** The ids from a node up to its root. */
function pathTo(tree: readonly TreeNode[], id: string | null): string[] {
  const path: string[] = [];
  for (let at = id; at !== null && !path.includes(at); at = nodeOf(tree, at).parentId) path.push(at);
  return path;
}

/** How many levels a node and what is below it take. */
function heightOf(tree: readonly TreeNode[], id: string): number {
  return 1 + Math.max(0, ...childrenOf(tree, id).map((child) => heightOf(tree, child.id)));
}

function refuseTaken(
  tree: readonly TreeNode[],
  parentId: string | null,
  title: string,
  ownId: string | null,
): void {
  const key = nameKey(title);
  const taken = childrenOf(tree, parentId).some((node) => node.id !== ownId && nameKey(node.title) === key);
  if (taken) throw new AppError('tree.title-taken', { title });
}

function refuseDeep(tree: readonly TreeNode[], parentId: string | null, height: number): void {
  if (pathTo(tree, parentId).length + height > mostLevels) {
    throw new AppError('tree.too-deep', { most: mostLevels });
  }
}
