// `/figures`: how much the terminals are used, what became of what people said, and what was answered.
import { ChartNoAxesCombined } from 'lucide';
import {
  type FiguresOfMonth,
  opinionParts,
  type PublicFigures,
  requestParts,
} from '#shared/statistics/public-figures.ts';
import type { ShownCount } from '#shared/statistics/suppress.ts';
import { FiguresAnswers } from '../components/figures-answers.tsx';
import { FiguresBoard } from '../components/figures-board.tsx';
import { FiguresParts } from '../components/figures-parts.tsx';
import { StatePanel } from '../components/state-panel.tsx';
import { type FiguresKey, figuresWords as t } from '../i18n/figures-words.ts';
import { formatCount, formatDate } from '../i18n/format.ts';
import { useEngine } from '../state/engine-context.ts';
import { countText } from '../state/figures-text.ts';
import '../styles/figures.css';

interface FigureProps {
  readonly name: FiguresKey;
  readonly count: ShownCount;
  readonly unit: FiguresKey;
  readonly before?: ShownCount | undefined;
}

function Figure({ name, count, unit, before }: FigureProps) {
  return (
    <div class="figure">
      <dt class="figure__name">{t(name)}</dt>
      <dd class="figure__count figures">
        {countText(count)} <span class="figure__unit">{t(unit)}</span>
      </dd>
      {before !== undefined && <dd class="figure__before">{t('last', { count: countText(before) })}</dd>}
    </div>
  );
}

function Use({ months: [month, last] }: { readonly months: readonly FiguresOfMonth[] }) {
  if (!month) return null;
  return (
    <dl class="figures-use">
      <Figure name="visits" unit="visitsUnit" count={month.visits} before={last?.visits} />
      <Figure name="searches" unit="times" count={month.searches} before={last?.searches} />
      <Figure name="opened" unit="items" count={month.opened} before={last?.opened} />
      <Figure name="handedOff" unit="times" count={month.handedOff} before={last?.handedOff} />
    </dl>
  );
}

function Satisfaction({ mark, count }: { readonly mark: number; readonly count: ShownCount }) {
  return (
    <section class="figures-card figures-mark">
      <h2 class="section-title">{t('satisfaction')}</h2>
      <p class="figures-mark__value">
        <b class="figures">{t('marksOf', { mark: mark.toFixed(1) })}</b>
        <span class="figures-note">{t('marks', { count: countText(count) })}</span>
      </p>
      <div class="figures-mark__bar" aria-hidden="true">
        <span style={{ width: `${(100 * mark) / 5}%` }} />
      </div>
    </section>
  );
}

function Figures({ figures }: { readonly figures: PublicFigures }) {
  const { cases, board, answers } = figures;
  const year = Number(figures.asOf.slice(0, 4));
  return (
    <>
      <Use months={figures.months} />
      <div class="figures-columns">
        {cases !== null && (
          <FiguresParts
            title={t('opinions', { year: cases.year })}
            line={t('opinionsLine')}
            figures={cases.opinions}
            names={opinionParts}
          />
        )}
        {cases !== null && cases.requests.total > 0 && (
          <FiguresParts
            title={t('requests', { year: cases.year })}
            figures={cases.requests}
            names={requestParts}
          />
        )}
        {cases !== null && cases.satisfaction !== null && (
          <Satisfaction mark={cases.satisfaction} count={cases.satisfied} />
        )}
        {board !== null && board.length > 0 && <FiguresBoard board={board} year={year} />}
        {answers.length > 0 && <FiguresAnswers answers={answers} />}
      </div>
      <p class="figures-note">{t('note')}</p>
    </>
  );
}

export default function FiguresScreen() {
  const manifest = useEngine().manifest.value;
  const figures = manifest?.publicFigures;
  if (!manifest || !figures) {
    return (
      <StatePanel icon={ChartNoAxesCombined} title={t('nothing')} line={t('nothingLine')} isWholeScreen />
    );
  }
  const [month] = figures.months;
  return (
    <div class="screen screen--figures">
      <header>
        <h1 class="screen-title">{t('title')}</h1>
        <p class="disclosure-lead figures">
          {month && month.visits !== 0 && `${t('sentence', { visits: countText(month.visits) })} · `}
          {t('recordsNow', { count: formatCount(manifest.records) })} ·{' '}
          {t('asOf', { day: formatDate(figures.asOf) })}
        </p>
      </header>
      <Figures figures={figures} />
    </div>
  );
}
