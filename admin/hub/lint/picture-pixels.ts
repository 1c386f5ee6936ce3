// Whether a picture of a PDF paints a point of itself: masks and stencils leave some out.
import { ImageKind, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Answers for a point of the picture, both from 0 to 1, from its lower left corner. */
export type PaintsPoint = (x: number, y: number) => boolean;

/** From this on a half-transparent pixel hides what lies beneath. */
const opaqueFrom = 230;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data?: ArrayLike<number> | null;
}

const everywhere: PaintsPoint = () => true;

/** `pixels` are those of `Picture`. What cannot be read is taken to be painted all over. */
export async function pixelsOf(page: PDFPageProxy, pixels: unknown): Promise<PaintsPoint> {
  const found = typeof pixels === 'string' ? await objectOf(page, pixels) : pixels;
  if (typeof found !== 'object' || found === null) return everywhere;
  const { width, height, kind, data } = found as Pixels;
  if (!(width > 0) || !(height > 0) || data === undefined || data === null) return everywhere;
  const at = (x: number, y: number) => {
    const column = Math.min(width - 1, Math.floor(x * width));
    return { column, row: Math.min(height - 1, Math.floor((1 - y) * height)) };
  };
  if (kind === ImageKind.RGBA_32BPP)
    return (x, y) => {
      const { column, row } = at(x, y);
      return (data[(row * width + column) * 4 + 3] ?? 255) >= opaqueFrom;
    };
  // A stencil has no kind: one bit a point, rows begun at whole bytes, and nought paints.
  if (kind !== undefined) return everywhere;
  const rowBytes = (width + 7) >> 3;
  return (x, y) => {
    const { column, row } = at(x, y);
    return (((data[row * rowBytes + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1) === 0;
  };
}

/** Pictures that several pages show are kept apart from those of one page. */
function objectOf(page: PDFPageProxy, name: string): Promise<unknown> {
  const kept = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    kept.get(name, resolve);
  });
}
