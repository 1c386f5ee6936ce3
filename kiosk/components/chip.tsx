// A chip: a value with its count, switched on and off, or removed.
import { Check, X } from 'lucide';
import { formatCount, formatEstimate } from '../i18n/format.ts';
import { Icon } from './icon.tsx';

interface ChipProps {
  readonly label: string;
  readonly count?: number | undefined;
  /** The count was taken from a part only. */
  readonly isEstimate?: boolean;
  readonly isOn?: boolean;
  readonly onClick: () => void;
}

export function Chip({ label, count, isEstimate = false, isOn = false, onClick }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={isOn} onClick={onClick}>
      {isOn && <Icon node={Check} />}
      <span>{label}</span>
      {count !== undefined && (
        <span class="chip__count figures">{isEstimate ? formatEstimate(count) : formatCount(count)}</span>
      )}
    </button>
  );
}

/** A chosen value; touching it removes it. `name` says so in words. */
export function RemovableChip({
  label,
  name,
  onClick,
}: {
  label: string;
  name: string;
  onClick: () => void;
}) {
  return (
    <button type="button" class="chip chip--chosen" aria-label={name} onClick={onClick}>
      <span>{label}</span>
      <Icon node={X} />
    </button>
  );
}

/** A chip that leads to a screen. */
export function LinkChip({ label, count, href }: { label: string; count?: number; href: string }) {
  return (
    <a class="chip" href={href}>
      <span lang="zh-CN">{label}</span>
      {count !== undefined && <span class="chip__count figures">{formatCount(count)}</span>}
    </a>
  );
}
