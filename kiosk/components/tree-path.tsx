// Where a screen stands in the catalogue tree, each step a link.
import { ChevronRight } from 'lucide';
import { t } from '../i18n/translate.ts';
import { pathTo } from '../state/catalogue-tree.ts';
import { useEngine } from '../state/engine-context.ts';
import { searchUrl } from '../state/search-address.ts';
import { Icon } from './icon.tsx';

export function nodeUrl(id: string): string {
  return `/browse/tree/${encodeURIComponent(id)}`;
}

/** `isOpen` leaves out the last step, which the screen itself names. */
export function TreePath({ nodeId, isOpen = false }: { nodeId: string; isOpen?: boolean }) {
  const tree = useEngine().manifest.value?.tree ?? [];
  const steps = pathTo(tree, nodeId);
  const shown = isOpen ? steps.slice(0, -1) : steps;
  const hasChildren = (id: string) => tree.some((node) => node.parentId === id);
  return (
    <nav class="path" aria-label={t('browse.path')}>
      <a class="path__step" href="/browse">
        {t('browse.title')}
      </a>
      {shown.map((node) => (
        <span key={node.id} class="path__part">
          <Icon node={ChevronRight} />
          <a
            class="path__step"
            lang="zh-CN"
            href={
              hasChildren(node.id)
                ? nodeUrl(node.id)
                : searchUrl({ filters: { node: [node.id] }, sort: 'date' })
            }
          >
            {node.title}
          </a>
        </span>
      ))}
    </nav>
  );
}
