// How far a place in a ranking moved since the period before: an arrow, a word, and a colour that is never alone.
import { ArrowDown, ArrowUp, Equal, type IconNode, Sparkles } from 'lucide';
import { registerWords } from '../../i18n/registers.ts';
import { Icon } from '../icon.tsx';

type Direction = 'up' | 'down' | 'same' | 'new';

const icons: Readonly<Record<Direction, IconNode>> = {
  up: ArrowUp,
  down: ArrowDown,
  same: Equal,
  new: Sparkles,
};

/** Which way a place moved; null is not known from before. */
export function directionOf(movement: number | null): Direction {
  if (movement === null) return 'new';
  if (movement === 0) return 'same';
  return movement > 0 ? 'up' : 'down';
}

/** 升 2 位, 降 1 位, 持平, 新上榜. */
export function movementWords(movement: number | null): string {
  const direction = directionOf(movement);
  if (direction === 'new' || direction === 'same') return registerWords(`ranking.${direction}`);
  return registerWords(`ranking.${direction}`, { count: Math.abs(movement ?? 0) });
}

export function Movement({ movement }: { movement: number | null }) {
  const direction = directionOf(movement);
  return (
    <span class={`movement movement--${direction}`}>
      <Icon node={icons[direction]} />
      {movementWords(movement)}
    </span>
  );
}
