// The tree screen's dealings with the hub: the tree with its figures, and acts that answer with the new tree.
import { useState } from 'preact/hooks';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { treeSchema } from '#shared/protocol/hub-api.ts';
import { treeCountsSchema } from '#shared/protocol/tree-api.ts';
import { request } from '../api/client.ts';
import { type Loaded, useLoaded } from './loaded.ts';

export interface NodeFigures {
  readonly matters: number;
  readonly others: number;
}

export interface TreeWork {
  readonly nodes: readonly TreeNode[];
  readonly figures: ReadonlyMap<string, NodeFigures>;
}

const noFigures: NodeFigures = { matters: 0, others: 0 };

export const figuresOf = (tree: TreeWork, id: string) => tree.figures.get(id) ?? noFigures;

/** Children of a node, or the roots for null, in their order. */
export function childrenOf(nodes: readonly TreeNode[], parentId: string | null): readonly TreeNode[] {
  return nodes.filter((node) => node.parentId === parentId).sort((a, b) => a.order - b.order);
}

/** The ids of a node and of everything below it. */
export function idsBelow(nodes: readonly TreeNode[], id: string): readonly string[] {
  return [id, ...childrenOf(nodes, id).flatMap((child) => idsBelow(nodes, child.id))];
}

/** Nodes added by the last act: what was there before is left out. */
export function newNodes(before: readonly TreeNode[], after: readonly TreeNode[]): readonly TreeNode[] {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => !known.has(id));
}

export function useTreeWork(): Loaded<TreeWork> {
  return useLoaded(async (signal) => {
    const [tree, counted] = await Promise.all([
      request('GET', '/tree', treeSchema, { signal }),
      request('GET', '/tree/counts', treeCountsSchema, { signal }),
    ]);
    return { nodes: tree.nodes, figures: new Map(counted.counts.map((one) => [one.nodeId, one])) };
  }, []);
}

/** One change of the tree: under way, or refused with the reason. */
export function useTreeAct(onDone: (nodes: readonly TreeNode[]) => void) {
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const act = async (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<boolean> => {
    setIsBusy(true);
    setError(null);
    try {
      const { nodes } = await request(method, path, treeSchema, body === undefined ? {} : { body });
      onDone(nodes);
      return true;
    } catch (thrown) {
      setError(thrown);
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return { act, error, isBusy };
}
