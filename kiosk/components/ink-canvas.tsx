// The square one writes in: a guide below, and ink that follows one finger at once.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Point, Stroke } from '../handwriting/stroke.ts';
import { isContrast } from '../state/modes.ts';

interface InkCanvasProps {
  readonly label: string;
  readonly strokes: readonly Stroke[];
  /** Called when the finger is lifted. */
  readonly onStroke: (stroke: Stroke) => void;
}

/** Width of the ink in parts of the square's side. */
const inkWidth = 1 / 36;

function pencil(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = canvas.width * inkWidth;
  context.strokeStyle = getComputedStyle(canvas).color;
  return context;
}

function drawStroke(context: CanvasRenderingContext2D, stroke: Stroke, scale: number): void {
  const first = stroke[0];
  if (!first) return;
  context.beginPath();
  context.moveTo(first.x * scale, first.y * scale);
  // To the same point as well: a dot is a line of no length with round ends.
  for (const { x, y } of stroke.length > 1 ? stroke.slice(1) : stroke) context.lineTo(x * scale, y * scale);
  context.stroke();
}

/** Fits the canvas to its box on the glass, which also empties it, and draws what is written. */
function redraw(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const side = Math.round(canvas.clientWidth * devicePixelRatio);
  canvas.width = side;
  canvas.height = side;
  const context = pencil(canvas);
  if (context) for (const stroke of strokes) drawStroke(context, stroke, side);
}

/** Where an event is in the square; its side is 1. */
function placeOf(event: PointerEvent, box: DOMRect): Point {
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
}

/** The finger that writes; whatever else touches the glass meanwhile, a second finger or a palm, is not looked at. */
interface Writing {
  readonly pointerId: number;
  readonly box: DOMRect;
  readonly points: Point[];
}

export function InkCanvas({ label, strokes, onStroke }: InkCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const writing = useRef<Writing | null>(null);
  const latest = useRef(strokes);
  latest.current = strokes;
  const inkRole = isContrast.value;

  useLayoutEffect(() => {
    if (canvas.current) redraw(canvas.current, strokes);
  }, [strokes, inkRole]);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const watch = new ResizeObserver(() => redraw(element, latest.current));
    watch.observe(element);
    return () => {
      watch.disconnect();
      writing.current = null;
      element.width = 0;
      element.height = 0;
    };
  }, []);

  const begin = (event: PointerEvent) => {
    const element = canvas.current;
    if (!element || writing.current || event.button !== 0) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    const box = element.getBoundingClientRect();
    writing.current = { pointerId: event.pointerId, box, points: [placeOf(event, box)] };
  };
  const go = (event: PointerEvent) => {
    const now = writing.current;
    if (!canvas.current || now?.pointerId !== event.pointerId) return;
    // All that was reported since the last frame, where the browser tells.
    const events = event.getCoalescedEvents?.() ?? [];
    const from = now.points.length - 1;
    for (const one of events.length > 0 ? events : [event]) now.points.push(placeOf(one, now.box));
    const context = pencil(canvas.current);
    if (context) drawStroke(context, now.points.slice(from), canvas.current.width);
  };
  const end = (event: PointerEvent) => {
    const now = writing.current;
    if (now?.pointerId !== event.pointerId) return;
    writing.current = null;
    onStroke(now.points);
  };
  return (
    <div class="ink">
      <svg class="ink__guide" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <path d="M50 0V100M0 50H100" />
      </svg>
      <canvas
        ref={canvas}
        class="ink__canvas"
        role="img"
        aria-label={label}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      />
    </div>
  );
}
