// Follows the drawing of one PDF page: runs of text with where, how large and in what colour, and the shapes over them.
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Corners of an upright box in points of the page. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

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

export interface PageDrawing {
  readonly runs: readonly TextRun[];
  readonly shapes: readonly FilledShape[];
}

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly opacity: number;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const start: State = {
  matrix: identity,
  fill: '#000000',
  opacity: 1,
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
        this.state = this.saved.pop() ?? start;
        break;
      case OPS.transform:
        set({ matrix: multiply(this.state.matrix, asMatrix(args)) });
        break;
      case OPS.paintFormXObjectBegin:
        this.saved.push(this.state);
        if (Array.isArray(args[0]) || ArrayBuffer.isView(args[0])) {
          set({ matrix: multiply(this.state.matrix, asMatrix(args[0] as ArrayLike<number>)) });
        }
        break;
      case OPS.paintFormXObjectEnd:
        this.state = this.saved.pop() ?? start;
        break;
      case OPS.setFillRGBColor:
        set({ fill: colourOf(args) });
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        set({ fill: 'pattern' });
        break;
      case OPS.setGState:
        set({ opacity: opacityOf(args[0], this.state.opacity) });
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
        this.textMatrix = asMatrix(
          (Array.isArray(args[0]) || ArrayBuffer.isView(args[0]) ? args[0] : args) as ArrayLike<number>,
        );
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

  private path(args: readonly unknown[], order: number): void {
    const bounds = args[2] as ArrayLike<number> | null | undefined;
    if (
      !filling.has(Number(args[0])) ||
      !bounds ||
      this.shapes.length > mostItems ||
      this.layers.includes(false)
    )
      return;
    if (!isBoxPath(args[1])) return;
    const { matrix, fill, opacity } = this.state;
    const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(bounds);
    this.shapes.push({ order, colour: fill, opacity, ...boxOf(matrix, left, bottom, right, top) });
  }
}

/** Whether a path only goes along the two axes, as boxes do: a letter drawn as a curve covers nothing. */
function isBoxPath(given: unknown): boolean {
  const data = Array.isArray(given) ? given[0] : given;
  if (!ArrayBuffer.isView(data) && !Array.isArray(data)) return false;
  const path = Array.from(data as ArrayLike<number>);
  let at = 0;
  let lines = 0;
  let from: readonly [number, number] = [0, 0];
  while (at < path.length) {
    const kind = path[at];
    if (kind === 4) at += 1;
    else if (kind === 0 || kind === 1) {
      const to = [path[at + 1] ?? 0, path[at + 2] ?? 0] as const;
      const isSlanted = Math.abs(to[0] - from[0]) > 0.5 && Math.abs(to[1] - from[1]) > 0.5;
      if (kind === 1 && isSlanted) return false;
      lines += kind;
      from = to;
      at += 3;
    } else return false;
  }
  return lines >= 3;
}

function colourOf(args: readonly unknown[]): string {
  if (typeof args[0] === 'string') return args[0].toLowerCase();
  const parts = args.slice(0, 3).map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}

function opacityOf(given: unknown, before: number): number {
  if (!Array.isArray(given)) return before;
  const entry = given.find((pair) => Array.isArray(pair) && pair[0] === 'ca') as
    | readonly [string, unknown]
    | undefined;
  return entry === undefined ? before : Number(entry[1]);
}

function asMatrix(values: ArrayLike<unknown>): Matrix {
  const at = (index: number) => Number(values[index] ?? identity[index]);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function boxOf(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(
    ([x = 0, y = 0]) =>
      [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]] as const,
  );
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}
