// One line a visitor ticks with a finger: a box as large as a key, and the words beside it.
import { Check } from 'lucide';
import type { ComponentChildren } from 'preact';
import { isTicked, type TickList, toggleTick } from '../state/guide-ticks.ts';
import { Icon } from './icon.tsx';

interface TickLineProps {
  readonly list: TickList;
  readonly index: number;
  readonly children: ComponentChildren;
}

export function TickLine({ list, index, children }: TickLineProps) {
  const isOn = isTicked(list, index);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native box cannot be drawn in millimetres nor hold a block of words
    <button
      type="button"
      role="checkbox"
      aria-checked={isOn}
      class="tick"
      onClick={() => toggleTick(list, index)}
    >
      <span class="tick__box" aria-hidden="true">
        {isOn && <Icon node={Check} />}
      </span>
      <span class="tick__words">{children}</span>
    </button>
  );
}

interface TickSumProps {
  readonly isWhole: boolean;
  readonly words: string;
  readonly note?: string | undefined;
}

/** How far one is, said aloud as it changes. */
export function TickSum({ isWhole, words, note }: TickSumProps) {
  return (
    <p class={isWhole ? 'tick-sum tick-sum--whole' : 'tick-sum'} role="status">
      {isWhole && <Icon node={Check} />}
      <strong>{words}</strong>
      {note && <span class="tick-sum__note">{note}</span>}
    </p>
  );
}
