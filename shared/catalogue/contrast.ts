// How well two colours can be told apart: WCAG 2.2, contrast ratio and relative luminance.

/** Contrast text must have against its ground: WCAG 2.2, 1.4.3, level AA. */
export const leastTextContrast = 4.5;

/** The grounds a venue's colour is written on or carries white text on: paper, then cards. */
export const accentGrounds = ['#faf8f3', '#ffffff'] as const;

const colourPattern = /^#[0-9a-f]{6}$/i;

/** Whether this is a colour as the style sheets take it from a venue: `#rrggbb`. */
export function isColour(text: string): boolean {
  return colourPattern.test(text);
}

/** Contrast ratio of two `#rrggbb` colours, 1 (the same) to 21 (black on white). */
export function contrastRatio(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The worst contrast an accent colour has against the grounds it meets. */
export function accentContrast(accent: string): number {
  return Math.min(...accentGrounds.map((ground) => contrastRatio(accent, ground)));
}

/** Relative luminance of an sRGB colour, 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
