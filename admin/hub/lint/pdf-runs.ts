// Follows the drawing of one PDF page: runs of text with where, how large and in what colour, and the shapes and pictures over them.
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isBoxPath } from './pdf-box-path.ts';
import {
  asMatrix,
  type Box,
  boxOf,
  identity,
  isWordSized,
  type Matrix,
  multiply,
  overlapOf,
} from './pdf-geometry.ts';
import { type PlacedPicture, placePictures } from './place-pictures.ts';

export interface TextRun extends Box {
  readonly text: string;
  /** Place in the order of drawing. */
  readonly order: number;
  /** Height of letters in points. */
  readonly size: number;
  readonly colour: string;
  /** Text rendering mode (ISO 32000 9.3.6): 3 draws nothing. */
  readonly mode: number;
  readonly opacity: number;
  readonly isInHiddenLayer: boolean;
}

export interface FilledShape extends Box {
  readonly order: number;
  readonly colour: string;
  readonly opacity: number;
}

/** A picture where it is drawn: the unit square under its matrix, as far as it is not cropped. */
export interface Picture extends Box {
  readonly order: number;
  readonly matrix: Matrix;
  /** The pixels, or the name they are kept under; null where nobody asks for them because all of them are painted. */
  readonly pixels: unknown;
  readonly opacity: number;
}

/** Where a picture may be drawn: a unit square a change of matrix made. */
export interface Frame extends Box {
  readonly order: number;
  readonly matrix: Matrix;
  /** True when what was drawn here was left out of what pdf.js tells. */
  isEmpty: boolean;
}

export interface PageDrawing {
  readonly runs: readonly TextRun[];
  readonly shapes: readonly FilledShape[];
  readonly pictures: readonly Picture[];
  readonly frames: readonly Frame[];
}

interface State {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly opacity: number;
  /** Painted as it is; blended with what lies beneath, as a highlighter is, nothing is hidden. */
  readonly isPlain: boolean;
  /** Drawn through a mask of its own: some of it may be left out. */
  readonly isMasked: boolean;
  readonly clip: Box | null;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

const start: State = {
  matrix: identity,
  fill: '#000000',
  opacity: 1,
  isPlain: true,
  isMasked: false,
  clip: null,
  fontSize: 12,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};
/** Ways of painting a path that fill it. */
const filling = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
/** Runs and shapes of one page at most: a map may have a million lines. */
const mostItems = 200_000;

interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

/** `isLayerShown` answers for the id of an optional content group. */
export function followDrawing(
  operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  isLayerShown: (group: unknown) => boolean,
): PageDrawing {
  const page = new PageFollower(isLayerShown);
  for (const [index, operator] of operators.fnArray.entries()) {
    page.take(operator, (operators.argsArray[index] ?? []) as readonly unknown[], index);
  }
  return page;
}

class PageFollower implements PageDrawing {
  readonly runs: TextRun[] = [];
  readonly shapes: FilledShape[] = [];
  readonly pictures: Picture[] = [];
  readonly frames: Frame[] = [];
  private isClipping = false;
  private readonly isLayerShown: (group: unknown) => boolean;
  private state = start;
  private readonly saved: State[] = [];
  private textMatrix = identity;
  private lineMatrix = identity;
  private readonly layers: boolean[] = [];

  constructor(isLayerShown: (group: unknown) => boolean) {
    this.isLayerShown = isLayerShown;
  }

  take(operator: number, args: readonly unknown[], order: number): void {
    const number = (at = 0) => Number(args[at] ?? 0);
    const set = (change: Partial<State>): void => {
      this.state = { ...this.state, ...change };
    };
    switch (operator) {
      case OPS.save:
        this.saved.push(this.state);
        break;
      case OPS.restore:
        this.endFrame(order);
        this.state = this.saved.pop() ?? start;
        break;
      case OPS.transform:
        set({ matrix: multiply(this.state.matrix, asMatrix(args)) });
        this.frame(order);
        break;
      case OPS.paintFormXObjectBegin:
        this.saved.push(this.state);
        if (isList(args[0])) set({ matrix: multiply(this.state.matrix, asMatrix(args[0])) });
        if (isList(args[1])) this.crop(args[1]);
        this.frame(order);
        break;
      case OPS.beginAnnotation:
        // Annotations are drawn from the page's own corner, whatever was set before.
        this.saved.push(this.state);
        this.state = start;
        for (const matrix of [args[2], args[3]])
          if (isList(matrix)) set({ matrix: multiply(this.state.matrix, asMatrix(matrix)) });
        this.frame(order);
        break;
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.state = this.saved.pop() ?? start;
        break;
      case OPS.clip:
      case OPS.eoClip:
        this.isClipping = true;
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintSolidColorImageMask:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintImageMaskXObjectRepeat:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintInlineImageXObjectGroup:
        for (const placed of placePictures(operator, args, this.state.isMasked)) this.picture(placed, order);
        break;
      case OPS.setFillRGBColor:
        set({ fill: colourOf(args) });
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        set({ fill: 'pattern' });
        break;
      case OPS.setGState:
        set(graphicStateOf(args[0], this.state));
        break;
      case OPS.beginText:
        this.textMatrix = identity;
        this.lineMatrix = identity;
        break;
      case OPS.setFont:
        set({ fontSize: number(1) });
        break;
      case OPS.setCharSpacing:
        set({ charSpacing: number() });
        break;
      case OPS.setWordSpacing:
        set({ wordSpacing: number() });
        break;
      case OPS.setHScale:
        set({ scale: number() / 100 });
        break;
      case OPS.setLeading:
        set({ leading: -number() });
        break;
      case OPS.setTextRise:
        set({ rise: number() });
        break;
      case OPS.setTextRenderingMode:
        set({ mode: number() });
        break;
      case OPS.setTextMatrix:
        this.textMatrix = asMatrix(isList(args[0]) ? args[0] : args);
        this.lineMatrix = this.textMatrix;
        break;
      case OPS.moveText:
        this.moveLine(number(), number(1));
        break;
      case OPS.setLeadingMoveText:
        set({ leading: number(1) });
        this.moveLine(number(), number(1));
        break;
      case OPS.nextLine:
        this.moveLine(0, this.state.leading);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        this.show(args[0], order);
        break;
      case OPS.constructPath:
        this.path(args, order);
        break;
      case OPS.beginMarkedContent:
        this.layers.push(true);
        break;
      case OPS.beginMarkedContentProps:
        this.layers.push(args[0] !== 'OC' || this.isLayerShown(args[1]));
        break;
      case OPS.endMarkedContent:
        this.layers.pop();
        break;
    }
  }

  private moveLine(x: number, y: number): void {
    this.lineMatrix = multiply(this.lineMatrix, [1, 0, 0, 1, x, y]);
    this.textMatrix = this.lineMatrix;
  }

  private show(given: unknown, order: number): void {
    if (!Array.isArray(given) || this.runs.length > mostItems) return;
    const { fontSize, charSpacing, wordSpacing, scale, rise, fill, mode, opacity } = this.state;
    let text = '';
    let width = 0;
    for (const glyph of given as readonly (Glyph | number | null)[]) {
      if (typeof glyph === 'number') {
        // A wide step backwards or forwards parts words, as pdf.js sees it.
        if (glyph < -250 && text !== '') text += ' ';
        width -= (glyph / 1000) * fontSize * scale;
        continue;
      }
      if (glyph === null) continue;
      text += glyph.unicode ?? '';
      width +=
        (((glyph.width ?? 0) / 1000) * fontSize + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
    }
    const matrix = multiply(this.state.matrix, this.textMatrix);
    const box = boxOf(matrix, 0, rise - fontSize * 0.2, width, rise + fontSize * 0.8);
    const size = Math.abs(fontSize) * Math.hypot(matrix[2], matrix[3]);
    const isInHiddenLayer = this.layers.includes(false);
    if (text.trim() !== '')
      this.runs.push({ text, order, size, colour: fill, mode, opacity, isInHiddenLayer, ...box });
    this.textMatrix = multiply(this.textMatrix, [1, 0, 0, 1, width, 0]);
  }

  /** Notes the unit square the matrix now makes, in case a picture is drawn into it. */
  private frame(order: number): void {
    const { matrix } = this.state;
    const box = this.cropped(boxOf(matrix, 0, 0, 1, 1));
    if (box !== null && isWordSized(box) && this.frames.length < mostItems && !this.layers.includes(false))
      this.frames.push({ order, matrix, isEmpty: false, ...box });
  }

  private endFrame(order: number): void {
    const last = this.frames.at(-1);
    if (last !== undefined && last.order === order - 1) last.isEmpty = true;
  }

  private picture({ matrix: own, pixels }: PlacedPicture, order: number): void {
    const { matrix: around, opacity, isPlain } = this.state;
    if (!isPlain || this.pictures.length > mostItems || this.layers.includes(false)) return;
    const matrix = multiply(around, own);
    const box = this.cropped(boxOf(matrix, 0, 0, 1, 1));
    if (box !== null) this.pictures.push({ order, matrix, pixels, opacity, ...box });
  }

  private cropped(box: Box): Box | null {
    return this.state.clip === null ? box : overlapOf(box, this.state.clip);
  }

  /** Nothing is drawn outside from here on; a crop along a curve is taken for the box around it. */
  private crop(bounds: ArrayLike<number>): void {
    const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(bounds);
    const box = boxOf(this.state.matrix, left, bottom, right, top);
    const nothing = { left: box.left, bottom: box.bottom, right: box.left, top: box.bottom };
    this.state = { ...this.state, clip: this.cropped(box) ?? nothing };
  }

  private path(args: readonly unknown[], order: number): void {
    const bounds = args[2] as ArrayLike<number> | null | undefined;
    if (this.isClipping && isList(bounds)) this.crop(bounds);
    this.isClipping = false;
    if (
      !filling.has(Number(args[0])) ||
      !bounds ||
      this.shapes.length > mostItems ||
      this.layers.includes(false)
    )
      return;
    if (!isBoxPath(args[1])) return;
    const { matrix, fill, opacity, isPlain } = this.state;
    const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(bounds);
    const box = this.cropped(boxOf(matrix, left, bottom, right, top));
    if (isPlain && box !== null) this.shapes.push({ order, colour: fill, opacity, ...box });
  }
}

function colourOf(args: readonly unknown[]): string {
  if (typeof args[0] === 'string') return args[0].toLowerCase();
  const parts = args.slice(0, 3).map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}

/** What a change of the graphics state says about how things cover each other. */
function graphicStateOf(given: unknown, before: State): Pick<State, 'opacity' | 'isPlain' | 'isMasked'> {
  let { opacity, isPlain, isMasked } = before;
  for (const pair of Array.isArray(given) ? given : []) {
    if (!Array.isArray(pair)) continue;
    if (pair[0] === 'ca') opacity = Number(pair[1]);
    if (pair[0] === 'BM') isPlain = pair[1] === 'source-over';
    // pdf.js says `false` just ahead of a picture that brings a mask of its own.
    if (pair[0] === 'SMask') isMasked = true;
  }
  return { opacity, isPlain, isMasked };
}

const isList = (given: unknown): given is ArrayLike<number> =>
  Array.isArray(given) || ArrayBuffer.isView(given);
