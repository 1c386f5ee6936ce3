// Named facts, one under another; what is empty is left out.
import type { ComponentChildren } from 'preact';

export type Fact = readonly [name: string, value: ComponentChildren];

interface FactListProps {
  readonly facts: readonly Fact[];
  /** Class of the list. */
  readonly look: string;
}

export function FactList({ facts, look }: FactListProps) {
  return (
    <dl class={look}>
      {facts
        .filter(([, value]) => value !== '' && value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
