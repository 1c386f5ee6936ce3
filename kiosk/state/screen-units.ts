// The one unit every size on the terminal derives from: CSS pixels per millimetre of glass.
import { effect, signal } from '@preact/signals';
import { readStored, writeStored } from './session-value.ts';

const key = 'mingchuang.px-per-mm';
const local = () => localStorage;
/** Below this, text of 4.2 mm would fall under 14 px. */
const smallestPxPerMm = 3.33;
/** The short side of a 21.5-inch 9:16 screen, which the sizes were drawn for, in millimetres. */
const drawnShortSideMm = 270;

export const viewport = signal({ width: 1080, height: 1920 });
/** What staff measured with a ruler; null until they do. */
export const calibratedPxPerMm = signal<number | null>(null);

/** Pixels per millimetre for a window of this many pixels. */
export function pxPerMmOf(size: { width: number; height: number }, calibrated: number | null): number {
  const drawn = Math.min(size.width, size.height) / drawnShortSideMm;
  return Math.max(calibrated ?? drawn, drawn, smallestPxPerMm);
}

export function isLandscape(): boolean {
  return viewport.value.width > viewport.value.height;
}

/** Keeps a calibration staff made: 1 to 20 px per mm, or null to go back to the drawn size. */
export function calibrate(value: number | null): void {
  calibratedPxPerMm.value = value;
  writeStored(local, key, value === null ? null : value.toFixed(3));
}

/** Sets `--mm` on the root element now and at every change of window or calibration. */
export function startScreenUnits(root: HTMLElement): void {
  const stored = Number(readStored(local, key));
  if (stored >= 1 && stored <= 20) calibratedPxPerMm.value = stored;
  const measure = () => {
    viewport.value = { width: innerWidth, height: innerHeight };
  };
  measure();
  addEventListener('resize', measure);
  effect(() => {
    root.style.setProperty('--mm', `${pxPerMmOf(viewport.value, calibratedPxPerMm.value)}px`);
  });
}
