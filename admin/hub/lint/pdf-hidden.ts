// Which runs of a PDF page a reader does not see: under a box or a picture, white on white, too small, invisible, outside, in a hidden layer.
import type { Hiding } from '#shared/lint/finding.ts';
import { type Box, isWordSized, shareWithin } from './pdf-geometry.ts';
import { coveredByPictures, isPictureOfPage, type PixelsOfPicture } from './pdf-pictures.ts';
import type { FilledShape, PageDrawing, Picture, TextRun } from './pdf-runs.ts';

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

/** What lies over and around the text of a page. */
export interface Surface {
  /** The box that is shown. */
  readonly page: Box;
  /** Boxes of annotations laid over everything drawn. */
  readonly covers: readonly Box[];
  /** In the order they were drawn; none where none can cover any text. */
  readonly pictures: readonly Picture[];
  readonly pixelsOf: PixelsOfPicture;
}

export function hiddenRuns(drawing: PageDrawing, surface: Surface): HiddenRun[] {
  const { page, covers, pictures, pixelsOf } = surface;
  const around: Around = {
    ...{ page, covers },
    boxes: drawing.shapes.filter((shape) => shape.opacity > 0.9 && isWordSized(shape)),
    isUnderPicture: coveredByPictures(pictures, page, pixelsOf),
    isScan: isScannedPage(drawing.runs) || isPictureOfPage(pictures, page),
  };
  return drawing.runs.flatMap((run): HiddenRun[] => {
    const hiding = hidingOf(run, around);
    return hiding === null ? [] : [{ run, hiding }];
  });
}

interface Around extends Pick<Surface, 'page' | 'covers'> {
  readonly boxes: readonly FilledShape[];
  readonly isUnderPicture: (run: TextRun) => boolean;
  readonly isScan: boolean;
}

function hidingOf(run: TextRun, { page, covers, boxes, isUnderPicture, isScan }: Around): Hiding | null {
  if (run.isInHiddenLayer) return 'hidden-layer';
  if (run.mode === 3 || run.mode === 7) return isScan || run.mode === 7 ? null : 'invisible';
  if (run.opacity < 0.05) return 'invisible';
  if (isOutside(run, page)) return 'off-page';
  if (covers.some((cover) => shareWithin(run, cover) >= coveredShare)) return 'covered';
  if (boxes.some((box) => box.order > run.order && isCover(box) && shareWithin(run, box) >= coveredShare))
    return 'covered';
  if (isUnderPicture(run)) return 'covered';
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

function isScannedPage(runs: readonly TextRun[]): boolean {
  const length = (some: readonly TextRun[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  return length(runs.filter(({ mode }) => mode === 3)) >= length(runs) * scanShare;
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
