// Which runs of a PDF page a reader does not see: under a box, white on white, too small, invisible, outside, in a hidden layer.
import type { Hiding } from '#shared/lint/finding.ts';
import type { Box, FilledShape, PageDrawing, TextRun } from './pdf-runs.ts';

/** Letters smaller than this are not read by anyone. */
const tinyPoints = 1.5;
/** Share of a run under one box from which it counts as covered. */
const coveredShare = 0.6;
/** A colour this light is taken for white, one this dark for black: 0 to 255. */
const lightFrom = 245;
const darkTo = 110;
/** Share of a page's characters drawn invisibly from which they are the text of a scan, laid under its picture. */
const scanShare = 0.8;

export interface HiddenRun {
  readonly run: TextRun;
  readonly hiding: Hiding;
}

/** `page` is the box that is shown; `covers` are boxes of annotations laid over everything drawn. */
export function hiddenRuns(drawing: PageDrawing, page: Box, covers: readonly Box[]): HiddenRun[] {
  const boxes = drawing.shapes.filter((shape) => shape.opacity > 0.9 && isWordSized(shape));
  const isScan = isScannedPage(drawing.runs);
  return drawing.runs.flatMap((run): HiddenRun[] => {
    const hiding = hidingOf(run, boxes, page, covers, isScan);
    return hiding === null ? [] : [{ run, hiding }];
  });
}

function hidingOf(
  run: TextRun,
  boxes: readonly FilledShape[],
  page: Box,
  covers: readonly Box[],
  isScan: boolean,
): Hiding | null {
  if (run.isInHiddenLayer) return 'hidden-layer';
  if (run.mode === 3 || run.mode === 7) return isScan || run.mode === 7 ? null : 'invisible';
  if (run.opacity < 0.05) return 'invisible';
  if (isOutside(run, page)) return 'off-page';
  if (covers.some((cover) => shareWithin(run, cover) >= coveredShare)) return 'covered';
  if (boxes.some((box) => box.order > run.order && isCover(box) && shareWithin(run, box) >= coveredShare))
    return 'covered';
  const ground = groundOf(run, boxes);
  if (isLight(run.colour) && isLight(ground)) return 'white-text';
  if (isDark(run.colour) && isDark(ground)) return 'covered';
  return run.size > 0 && run.size < tinyPoints ? 'tiny-text' : null;
}

/** The colour of the last box that was laid beneath a run; paper is white. */
function groundOf(run: TextRun, boxes: readonly FilledShape[]): string {
  const below = boxes.findLast((box) => box.order < run.order && shareWithin(run, box) >= coveredShare);
  return below?.colour ?? '#ffffff';
}

/** Any opaque box hides; a pattern or an odd colour may let the text through. */
const isCover = ({ colour }: FilledShape) => /^#[0-9a-f]{6}$/u.test(colour);

const isWordSized = ({ left, right, bottom, top }: Box) => right - left >= 3 && top - bottom >= 3;

function isScannedPage(runs: readonly TextRun[]): boolean {
  const length = (some: readonly TextRun[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  return length(runs.filter(({ mode }) => mode === 3)) >= length(runs) * scanShare;
}

function shareWithin(run: Box, box: Box): number {
  const width = Math.min(run.right, box.right) - Math.max(run.left, box.left);
  const height = Math.min(run.top, box.top) - Math.max(run.bottom, box.bottom);
  const area = (run.right - run.left) * (run.top - run.bottom);
  return width <= 0 || height <= 0 || area <= 0 ? 0 : (width * height) / area;
}

function isOutside(run: Box, page: Box): boolean {
  const slack = 2;
  return (
    run.right < page.left - slack ||
    run.left > page.right + slack ||
    run.top < page.bottom - slack ||
    run.bottom > page.top + slack
  );
}

function brightness(colour: string): readonly [low: number, high: number] | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/u.exec(colour);
  if (match === null) return null;
  const parts = match.slice(1).map((part) => Number.parseInt(part, 16));
  return [Math.min(...parts), Math.max(...parts)];
}

const isLight = (colour: string) => (brightness(colour)?.[0] ?? 0) >= lightFrom;
const isDark = (colour: string) => (brightness(colour)?.[1] ?? 255) <= darkTo;
