// Draws one icon of the set; icons are decoration beside words and hidden from screen readers.
import type { IconNode } from 'lucide';
import { h } from 'preact';

export function Icon({ node }: { readonly node: IconNode }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {node.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
