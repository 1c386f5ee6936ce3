// Where one operator of pdf.js draws pictures: one, or many alike that pdf.js has put together.
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { asMatrix, identity, type Matrix } from './pdf-geometry.ts';

/** A picture under a matrix of its own within the matrix of the page. */
export interface PlacedPicture {
  readonly matrix: Matrix;
  /** Its pixels or the name they are kept under, where some of them may be left out; else null. */
  readonly pixels: unknown;
}

/** `isMasked` says that a mask leaves out some of the picture. */
export function placePictures(
  operator: number,
  args: readonly unknown[],
  isMasked: boolean,
): readonly PlacedPicture[] {
  const [first, ...rest] = args;
  const pixels = isMasked ? first : null;
  const stencil = (first as { readonly data?: unknown } | null)?.data ?? null;
  switch (operator) {
    case OPS.paintImageMaskXObject:
      return [{ matrix: identity, pixels: stencil }];
    case OPS.paintImageXObjectRepeat:
      return scattered([Number(rest[0]), 0, 0, Number(rest[1])], rest[2], pixels);
    case OPS.paintImageMaskXObjectRepeat: {
      const [a, b, c, d] = rest.slice(0, 4).map(Number);
      return scattered([a ?? 1, b ?? 0, c ?? 0, d ?? 1], rest[4], stencil);
    }
    case OPS.paintImageMaskXObjectGroup:
      return listed(first, (one) => one.data ?? null);
    case OPS.paintInlineImageXObjectGroup:
      return listed(rest[0], () => null);
    default:
      return [{ matrix: identity, pixels }];
  }
}

function scattered(
  [a, b, c, d]: readonly [number, number, number, number],
  positions: unknown,
  pixels: unknown,
): readonly PlacedPicture[] {
  const at =
    ArrayBuffer.isView(positions) || Array.isArray(positions) ? Array.from(positions as number[]) : [];
  return at.flatMap((x, index) =>
    index % 2 === 0 ? [{ matrix: [a, b, c, d, x, at[index + 1] ?? 0] as const, pixels }] : [],
  );
}

interface Grouped {
  readonly transform?: ArrayLike<number>;
  readonly data?: unknown;
}

function listed(given: unknown, pixelsOf: (one: Grouped) => unknown): readonly PlacedPicture[] {
  const all = Array.isArray(given) ? (given as readonly Grouped[]) : [];
  return all.map((one) => ({ matrix: asMatrix(one.transform ?? identity), pixels: pixelsOf(one) }));
}
