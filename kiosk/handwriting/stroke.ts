// What is written: strokes as the finger drew them, and how much of it is looked at.

/** Any unit, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The way of the finger from touching to lifting, in the order it went. */
export type Stroke = readonly Point[];

/** No character has more; what comes after is not looked at. */
export const maxStrokes = 96;
/** Points of one stroke that are looked at: half a minute of a screen that reports 120 a second. */
export const maxPointsPerStroke = 4096;

const isUsable = ({ x, y }: Point) => Math.abs(x) < 1e7 && Math.abs(y) < 1e7;

/** Without what no recogniser can use: points that are no numbers, strokes without points, more than the limits. */
export function usableStrokes(strokes: readonly Stroke[]): Stroke[] {
  return strokes
    .slice(0, maxStrokes)
    .map((stroke) => stroke.slice(0, maxPointsPerStroke).filter(isUsable))
    .filter((stroke) => stroke.length > 0);
}
