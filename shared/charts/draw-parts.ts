// The parts of a whole as a ring, from the top round: shares at its rim, the whole in its middle.
import { type Drawing, path, type Room, type Shape, text } from './drawing.ts';
import { figureText, shareText } from './figure-text.ts';
import type { Part } from './parts-of-whole.ts';
import { widthOfText } from './text-width.ts';

/** Smaller slices have no figure at the rim; it stands in the list beside. */
const leastLabelled = 0.04;
const thicknessShare = 0.36;
/** Room for a figure beside the ring, in text sizes. */
const rimRoom = 3.4;

/**
 * A ring as wide as the room; `wholeName` stands over the sum in its middle. Without figures at its rim it is larger,
 * for places where the list beside it says them.
 */
export function drawParts(
  parts: readonly Part[],
  room: Room,
  wholeName: string,
  { hasRim = true }: { readonly hasRim?: boolean } = {},
): Drawing {
  const { width, text: size } = room;
  const middle = width / 2;
  const outer = middle - (hasRim ? size * rimRoom : 0);
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let turned = 0;
  const shapes = parts.flatMap((part): Shape[] => {
    const [start, end] = [turned, turned + part.share];
    turned = end;
    const slice = path(
      'slice',
      part.place,
      ...ringPart(middle, [outer, outer * (1 - thicknessShare)], start, end),
    );
    if (!hasRim || part.share < leastLabelled || part.share > 0.999) return [slice];
    const rim = rimLabel((start + end) * Math.PI, [middle, outer], size);
    return [slice, text('figure', shareText(part.value, whole), rim.at, { size, anchor: rim.anchor })];
  });
  const sum = figureText(Math.round(whole * 1e6) / 1e6);
  const inner = outer * (1 - thicknessShare) * 1.7;
  const sumSize = Math.min(size * 1.6, (size * inner) / Math.max(1, widthOfText(sum, size)));
  return {
    width,
    height: width,
    shapes: [
      ...shapes,
      text('tick', wholeName, [middle, middle - size * 0.5], { size, anchor: 'middle' }),
      text('total', sum, [middle, middle + sumSize * 0.95], { size: sumSize, anchor: 'middle' }),
    ],
  };
}

/** Where a figure stands clear of the ring, and which end of it is the near one. */
function rimLabel(angle: number, [middle, outer]: readonly [number, number], size: number) {
  const [side, up] = [Math.sin(angle), Math.cos(angle)];
  const away = outer + size * 0.5;
  const isBeside = Math.abs(side) > 0.35;
  const anchor = isBeside ? (side > 0 ? 'start' : 'end') : 'middle';
  const y = middle - up * away + size * (isBeside ? 0.36 : up > 0 ? 0 : 0.75);
  return { at: [middle + side * away, y] as const, anchor } as const;
}

type Radii = readonly [outer: number, inner: number];

function ringPart(middle: number, [outer, inner]: Radii, start: number, end: number): (string | number)[] {
  // A circle that ends where it begins is none: the whole stops just short of it.
  const last = Math.min(end, start + 0.9999);
  const at = (share: number, radius: number) =>
    [
      middle + Math.sin(share * 2 * Math.PI) * radius,
      middle - Math.cos(share * 2 * Math.PI) * radius,
    ] as const;
  const isLong = last - start > 0.5 ? 1 : 0;
  return [
    ...['M', ...at(start, outer), 'A', outer, outer, 0, isLong, 1, ...at(last, outer)],
    ...['L', ...at(last, inner), 'A', inner, inner, 0, isLong, 0, ...at(start, inner), 'z'],
  ];
}
