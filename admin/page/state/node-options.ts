// The catalogue tree as a flat list to choose from: parents before children, depth shown by indentation.
import type { TreeNode } from '#shared/catalogue/venue.ts';

const indent = '\u3000';

/** `[id, indented title]` of every node, in the order of the tree. */
export function nodeOptions(nodes: readonly TreeNode[]): (readonly [id: string, label: string])[] {
  const children = new Map<string | null, TreeNode[]>();
  for (const node of nodes) children.set(node.parentId, [...(children.get(node.parentId) ?? []), node]);
  const walk = (parentId: string | null, depth: number): (readonly [string, string])[] =>
    (children.get(parentId) ?? [])
      .sort((a, b) => a.order - b.order)
      .flatMap((node) => [
        [node.id, indent.repeat(depth) + node.title] as const,
        ...walk(node.id, depth + 1),
      ]);
  return walk(null, 0);
}
