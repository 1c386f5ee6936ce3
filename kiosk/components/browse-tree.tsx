// One level of the catalogue tree as cards: what is below each, how much there is, and the article behind it.
import { ChevronRight, FolderX } from 'lucide';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { formatCount, itemsWords } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { childrenOf, pathTo } from '../state/catalogue-tree.ts';
import { useEngine } from '../state/engine-context.ts';
import { searchUrl } from '../state/search-address.ts';
import { type NodeCount as Count, useNodeCounts } from '../state/use-node-counts.ts';
import { Icon } from './icon.tsx';
import { lazyPart } from './lazy-part.tsx';
import { StatePanel } from './state-panel.tsx';
import { nodeUrl, TreePath } from './tree-path.tsx';

function recordsUrl(node: TreeNode): string {
  return searchUrl({ filters: { node: [node.id] }, sort: 'date' });
}

const NodeContent = lazyPart(async () => (await import('./node-content.tsx')).default);

/** Where there are matters: how many must be public, and how much is. */
function NodeCount({ count }: { count: Count | undefined }) {
  if (!count) return <span class="node__count figures">{'\u00a0'}</span>;
  const { total, matters } = count;
  return (
    <span class="node__count figures">
      {matters > 0 && <span>{t('browse.should', { count: formatCount(matters) })}</span>}
      <span>{matters > 0 ? t('browse.is', { count: formatCount(total - matters) }) : itemsWords(total)}</span>
    </span>
  );
}

/** A card leads to the level below and its matters, or to the records where there are neither. */
function NodeCard({
  node,
  tree,
  counts,
}: {
  node: TreeNode;
  tree: readonly TreeNode[];
  counts: ReadonlyMap<string, Count>;
}) {
  const count = counts.get(node.id);
  const hasOwnScreen = childrenOf(tree, node.id).length > 0 || (count !== undefined && count.matters > 0);
  return (
    <li>
      <a class="node" href={hasOwnScreen ? nodeUrl(node.id) : recordsUrl(node)}>
        <span class="node__words" lang="zh-CN">
          <span class="node__title">{node.title}</span>
          {node.basis && <span class="node__basis">{node.basis}</span>}
        </span>
        <NodeCount count={count} />
        <Icon node={ChevronRight} class="node__chevron" />
      </a>
    </li>
  );
}

interface NodesProps {
  readonly nodes: readonly TreeNode[];
  readonly tree: readonly TreeNode[];
  readonly counts: ReadonlyMap<string, Count>;
}

function NodeList({ nodes, tree, counts }: NodesProps) {
  return (
    <ul class="nodes">
      {nodes.map((node) => (
        <NodeCard key={node.id} node={node} tree={tree} counts={counts} />
      ))}
    </ul>
  );
}

interface RootProps extends Pick<NodesProps, 'tree' | 'counts'> {
  readonly root: TreeNode;
}

/** A root with a level below shows that level at once: one tap less. */
function RootSection({ root, tree, counts }: RootProps) {
  return (
    <section class="tree-root">
      <div class="section-head">
        <h2 class="section-title" lang="zh-CN">
          {root.title}
        </h2>
        <a class="section-more" href={recordsUrl(root)}>
          {t('home.latestAll')}
          <Icon node={ChevronRight} />
        </a>
      </div>
      <NodeList nodes={childrenOf(tree, root.id)} tree={tree} counts={counts} />
    </section>
  );
}

function Roots({ tree }: { tree: readonly TreeNode[] }) {
  const roots = childrenOf(tree, null);
  const groups = roots.filter((root) => childrenOf(tree, root.id).length > 0);
  const leaves = roots.filter((root) => !groups.includes(root));
  const shown = [...groups.flatMap((root) => childrenOf(tree, root.id)), ...leaves];
  // Asked for together: each section asking for itself had the screen drawn anew section by section, under the finger.
  const counts = useNodeCounts(shown.map((node) => node.id));
  return (
    <>
      {groups.map((root) => (
        <RootSection key={root.id} root={root} tree={tree} counts={counts} />
      ))}
      {leaves.length > 0 && <NodeList nodes={leaves} tree={tree} counts={counts} />}
    </>
  );
}

/** What lies directly below a node. */
function Children({ nodeId, tree }: { nodeId: string; tree: readonly TreeNode[] }) {
  const nodes = childrenOf(tree, nodeId);
  const counts = useNodeCounts(nodes.map((node) => node.id));
  return <NodeList nodes={nodes} tree={tree} counts={counts} />;
}

export function BrowseTree({ nodeId }: { nodeId: string | null }) {
  const tree = useEngine().manifest.value?.tree ?? [];
  if (nodeId === null) {
    if (tree.length > 0) return <Roots tree={tree} />;
    return <StatePanel icon={FolderX} title={t('browse.empty')} line={t('browse.emptyLine')} />;
  }
  const node = pathTo(tree, nodeId).at(-1);
  if (!node) {
    return (
      <StatePanel icon={FolderX} title={t('state.notFound')} line={t('state.notFoundLine')} isWholeScreen />
    );
  }
  return (
    <>
      <TreePath nodeId={nodeId} isOpen />
      <h1 class="screen-title" lang="zh-CN">
        {node.title}
      </h1>
      {node.basis && (
        <p class="screen-note" lang="zh-CN">
          {node.basis}
        </p>
      )}
      <Children nodeId={nodeId} tree={tree} />
      <NodeContent nodeId={nodeId} isLeaf={childrenOf(tree, nodeId).length === 0} />
      <p class="screen-actions">
        <a class="button" href={recordsUrl(node)}>
          {t('browse.all', { title: node.title })}
        </a>
      </p>
    </>
  );
}
