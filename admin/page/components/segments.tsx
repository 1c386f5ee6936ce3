// A choice among two or three views of the same thing, with how much each holds.
import { formatCount } from '../i18n/index.ts';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count: number;
}

interface SegmentsProps<V extends string> {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

export function Segments<V extends string>({ label, segments, value, onChange }: SegmentsProps<V>) {
  return (
    <fieldset class="segments" aria-label={label}>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          class="segment"
          aria-pressed={segment.value === value}
          disabled={segment.count === 0 && segment.value !== value}
          onClick={() => onChange(segment.value)}
        >
          {segment.label} <span class="numeric">{formatCount(segment.count)}</span>
        </button>
      ))}
    </fieldset>
  );
}
