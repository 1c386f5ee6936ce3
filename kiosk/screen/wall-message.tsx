// Words in the middle of the wall where there is nothing to show: what is the matter, and that it mends itself.
import type { ComponentChildren } from 'preact';
import { Lattice } from '../components/lattice.tsx';

interface Props {
  readonly title: string;
  readonly line: string;
  /** The title is the page's own h1. */
  readonly isWhole?: boolean;
  readonly children?: ComponentChildren;
}

export function WallMessage({ title, line, isWhole = false, children }: Props) {
  const Title = isWhole ? 'h1' : 'h2';
  return (
    <section class="wall-message">
      <Lattice />
      <Title class="wall-message__title">{title}</Title>
      <p class="wall-message__line">{line}</p>
      {children}
    </section>
  );
}
