// The catalogue tree as screens walk it: children in their order, the way up to the root.
import type { TreeNode } from '#shared/catalogue/venue.ts';

/** Deeper than any tree should be; a broken parent chain ends here. */
const deepest = 12;

/** Children of a node, or the roots for null, in their order. */
export function childrenOf(tree: readonly TreeNode[], parentId: string | null): TreeNode[] {
  return tree.filter((node) => node.parentId === parentId).sort((a, b) => a.order - b.order);
}

/** The node and everything above it, root first; empty when there is no such node. */
export function pathTo(tree: readonly TreeNode[], id: string): TreeNode[] {
  const path: TreeNode[] = [];
  let node = tree.find((one) => one.id === id);
  while (node && path.length < deepest) {
    path.unshift(node);
    const parentId: string | null = node.parentId;
    node = parentId === null ? undefined : tree.find((one) => one.id === parentId);
  }
  return path;
}
