// Draws one icon of the set; the words beside it carry the meaning, so it is hidden from assistive tools.
import type { IconNode } from 'lucide';
import { h } from 'preact';

export function Icon({ node, class: className = '' }: { node: IconNode; class?: string }) {
  return (
    <svg class={`icon ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {node.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
