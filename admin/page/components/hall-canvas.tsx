// The plan of one floor, drawn on by mouse and moved by keys; everything snaps to half metres.
import { useRef, useState } from 'preact/hooks';
import {
  gridMetres,
  type HallArea,
  type HallFloor,
  type HallPoint,
  openKinds,
  type Rectangle,
} from '#shared/catalogue/hall-plan.ts';
import { t } from '../i18n/index.ts';
import { boxBetween, fitted, snap } from '../state/hall-draft.ts';

export type HallTool = 'select' | 'draw' | 'here';

interface HallCanvasProps {
  readonly floor: HallFloor;
  readonly here: HallPoint | null;
  readonly chosenId: string | null;
  readonly tool: HallTool;
  readonly isReadOnly: boolean;
  readonly onChoose: (id: string | null) => void;
  readonly onDraw: (box: Rectangle) => void;
  readonly onChange: (area: HallArea) => void;
  readonly onRemove: (id: string) => void;
  readonly onHere: (place: { readonly x: number; readonly y: number }) => void;
}

interface Place {
  readonly x: number;
  readonly y: number;
}
/** What the hand is doing between pressing and letting go. */
type Drag =
  | { readonly type: 'draw'; readonly from: Place; readonly to: Place }
  | { readonly type: 'move' | 'size'; readonly area: HallArea; readonly from: Place; readonly to: Place };

function placeOf(svg: SVGSVGElement, event: PointerEvent): Place {
  const matrix = svg.getScreenCTM()?.inverse();
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  return { x: point.x, y: point.y };
}

/** The area as it would lie if the hand let go now. */
function draggedArea(drag: Drag, floor: HallFloor): HallArea | null {
  if (drag.type === 'draw') return null;
  const { area, from, to } = drag;
  const [right, down] = [snap(to.x - from.x), snap(to.y - from.y)];
  const box =
    drag.type === 'move'
      ? { ...area, x: area.x + right, y: area.y + down }
      : {
          ...area,
          width: Math.min(floor.width - area.x, area.width + right),
          depth: Math.min(floor.depth - area.y, area.depth + down),
        };
  return { ...area, ...fitted(box, floor) };
}

const arrows: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-gridMetres, 0],
  ArrowRight: [gridMetres, 0],
  ArrowUp: [0, -gridMetres],
  ArrowDown: [0, gridMetres],
};

function useCanvas(props: HallCanvasProps) {
  const { floor, tool, isReadOnly } = props;
  const svg = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const begin = (event: PointerEvent, make: (from: Place) => Drag) => {
    if (isReadOnly || svg.current === null || event.button !== 0) return;
    svg.current.setPointerCapture(event.pointerId);
    setDrag(make(placeOf(svg.current, event)));
  };
  const press = (event: PointerEvent) => {
    if (svg.current === null) return;
    if (tool === 'draw') begin(event, (from) => ({ type: 'draw', from, to: from }));
    else if (tool === 'here' && !isReadOnly) props.onHere(placeOf(svg.current, event));
    else if (event.target === svg.current || !(event.target as Element).closest('[data-area]'))
      props.onChoose(null);
  };
  const move = (event: PointerEvent) => {
    if (drag !== null && svg.current !== null) setDrag({ ...drag, to: placeOf(svg.current, event) });
  };
  const release = () => {
    if (drag === null) return;
    setDrag(null);
    const isMoved = Math.hypot(drag.to.x - drag.from.x, drag.to.y - drag.from.y) >= gridMetres / 2;
    if (!isMoved) return;
    if (drag.type === 'draw') props.onDraw(fitted(boxBetween(drag.from, drag.to), floor));
    const area = draggedArea(drag, floor);
    if (area !== null) props.onChange(area);
  };
  return { svg, drag, begin, press, move, release };
}

function Area({
  area,
  isChosen,
  canvas,
  ...props
}: HallCanvasProps & {
  readonly area: HallArea;
  readonly isChosen: boolean;
  readonly canvas: ReturnType<typeof useCanvas>;
}) {
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') props.onChoose(area.id);
    const step = arrows[event.key];
    if (props.isReadOnly || (!step && event.key !== 'Delete')) return;
    event.preventDefault();
    props.onChoose(area.id);
    if (!step) props.onRemove(area.id);
    else if (event.shiftKey)
      props.onChange({ ...area, width: area.width + step[0], depth: area.depth + step[1] });
    else props.onChange({ ...area, x: area.x + step[0], y: area.y + step[1] });
  };
  const grip = Math.min(1, area.width, area.depth);
  const letter = props.floor.width / 50;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an element of a drawing cannot be a button of HTML
    <g
      data-area={area.id}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={[area.number, area.name].filter(Boolean).join(' ')}
      class={`plan-area${openKinds.has(area.kind) ? ' plan-open' : ''}${isChosen ? ' plan-chosen' : ''}`}
      onKeyDown={keys}
      onFocus={() => props.onChoose(area.id)}
      onPointerDown={(event) => {
        if (props.tool !== 'select') return;
        props.onChoose(area.id);
        canvas.begin(event, (from) => ({ type: 'move', area, from, to: from }));
      }}
    >
      <rect x={area.x} y={area.y} width={area.width} height={area.depth} />
      <text
        x={area.x + area.width / 2}
        y={area.y + area.depth / 2}
        font-size={letter}
        text-anchor="middle"
        dominant-baseline="central"
      >
        {area.number ?? area.name}
      </text>
      {isChosen && !props.isReadOnly && (
        <rect
          class="plan-grip"
          x={area.x + area.width - grip / 2}
          y={area.y + area.depth - grip / 2}
          width={grip}
          height={grip}
          onPointerDown={(event) => {
            event.stopPropagation();
            canvas.begin(event, (from) => ({ type: 'size', area, from, to: from }));
          }}
        />
      )}
    </g>
  );
}

export function HallCanvas(props: HallCanvasProps) {
  const { floor, here, chosenId, tool } = props;
  const canvas = useCanvas(props);
  const { drag } = canvas;
  const dragged = drag && draggedArea(drag, floor);
  const drawn = drag?.type === 'draw' ? fitted(boxBetween(drag.from, drag.to), floor) : null;
  const isHere = here !== null && here.floorId === floor.id;
  return (
    <svg
      ref={canvas.svg}
      class={`plan plan-${tool}`}
      viewBox={`-1 -1 ${floor.width + 2} ${floor.depth + 2}`}
      aria-label={t('hall.canvas', { floor: floor.name })}
      onPointerDown={canvas.press}
      onPointerMove={canvas.move}
      onPointerUp={canvas.release}
      onPointerCancel={canvas.release}
    >
      <rect class="plan-floor" width={floor.width} height={floor.depth} />
      {floor.areas.map((area) => (
        <Area
          key={area.id}
          {...props}
          area={dragged?.id === area.id ? dragged : area}
          isChosen={area.id === chosenId}
          canvas={canvas}
        />
      ))}
      {drawn && <rect class="plan-drawn" x={drawn.x} y={drawn.y} width={drawn.width} height={drawn.depth} />}
      {isHere && here && (
        <g class="plan-here">
          <circle cx={here.x} cy={here.y} r={0.7} />
          <text x={here.x} y={here.y - 1.1} font-size={floor.width / 50} text-anchor="middle">
            {t('hall.here')}
          </text>
        </g>
      )}
    </svg>
  );
}
