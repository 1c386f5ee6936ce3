// What a venue's accent colour becomes on a screen: legible whatever was chosen, with the tints that go with it.
import { accentGrounds, contrastRatio, isColour, leastTextContrast } from './contrast.ts';

/** The colours an accent takes the place of, each `#rrggbb`. */
export interface AccentColours {
  /** Text, icons, borders and filled buttons: legible on paper, on cards and on its own tint, and white on it. */
  readonly window: string;
  /** A filled button under the finger. */
  readonly pressed: string;
  /** The ground of what is chosen or headed. */
  readonly tint: string;
  /** The ground of found words. */
  readonly found: string;
}

const black = '#000000';
const white = '#ffffff';
/** Steps from a colour to black; the lightest that is legible is taken. */
const darkeningSteps = 100;
const pressedShare = 0.28;
const tintShare = 0.9;
const foundShare = 0.82;

/** `share` of `other` in `colour`: 0 leaves it, 1 gives the other. */
export function mixColours(colour: string, other: string, share: number): string {
  const part = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => {
    const from = part(colour, at);
    const value = Math.round(from + (part(other, at) - from) * share);
    return value.toString(16).padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

/**
 * `colour` itself where text of it is legible on every one of `grounds`, else the lightest shade of it that is,
 * and black where none is.
 */
export function darkenUntilLegible(colour: string, grounds: readonly string[]): string {
  const isLegible = (shade: string) =>
    grounds.every((ground) => contrastRatio(shade, ground) >= leastTextContrast);
  for (let step = 0; step < darkeningSteps; step += 1) {
    const shade = mixColours(colour, black, step / darkeningSteps);
    if (isLegible(shade)) return shade;
  }
  return black;
}

/**
 * The accent and what is derived from it; null when `accent` is no colour. Tints are mixed from the colour as it was
 * chosen, so that one that had to be darkened keeps its hue on large areas.
 */
export function accentColours(accent: string): AccentColours | null {
  if (!isColour(accent)) return null;
  const tint = mixColours(accent, white, tintShare);
  const window = darkenUntilLegible(accent, [...accentGrounds, tint]);
  return {
    window,
    pressed: mixColours(window, black, pressedShare),
    tint,
    found: mixColours(accent, white, foundShare),
  };
}
