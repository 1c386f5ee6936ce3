// Which text of a PDF page lies under a picture drawn later: a bitmap laid over a line, rather than the scan of the page.
import { type Box, invert, place, shareWithin } from './pdf-geometry.ts';
import type { PageDrawing, Picture, TextRun } from './pdf-runs.ts';
import type { PaintsPoint } from './picture-pixels.ts';

/**
 * Share of the page from which pictures are the page itself. A searchable scan has its recognised text under, or invisibly
 * over, pictures of the whole page (one, or strips that make it up): that text says what the picture shows. A bitmap that
 * covers less hides what a reader was not meant to see.
 */
const scanCoverage = 0.7;
/** Share of a run under one picture from which it counts as covered. */
const coveredShare = 0.6;
/** Points of a page, and of a run, that are looked at either way. */
const pageSteps = 40;
const runSteps = { across: 24, up: 6 };

/** Answers for a picture, where some of its points may be left out. */
export type PixelsOfPicture = (picture: Picture) => PaintsPoint | undefined;

/**
 * Whether a picture might cover a run, told without unpacking any: then the page is read again with its pictures. What is
 * drawn inside a changed matrix fills at most its unit square, and pictures fill all of it.
 */
export function mayBeCovered({ runs, frames }: PageDrawing, page: Box): boolean {
  const isScanText = runs.some(({ mode }) => mode === 3);
  return frames.some(
    (frame) =>
      (isScanText && shareWithin(page, frame) >= scanCoverage) ||
      runs.some(
        (run) => frame.order > run.order && run.mode !== 3 && shareWithin(run, frame) >= coveredShare,
      ),
  );
}

/** Pictures too large to be unpacked leave a frame with nothing in it: they are taken to be painted all over. */
export function withUnread(drawing: PageDrawing): readonly Picture[] {
  const unread = drawing.frames
    .filter(({ isEmpty }) => isEmpty)
    .map((frame) => ({ ...frame, pixels: null, opacity: 1 }));
  return [...drawing.pictures, ...unread].sort((a, b) => a.order - b.order);
}

/** Whether pictures make up the page, wherever in the order of drawing its text comes. */
export const isPictureOfPage = (pictures: readonly Box[], page: Box): boolean =>
  coverageOf(pictures, page) >= scanCoverage;

/** Answers which runs lie under a picture drawn later that is no scan of the page. */
export function coveredByPictures(
  pictures: readonly Picture[],
  page: Box,
  pixelsOf: PixelsOfPicture,
): (run: TextRun) => boolean {
  const opaque = pictures.filter(({ opacity }) => opacity > 0.9);
  const scanned = new Map<number, boolean>();
  const isScanAfter = (order: number): boolean => {
    const later = opaque.filter((picture) => picture.order > order);
    const known = scanned.get(later.length) ?? isPictureOfPage(later, page);
    scanned.set(later.length, known);
    return known;
  };
  return (run) =>
    opaque.some(
      (picture) =>
        picture.order > run.order &&
        shareWithin(run, picture) >= coveredShare &&
        paintedShare(run, picture, pixelsOf(picture)) >= coveredShare,
    ) && !isScanAfter(run.order);
}

/** How much of the page lies under any of these boxes, 0 to 1. */
function coverageOf(boxes: readonly Box[], page: Box): number {
  let covered = 0;
  for (let column = 0; column < pageSteps; column++) {
    const x = page.left + ((column + 0.5) / pageSteps) * (page.right - page.left);
    const over = boxes.filter(({ left, right }) => left <= x && x <= right);
    for (let row = 0; row < pageSteps; row++) {
      const y = page.bottom + ((row + 0.5) / pageSteps) * (page.top - page.bottom);
      if (over.some(({ bottom, top }) => bottom <= y && y <= top)) covered++;
    }
  }
  return covered / pageSteps ** 2;
}

/** How much of a run a picture really paints over: it may be turned, cropped, or let the ground through. */
function paintedShare(run: Box, picture: Picture, paints: PaintsPoint | undefined): number {
  const inverse = invert(picture.matrix);
  if (inverse === null) return 0;
  let painted = 0;
  for (let column = 0; column < runSteps.across; column++) {
    for (let row = 0; row < runSteps.up; row++) {
      const x = run.left + ((column + 0.5) / runSteps.across) * (run.right - run.left);
      const y = run.bottom + ((row + 0.5) / runSteps.up) * (run.top - run.bottom);
      if (x < picture.left || x > picture.right || y < picture.bottom || y > picture.top) continue;
      const [u, v] = place(inverse, x, y);
      const isInside = u >= 0 && u <= 1 && v >= 0 && v <= 1;
      if (isInside && (paints === undefined || paints(u, v))) painted++;
    }
  }
  return painted / (runSteps.across * runSteps.up);
}
