// Puts a drawing on the glass: colours and type by the style sheet, patterns over the colours of further series.
import { h } from 'preact';
import { useId } from 'preact/hooks';
import type { Drawing, SeriesPlace, Shape } from '#shared/charts/drawing.ts';
import { patternedPlaces, patternOf } from '#shared/charts/patterns.ts';

const filled: ReadonlySet<Shape['mark']> = new Set(['bar', 'slice']);

function classOf({ mark, series }: Shape): string {
  return series === null ? `chart__${mark}` : `chart__${mark} series-${series}`;
}

function ShapeView({ shape }: { shape: Shape }) {
  if (shape.shape === 'rect') {
    const { x, y, width, height } = shape;
    return <rect class={classOf(shape)} x={x} y={y} width={width} height={height} />;
  }
  if (shape.shape === 'path') return <path class={classOf(shape)} d={shape.d} />;
  const { x, y, anchor, size, text } = shape;
  return (
    <text class={classOf(shape)} x={x} y={y} font-size={size} text-anchor={anchor} lang="zh-CN">
      {text}
    </text>
  );
}

function PatternDefs({ id, size }: { id: string; size: number }) {
  return (
    <defs>
      {patternedPlaces.map((place) => {
        const pattern = patternOf(place);
        if (pattern === null) return null;
        const side = pattern.side * size;
        return (
          <pattern
            key={place}
            id={`${id}-${place}`}
            width={side}
            height={side}
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${pattern.turn})`}
          >
            <path
              class="chart__stroke"
              d={pattern.d}
              stroke-width={(pattern.stroke / pattern.side) * 100}
              transform={`scale(${side / 100})`}
            />
          </pattern>
        );
      })}
    </defs>
  );
}

/** The same shape once more, filled with its pattern. */
function Overlay({ shape, id }: { shape: Shape; id: string }) {
  if (!filled.has(shape.mark) || patternOf(shape.series) === null) return null;
  const fill = `url(#${id}-${String(shape.series)})`;
  if (shape.shape === 'path') return h('path', { d: shape.d, fill });
  if (shape.shape !== 'rect') return null;
  const { x, y, width, height } = shape;
  return <rect x={x} y={y} width={width} height={height} fill={fill} />;
}

interface ChartSvgProps {
  readonly drawing: Drawing;
  /** Of text in the drawing; patterns follow it. */
  readonly size: number;
  readonly name: string;
  /** Id of what says the same figures in words. */
  readonly describedBy?: string;
}

export function ChartSvg({ drawing, size, name, describedBy }: ChartSvgProps) {
  const id = `pattern-${useId()}`;
  const { width, height, shapes } = drawing;
  const texts = shapes.filter(({ shape }) => shape === 'text');
  const drawn = shapes.filter(({ shape }) => shape !== 'text');
  return (
    <svg
      class="chart__drawing"
      role="img"
      aria-label={name}
      aria-describedby={describedBy}
      viewBox={`0 0 ${width} ${height}`}
      focusable="false"
    >
      <PatternDefs id={id} size={size} />
      {drawn.map((shape, index) => (
        <g key={index}>
          <ShapeView shape={shape} />
          <Overlay shape={shape} id={id} />
        </g>
      ))}
      {texts.map((shape, index) => (
        <ShapeView key={index} shape={shape} />
      ))}
    </svg>
  );
}

/** A square of the colour and pattern of a place, for lists and keys beside a drawing. */
export function Swatch({ place }: { place: SeriesPlace }) {
  const id = `swatch-${useId()}`;
  const pattern = patternOf(place);
  return (
    <svg class="chart__swatch" viewBox="0 0 2 2" aria-hidden="true" focusable="false">
      {pattern !== null && <PatternDefs id={id} size={2} />}
      <rect class={`chart__bar series-${String(place)}`} width="2" height="2" rx="0.3" />
      {pattern !== null && <rect width="2" height="2" rx="0.3" fill={`url(#${id}-${String(place)})`} />}
    </svg>
  );
}
