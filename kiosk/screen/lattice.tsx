// The faint window lattice (窗棂) of the wall's grounds: a stepped pattern as carpenters join it, drawn in one line.

import { useId } from 'preact/hooks';

/** One repeat: a frame within a frame, joined by short bars, as in the 步步锦 pattern. */
const repeat =
  'M0 8H8V0M16 0V8H24M24 16H16V24M8 24V16H0M8 8H16V16H8ZM12 8V4M12 16V20M8 12H4M16 12H20M4 4H20V20H4Z';

/** Fills its positioned parent; decoration only. */
export function Lattice() {
  const id = useId();
  return (
    <svg class="lattice" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="24" height="24" patternUnits="userSpaceOnUse" patternTransform="scale(3.2)">
          <path class="lattice__bars" d={repeat} />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
