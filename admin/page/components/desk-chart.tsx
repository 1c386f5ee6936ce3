// A chart of the desk: drawn by shared/charts in pixels, its table one touch away.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import { drawChart, hasKey } from '#shared/charts/draw-chart.ts';
import type { Shape } from '#shared/charts/drawing.ts';
import { figureText } from '#shared/charts/figure-text.ts';
import { deskLanguage } from '../i18n/index.ts';
import { st } from '../i18n/statistics-words.ts';
import { ScrollArea } from './scroll-area.tsx';

/** Size of text in a drawing, in pixels. */
const textPx = 13;

function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, width };
}

function ShapeView({ shape }: { readonly shape: Shape }) {
  const name = `chart-${shape.mark}${shape.series === null ? '' : ` series-${shape.series}`}`;
  if (shape.shape === 'rect') {
    const { x, y, width, height } = shape;
    return <rect class={name} x={x} y={y} width={width} height={height} rx={1.5} />;
  }
  if (shape.shape === 'path') return <path class={name} d={shape.d} />;
  const { x, y, anchor, size, text } = shape;
  return (
    <text class={name} x={x} y={y} font-size={size} text-anchor={anchor}>
      {text}
    </text>
  );
}

function Drawn({ model }: { readonly model: ChartModel }) {
  const { place, width } = useWidth();
  const drawing = width > 0 ? drawChart(model, { width, text: textPx, language: deskLanguage.value }) : null;
  return (
    <div ref={place} class="chart-place">
      {hasKey(model) && (
        <ul class="chart-key">
          {model.series.map(({ name }, at) => (
            <li key={name}>
              <span class={`chart-swatch series-${at}`} /> {name}
            </li>
          ))}
        </ul>
      )}
      {drawing && (
        <svg
          class="chart-drawing"
          role="img"
          aria-label={model.title}
          viewBox={`0 0 ${drawing.width} ${Math.ceil(drawing.height)}`}
          width={drawing.width}
          height={Math.ceil(drawing.height)}
        >
          {drawing.shapes.map((shape, at) => (
            <ShapeView key={at} shape={shape} />
          ))}
        </svg>
      )}
    </div>
  );
}

function Figures({ model, first }: { readonly model: ChartModel; readonly first: string }) {
  return (
    <ScrollArea label={model.title}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {model.series.map(({ name }) => (
              <th key={name} scope="col" class="align-end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.categories.map((category, at) => (
            <tr key={category}>
              <td>{category}</td>
              {model.series.map(({ name, values }) => (
                <td key={name} class="numeric align-end">
                  {figureText(values[at] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

interface DeskChartProps {
  readonly model: ChartModel;
  /** Heading of the first column of its table. */
  readonly first: string;
  readonly line?: string;
}

export function DeskChart({ model, first, line }: DeskChartProps) {
  const id = useId();
  const [isTable, setTable] = useState(false);
  const choice = (value: boolean, words: string) => (
    <button type="button" class="segment" aria-pressed={isTable === value} onClick={() => setTable(value)}>
      {words}
    </button>
  );
  return (
    <section class="card chart-card" aria-labelledby={id}>
      <header class="chart-head">
        <div>
          <h2 id={id}>{model.title}</h2>
          {line !== undefined && <p class="secondary">{line}</p>}
        </div>
        <fieldset class="segments" aria-label={st('ways')}>
          {choice(false, st('asChart'))}
          {choice(true, st('asTable'))}
        </fieldset>
      </header>
      {isTable ? <Figures model={model} first={first} /> : <Drawn model={model} />}
    </section>
  );
}
