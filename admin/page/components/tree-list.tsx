// The catalogue tree as a list that folds: a node is chosen by its name.
import { ChevronDown, ChevronRight } from 'lucide';
import { useState } from 'preact/hooks';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { formatCount, t } from '../i18n/index.ts';
import { childrenOf, figuresOf, type TreeWork } from '../state/tree-work.ts';
import { Icon } from './icon.tsx';

interface TreeListProps {
  readonly tree: TreeWork;
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

/** Roots are open at first, so that the whole second level is seen at once. */
function useFolds(tree: TreeWork, chosenId: string | null) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(childrenOf(tree.nodes, null).map(({ id }) => id)),
  );
  const toggle = (id: string) => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  // What is chosen, by hand or by having just been added, is in sight.
  const above = new Set<string>();
  let at = tree.nodes.find(({ id }) => id === chosenId);
  while (at !== undefined && at.parentId !== null && !above.has(at.parentId)) {
    above.add(at.parentId);
    const { parentId } = at;
    at = tree.nodes.find(({ id }) => id === parentId);
  }
  return { isOpen: (id: string) => opened.has(id) || above.has(id), toggle };
}

function NodeLine({
  node,
  isOpen,
  hasChildren,
  onToggle,
  ...props
}: TreeListProps & {
  readonly node: TreeNode;
  readonly isOpen: boolean;
  readonly hasChildren: boolean;
  readonly onToggle: () => void;
}) {
  const { matters, others } = figuresOf(props.tree, node.id);
  return (
    <div class="tree-line">
      {hasChildren ? (
        <button
          type="button"
          class="button button-quiet button-small tree-fold"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'tree.close' : 'tree.open', { title: node.title })}
          onClick={onToggle}
        >
          <Icon node={isOpen ? ChevronDown : ChevronRight} />
        </button>
      ) : (
        <span class="tree-fold" />
      )}
      <button
        type="button"
        class="tree-name"
        aria-current={props.chosenId === node.id ? 'true' : undefined}
        onClick={() => props.onChoose(node.id)}
      >
        <span>{node.title}</span>
        {matters + others > 0 && (
          <span class="secondary tree-figures">
            {[
              matters > 0 && t('tree.countMatters', { count: formatCount(matters) }),
              others > 0 && t('tree.countOthers', { count: formatCount(others) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
      </button>
    </div>
  );
}

export function TreeList(props: TreeListProps) {
  const folds = useFolds(props.tree, props.chosenId);
  const level = (parentId: string | null) => (
    <ul class="tree-level">
      {childrenOf(props.tree.nodes, parentId).map((node) => {
        const hasChildren = childrenOf(props.tree.nodes, node.id).length > 0;
        const isOpen = hasChildren && folds.isOpen(node.id);
        return (
          <li key={node.id}>
            <NodeLine
              {...props}
              node={node}
              isOpen={isOpen}
              hasChildren={hasChildren}
              onToggle={() => folds.toggle(node.id)}
            />
            {isOpen && level(node.id)}
          </li>
        );
      })}
    </ul>
  );
  return level(null);
}
