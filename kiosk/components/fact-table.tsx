// The quiet two-column table of facts: names in the second ink, values in the first.
import type { ComponentChildren } from 'preact';

export interface Fact {
  readonly name: string;
  readonly value: ComponentChildren;
  /** Takes the whole width of the table. */
  readonly isWide?: boolean;
}

/** Widens a fact that would stand in the left column with nothing beside it. */
export function fillRows(facts: readonly Fact[]): readonly Fact[] {
  let isLeft = true;
  return facts.map((fact, index) => {
    const next = facts[index + 1];
    const isAlone = isLeft && (!next || next.isWide === true);
    const isWide = fact.isWide === true || isAlone;
    isLeft = isWide || !isLeft;
    return { ...fact, isWide };
  });
}

export function FactTable({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {fillRows(facts).map((fact) => (
        <div key={fact.name} class={`facts__row ${fact.isWide ? 'facts__row--wide' : ''}`}>
          <dt class="facts__name">{fact.name}</dt>
          <dd class="facts__value" lang="zh-CN">
            {fact.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
