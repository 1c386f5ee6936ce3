// One chart of a register: its title and unit, the drawing or its table, and the same figures for those who listen.
import { ChartColumn, Table2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import { drawChart, formOf, hasKey } from '#shared/charts/draw-chart.ts';
import { foldCategories } from '#shared/charts/fold-categories.ts';
import { spokenFigures } from '#shared/charts/spoken-figures.ts';
import { formatCount } from '../../i18n/format.ts';
import { registerWords as t } from '../../i18n/registers.ts';
import { language } from '../../i18n/translate.ts';
import { isElder } from '../../state/modes.ts';
import { Icon } from '../icon.tsx';
import { ChartParts } from './chart-parts.tsx';
import { ChartSvg, Swatch } from './chart-svg.tsx';
import { ChartTable } from './chart-table.tsx';
import { useWidthMm } from './use-width.ts';

/** Size of names and figures in a drawing, and how much large text adds. */
const textMm = 4.6;
const elderScale = 1.35;
/** More bars than this are folded until they are asked for. */
const foldedBars = 16;

function Key({ model }: { model: ChartModel }) {
  return (
    <ul class="chart__key" aria-label={t('chart.key')}>
      {model.series.map(({ name }, place) => (
        <li key={name} class="chart__key-line">
          <Swatch place={place} />
          <span lang="zh-CN">{name}</span>
        </li>
      ))}
    </ul>
  );
}

function Drawn({ model, widthMm, name }: { model: ChartModel; widthMm: number; name: string }) {
  const [isWholeShown, setIsWholeShown] = useState(false);
  const text = textMm * (isElder.value ? elderScale : 1);
  const form = formOf(model);
  if (form === 'ring') return <ChartParts model={model} widthMm={widthMm} textMm={text} name={name} />;
  const count = model.categories.length;
  const isFolded = form !== 'lines' && count > foldedBars && !isWholeShown;
  const shown = isFolded ? foldCategories(model, foldedBars) : model;
  const room = { width: widthMm, text, language: language.value };
  return (
    <>
      {hasKey(model) && <Key model={model} />}
      <ChartSvg drawing={drawChart(shown, room)} size={text} name={name} />
      {isFolded && (
        <button type="button" class="button button--more" onClick={() => setIsWholeShown(true)}>
          {t('chart.showAll', { count: formatCount(count) })}
        </button>
      )}
    </>
  );
}

function WaySwitch({ isTable, onChange }: { isTable: boolean; onChange: (isTable: boolean) => void }) {
  return (
    <fieldset class="switch chart__switch" aria-label={t('chart.ways')} data-silent>
      <button type="button" class="switch__choice" aria-pressed={!isTable} onClick={() => onChange(false)}>
        <Icon node={ChartColumn} />
        {t('chart.asChart')}
      </button>
      <button type="button" class="switch__choice" aria-pressed={isTable} onClick={() => onChange(true)}>
        <Icon node={Table2} />
        {t('chart.asTable')}
      </button>
    </fieldset>
  );
}

/** Out of sight, but read aloud: what the drawing shows. */
function Spoken({ model }: { model: ChartModel }) {
  const words = {
    colon: t('chart.colon'),
    comma: t('chart.comma'),
    stop: t('chart.stop'),
    none: t('chart.noFigure'),
  };
  return (
    <div class="visually-hidden" data-spoken lang="zh-CN">
      {spokenFigures(model, words).map((sentence, at) => (
        <p key={at}>{sentence}</p>
      ))}
    </div>
  );
}

export function ChartView({ model }: { model: ChartModel }) {
  const place = useRef<HTMLDivElement>(null);
  const widthMm = useWidthMm(place);
  const [isTable, setIsTable] = useState(false);
  const { title, type, unit, categories, series } = model;
  const name = t('chart.name', { title, form: t(`chart.${type}`), count: categories.length });
  return (
    <figure class={series.length === 1 && type !== 'composition' ? 'chart chart--alone' : 'chart'}>
      <figcaption class="chart__head">
        <span class="chart__title" lang="zh-CN">
          {title}
        </span>
        {unit && <span class="chart__unit">{t('chart.unit', { unit })}</span>}
      </figcaption>
      <WaySwitch isTable={isTable} onChange={setIsTable} />
      <div ref={place} class="chart__place">
        {isTable ? (
          <ChartTable model={model} />
        ) : (
          widthMm !== null && <Drawn model={model} widthMm={widthMm} name={name} />
        )}
      </div>
      {!isTable && <Spoken model={model} />}
    </figure>
  );
}
