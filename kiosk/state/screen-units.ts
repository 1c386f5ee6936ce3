// The one unit every size on the terminal derives from: CSS pixels per millimetre of glass.
import { computed, effect, signal } from '@preact/signals';
import { readStored, writeStored } from './session-value.ts';

const rulerKey = 'mingchuang.px-per-mm';
const diagonalKey = 'mingchuang.diagonal-inches';
const local = () => localStorage;
const millimetresPerInch = 25.4;
/** Below this, text of 4.2 mm would fall under 14 px. */
const smallestPxPerMm = 3.33;
/** The short side of a 21.5-inch 9:16 screen, which the sizes were drawn for, in millimetres. */
const drawnShortSideMm = 270;
/** Glass with a shorter side stands on a counter: it is read from nearer and has no room for columns. */
const smallGlassMm = 200;
/** Only glass as tall as this has controls out of the reach of someone who sits. */
const tallGlassMm = 400;
/** How much smaller type may be where eyes are at 40 cm instead of 60, and how small its secondary size in pixels. */
const nearScale = 0.8;
const secondaryTextMm = 4.2;
const smallestTextPx = 14;

/** Diagonals staff can choose from, in inches: those terminals are sold with. */
export const commonDiagonals = [10.1, 15.6, 18.5, 21.5, 23.8, 27, 32, 43, 49, 55] as const;

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

export const viewport = signal<ScreenSize>({ width: 1080, height: 1920 });
/** What staff measured with a ruler. */
const ruledPxPerMm = signal<number | null>(null);
/** What staff say the screen's diagonal is, in inches; null until they do. */
export const diagonalInches = signal<number | null>(null);

/** Pixels per millimetre of a screen of this many pixels and this diagonal. */
export function pxPerMmOfDiagonal({ width, height }: ScreenSize, inches: number): number {
  return Math.hypot(width, height) / (inches * millimetresPerInch);
}

/** The glass's real pixels per millimetre, as far as staff told; null until they do. */
export const calibratedPxPerMm = computed(() => {
  if (ruledPxPerMm.value !== null) return ruledPxPerMm.value;
  return diagonalInches.value === null ? null : pxPerMmOfDiagonal(viewport.value, diagonalInches.value);
});

/** Pixels per millimetre for a window of this many pixels. */
export function pxPerMmOf(size: ScreenSize, calibrated: number | null): number {
  const drawn = Math.min(size.width, size.height) / drawnShortSideMm;
  return Math.max(calibrated ?? drawn, drawn, smallestPxPerMm);
}

/** Share of the drawn type sizes to use: 1, but less on glass read from near, never under 14 px. */
export function typeScaleOf(size: ScreenSize, pxPerMm: number): number {
  if (Math.min(size.width, size.height) / pxPerMm >= smallGlassMm) return 1;
  return Math.min(Math.max(smallestTextPx / (secondaryTextMm * pxPerMm), nearScale), 1);
}

const pxPerMm = computed(() => pxPerMmOf(viewport.value, calibratedPxPerMm.value));

export function isLandscape(): boolean {
  return viewport.value.width > viewport.value.height;
}

/** Whether controls can be out of reach for someone who sits: an upright screen of some height. */
export const isTallGlass = computed(
  () => !isLandscape() && viewport.value.height / pxPerMm.value >= tallGlassMm,
);

const isSmallGlass = computed(
  () => Math.min(viewport.value.width, viewport.value.height) / pxPerMm.value < smallGlassMm,
);

/** Keeps what staff measured, 1 to 20 px per mm, in the place of a diagonal; null forgets both. */
export function calibrate(value: number | null): void {
  ruledPxPerMm.value = value;
  writeStored(local, rulerKey, value === null ? null : value.toFixed(3));
  keepDiagonal(null);
}

/** Takes the diagonal in inches for the truth; what a ruler said before is forgotten. */
export function chooseDiagonal(inches: number): void {
  calibrate(null);
  keepDiagonal(inches);
}

function keepDiagonal(inches: number | null): void {
  diagonalInches.value = inches;
  writeStored(local, diagonalKey, inches === null ? null : String(inches));
}

function readStoredSize(): void {
  const ruled = Number(readStored(local, rulerKey));
  if (ruled >= 1 && ruled <= 20) ruledPxPerMm.value = ruled;
  const inches = Number(readStored(local, diagonalKey));
  if (inches >= 5 && inches <= 120) diagonalInches.value = inches;
}

/** Sets the unit on the root element now and at every change of window or calibration. */
export function startScreenUnits(root: HTMLElement): void {
  readStoredSize();
  const measure = () => {
    viewport.value = { width: innerWidth, height: innerHeight };
  };
  measure();
  addEventListener('resize', measure);
  effect(() => {
    root.style.setProperty('--mm', `${pxPerMm.value}px`);
    root.style.setProperty('--near', String(typeScaleOf(viewport.value, pxPerMm.value)));
    root.classList.toggle('is-small-glass', isSmallGlass.value);
  });
}
