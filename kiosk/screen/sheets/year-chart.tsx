// Bars by year, each with its figure above and its year below; the text alternative says them all.
import { t } from '../../i18n/translate.ts';
import type { Box } from '../wall-geometry.ts';
import type { CountedSheet } from '../wall-page.ts';
import { figureOf, noteOf, titleOf } from './ranking-sheet.tsx';

/** Heights around the bars, in units: figures above, years below; heading and note of the sheet. */
const above = 5;
const below = 5;
const outside = 17;
const widestBar = 12;

export function YearChart({ box, ...sheet }: CountedSheet & { readonly box: Box }) {
  const { lines, isEstimate } = sheet;
  const [width, height] = [box.width, Math.max(20, Math.min(box.height - outside, box.width * 0.62))];
  const step = width / lines.length;
  const barWidth = Math.min(widestBar, step * 0.62);
  const most = Math.max(1, ...lines.map(({ count }) => count));
  const room = height - above - below;
  const words = lines.map(({ name, count }) =>
    t('wall.chart.line', { name, count: figureOf(count, isEstimate) }),
  );
  // Ten years of five figures each would touch: then every label gets the size its column has room for.
  const size = Math.min(3.1, step / 2.7);
  return (
    <>
      <h2 class="sheet-title">{titleOf(sheet)}</h2>
      <svg
        class="year-chart"
        role="img"
        aria-label={`${titleOf(sheet)}：${words.join('，')}`}
        viewBox={`0 0 ${width} ${height}`}
      >
        <path class="year-chart__ground" d={`M0 ${height - below}H${width}`} />
        {lines.map(({ name, count }, index) => {
          const middle = step * (index + 0.5);
          const tall = count === 0 ? 0 : Math.max(0.6, (count / most) * room);
          const top = height - below - tall;
          const isLast = index === lines.length - 1;
          return (
            <g key={name} class={isLast ? 'year-chart__year is-last' : 'year-chart__year'}>
              <rect
                class="year-chart__bar"
                x={middle - barWidth / 2}
                y={top}
                width={barWidth}
                height={tall}
              />
              <text class="year-chart__count" x={middle} y={top - 1.4} font-size={size}>
                {figureOf(count, isEstimate)}
              </text>
              <text class="year-chart__name" x={middle} y={height - 0.9} font-size={size}>
                {name}
              </text>
            </g>
          );
        })}
      </svg>
      <p class="sheet-note">{noteOf(sheet)}</p>
    </>
  );
}
