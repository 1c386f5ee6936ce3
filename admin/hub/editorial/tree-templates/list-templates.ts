// The ready-made trees as they are offered: how much each brings, and which parts may have owners of their own.
import type { TreeTemplateView } from '#shared/protocol/tree-api.ts';
import { loadTemplates } from './load-templates.ts';

export function listTemplates(): readonly TreeTemplateView[] {
  return loadTemplates().map(({ id, title, basis, nodes }) => {
    const sections = nodes
      .filter(({ matters }) => matters.length > 0)
      .map((node) => ({ node: node.id, title: node.title, matters: node.matters.length }));
    const matters = sections.reduce((sum, section) => sum + section.matters, 0);
    return { id, title, basis, nodes: nodes.length, matters, sections };
  });
}
