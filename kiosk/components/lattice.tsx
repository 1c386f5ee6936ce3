// The lattice of a scholar's window, 步步锦, as a faint ground of lines.
import { useId } from 'preact/hooks';

/** Fills its parent; drawn in the colour of hairlines. */
export function Lattice() {
  const id = useId();
  return (
    <svg class="lattice" aria-hidden="true" focusable="false">
      <pattern id={id} width="96" height="96" patternUnits="userSpaceOnUse">
        <path d="M0 0H96V96H0ZM24 24H72V72H24ZM48 0V24M48 72V96M0 48H24M72 48H96M36 36H60V60H36ZM24 48H36M60 48H72" />
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
