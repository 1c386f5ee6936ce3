// Figures of registers on the wall: a ranking with its movement, or a chart as large as its panel.
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import { drawChart, formOf, hasKey } from '#shared/charts/draw-chart.ts';
import { drawParts } from '#shared/charts/draw-parts.ts';
import type { Room } from '#shared/charts/drawing.ts';
import { figureText, shareText } from '#shared/charts/figure-text.ts';
import { foldCategories } from '#shared/charts/fold-categories.ts';
import { partsOfWhole } from '#shared/charts/parts-of-whole.ts';
import { ChartSvg, Swatch } from '../../components/charts/chart-svg.tsx';
import { Movement } from '../../components/registers/movement.tsx';
import { hasMovement } from '../../components/registers/ranking-view.tsx';
import { registerWords } from '../../i18n/registers.ts';
import { language, t } from '../../i18n/translate.ts';
import { type Box, typeSizes } from '../wall-geometry.ts';
import type { Sheet } from '../wall-page.ts';
import { Bar } from './ranking-sheet.tsx';

type RankingProps = Extract<Sheet, { readonly type: 'register-ranking' }>;
type ChartProps = Extract<Sheet, { readonly type: 'register-chart' }> & { readonly box: Box };

/** What is left out is said, so that nobody takes a part for all of it. */
function cutWords(shown: number, all: number): string | null {
  return shown < all ? t('wall.register.first', { shown, all }) : null;
}

export function RegisterRankingSheet({ title, period, agency, unit, rows, all }: RankingProps) {
  const most = Math.max(1e-9, rows[0]?.value ?? 0);
  const isMoving = hasMovement(rows);
  return (
    <>
      <h2 class="sheet-title" lang="zh-CN">
        {title}
        {period && !title.includes(period) && <span class="sheet-period">{period}</span>}
      </h2>
      <ol class="ranking">
        {rows.map(({ place, label, value, movement }, index) => (
          <li class={isMoving ? 'ranking__line ranking__line--moving' : 'ranking__line'} key={index}>
            <span class="ranking__place figures">{place}</span>
            <span class="ranking__name" lang="zh-CN">
              {label}
            </span>
            {isMoving && <Movement movement={movement} />}
            <span class="ranking__count figures">
              {figureText(value)}
              {unit && <span class="ranking__unit"> {unit}</span>}
            </span>
            <Bar share={Math.max(0, value) / most} />
          </li>
        ))}
      </ol>
      <p class="sheet-note">
        <span lang="zh-CN">{agency}</span>
        {rows.length < all && ` · ${cutWords(rows.length, all)}`}
      </p>
    </>
  );
}

/** Heading, key and note of a sheet, in units. */
const outside = { plain: 17, withKey: 24 };
const fewestCategories = 4;

/** As many categories as fit the height at a size that can be read from afar. */
function fitCategories(model: ChartModel, room: Room, height: number): ChartModel {
  if (formOf(model) === 'lines') return model;
  let fitting = model;
  while (fitting.categories.length > fewestCategories && drawChart(fitting, room).height > height) {
    fitting = foldCategories(model, fitting.categories.length - 1);
  }
  return fitting;
}

function Ring({ chart, box }: { chart: ChartModel; box: Box }) {
  const parts = partsOfWhole(chart);
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const width = Math.min(box.height - outside.plain, box.width * 0.46);
  const room = { width, text: typeSizes.second, language: language.value };
  return (
    <div class="wall-ring">
      <div class="wall-ring__drawing" style={{ width: `calc(var(--wall) * ${width})` }}>
        <ChartSvg
          drawing={drawParts(parts, room, registerWords('chart.whole'), { hasRim: false })}
          size={typeSizes.second}
          name={nameOf(chart)}
        />
      </div>
      <ul class="wall-ring__parts">
        {parts.map(({ name, value, place, categories }) => (
          <li class="wall-ring__part" key={name ?? ''}>
            <Swatch place={place} />
            <span lang="zh-CN">{name ?? registerWords('chart.rest', { count: categories })}</span>
            <span class="wall-ring__value figures">
              {figureText(value)} · {shareText(value, whole)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameOf({ title, type, categories, series }: ChartModel): string {
  const name = registerWords('chart.name', {
    title,
    form: registerWords(`chart.${type}`),
    count: categories.length,
  });
  const figures = categories.map((category, at) => {
    const values = series.map(({ values: own }) => {
      const value = own[at] ?? null;
      return value === null ? registerWords('chart.noFigure') : figureText(value);
    });
    return `${category} ${values.join(registerWords('chart.comma'))}`;
  });
  return [name, ...figures].join(registerWords('chart.stop'));
}

function roomIn({ width }: Box): Room {
  return { width, text: typeSizes.second, language: language.value };
}

/** What of a chart is drawn. */
function shownOf(chart: ChartModel, box: Box): ChartModel {
  // The parts of a whole are told together where there are too many.
  if (formOf(chart) === 'ring') return chart;
  const height = box.height - (hasKey(chart) ? outside.withKey : outside.plain);
  return fitCategories(chart, roomIn(box), height);
}

function Drawn({ chart, shown, box }: { chart: ChartModel; shown: ChartModel; box: Box }) {
  return (
    <>
      {hasKey(chart) && (
        <ul class="wall-key">
          {chart.series.map(({ name }, place) => (
            <li key={name} class="wall-key__line">
              <Swatch place={place} />
              <span lang="zh-CN">{name}</span>
            </li>
          ))}
        </ul>
      )}
      <div class={chart.series.length === 1 ? 'wall-drawing chart--alone' : 'wall-drawing'}>
        <ChartSvg drawing={drawChart(shown, roomIn(box))} size={typeSizes.second} name={nameOf(shown)} />
      </div>
    </>
  );
}

export function RegisterChartSheet({ chart, agency, box }: ChartProps) {
  const unit = chart.unit ? registerWords('chart.unit', { unit: chart.unit }) : null;
  const shown = shownOf(chart, box);
  const cut = cutWords(shown.categories.length, chart.categories.length);
  return (
    <>
      <h2 class="sheet-title" lang="zh-CN">
        {chart.title}
      </h2>
      {formOf(chart) === 'ring' ? (
        <Ring chart={chart} box={box} />
      ) : (
        <Drawn chart={chart} shown={shown} box={box} />
      )}
      <p class="sheet-note" lang="zh-CN">
        {[agency, unit, cut].filter(Boolean).join(' · ')}
      </p>
    </>
  );
}
