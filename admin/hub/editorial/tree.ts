// The catalogue tree in the store: the default one, its listing, and nodes found or made by title.
import type { TreeNode } from '#shared/catalogue/venue.ts';
import type { Database } from '../store/tables.ts';
import { defaultTree } from './default-tree.ts';
import type { Desk } from './desk.ts';
import { nameKey } from './identity-keys.ts';

/** Every node, parents' children in the order they are shown. */
export async function listTree(db: Database): Promise<TreeNode[]> {
  const rows = await db.selectFrom('tree_nodes').selectAll().orderBy('sort_order').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    title: row.title,
    basis: row.basis,
    order: row.sort_order,
  }));
}

/** Installs the default tree into a store that has none; does nothing otherwise. */
export async function installDefaultTree(db: Database): Promise<void> {
  await db.transaction().execute(async (inside) => {
    const some = await inside.selectFrom('tree_nodes').select('id').limit(1).executeTakeFirst();
    if (some !== undefined) return;
    for (const node of defaultTree()) await insertNode(inside, node);
  });
}

/** The tree held in memory while many records are placed; what it adds becomes real in `flush`. */
export interface TreeIndex {
  child(parentId: string | null, title: string): TreeNode | null;
  /** The node with this title under another, or anywhere for null; the one nearest to the root first. */
  below(ancestorId: string | null, title: string): TreeNode | null;
  has(id: string): boolean;
  /** The child with this title, made when there is none. */
  ensureChild(parentId: string | null, title: string): TreeNode;
  /** Writes the nodes made since the last flush. Call inside a transaction. */
  flush(db: Database): Promise<void>;
}

/** Loads the tree; nodes it makes are kept in memory until `flush`, so a dry run writes none. */
export async function loadTreeIndex(desk: Pick<Desk, 'db' | 'newId'>): Promise<TreeIndex> {
  const byPlace = new Map<string, TreeNode>();
  const byTitle = new Map<string, TreeNode[]>();
  const byId = new Map<string, TreeNode>();
  const nextOrder = new Map<string | null, number>();
  let pending: TreeNode[] = [];
  const add = (node: TreeNode): void => {
    const titleKey = nameKey(node.title);
    byPlace.set(placeKey(node.parentId, titleKey), node);
    const alike = byTitle.get(titleKey);
    if (alike === undefined) byTitle.set(titleKey, [node]);
    else alike.push(node);
    byId.set(node.id, node);
    nextOrder.set(node.parentId, Math.max(nextOrder.get(node.parentId) ?? 1, node.order + 1));
  };
  for (const node of parentsFirst(await listTree(desk.db))) add(node);
  const child = (parentId: string | null, title: string): TreeNode | null =>
    byPlace.get(placeKey(parentId, nameKey(title))) ?? null;
  const isBelow = (node: TreeNode, ancestorId: string): boolean => {
    for (let up = node.parentId; up !== null; up = byId.get(up)?.parentId ?? null) {
      if (up === ancestorId) return true;
    }
    return false;
  };
  return {
    child,
    below: (ancestorId, title) => {
      const alike = byTitle.get(nameKey(title)) ?? [];
      return alike.find((node) => ancestorId === null || isBelow(node, ancestorId)) ?? null;
    },
    has: (id) => byId.has(id),
    ensureChild: (parentId, title) => {
      const existing = child(parentId, title);
      if (existing !== null) return existing;
      const order = nextOrder.get(parentId) ?? 1;
      const node = { id: desk.newId('n'), parentId, title, basis: null, order };
      add(node);
      pending.push(node);
      return node;
    },
    flush: async (db) => {
      const nodes = pending;
      pending = [];
      for (const node of nodes) await insertNode(db, node);
    },
  };
}

function placeKey(parentId: string | null, titleKey: string): string {
  return `${parentId ?? ''}\u001f${titleKey}`;
}

/** Breadth first, so that a title found twice means the one nearer to the root. */
function parentsFirst(nodes: readonly TreeNode[]): TreeNode[] {
  const children = Map.groupBy(nodes, (node) => node.parentId);
  const ordered: TreeNode[] = [...(children.get(null) ?? [])];
  for (const node of ordered) ordered.push(...(children.get(node.id) ?? []));
  return ordered;
}

/** Writes one new node; its parent is there already. */
export async function insertNode(db: Database, node: TreeNode): Promise<void> {
  await db
    .insertInto('tree_nodes')
    .values({
      id: node.id,
      parent_id: node.parentId,
      title: node.title,
      title_key: nameKey(node.title),
      basis: node.basis,
      sort_order: node.order,
    })
    .execute();
}
