// Public figures from afar: how many came this month, what became of opinions, and each agency's time to answer.
import { type AgencyFigures, opinionParts, type PublicFigures } from '#shared/statistics/public-figures.ts';
import type { ShownCount } from '#shared/statistics/suppress.ts';
import { type FiguresKey, figuresWords as t } from '../../i18n/figures-words.ts';
import { formatDate } from '../../i18n/format.ts';
import { countText, totalText } from '../../state/figures-text.ts';
import { Bar } from './ranking-sheet.tsx';

function Big({ name, count, unit }: { name: FiguresKey; count: ShownCount; unit: FiguresKey }) {
  return (
    <div class="wall-figure">
      <dt>{t(name)}</dt>
      <dd class="figures">
        {countText(count)} <small>{t(unit)}</small>
      </dd>
    </div>
  );
}

function Opinions({ cases }: { cases: NonNullable<PublicFigures['cases']> }) {
  const { opinions } = cases;
  return (
    <section class="wall-opinions">
      <h3 class="wall-opinions__title">
        {t('opinions', { year: cases.year })}
        <span class="figures">
          {t('received')} {totalText(opinions)} {t('cases')}
        </span>
      </h3>
      <div class="wall-opinions__bar" aria-hidden="true">
        {opinionParts
          .filter((part) => opinions.parts[part] !== 0)
          .map((part) => (
            <span
              key={part}
              class={`wall-opinions__part wall-opinions__part--${part}`}
              style={{ flexGrow: Math.max(opinions.parts[part] ?? 0, opinions.total / 60, 0.1) }}
            />
          ))}
      </div>
      <dl class="wall-figures">
        {opinionParts.map((part) => (
          <div class="wall-figure wall-figure--small" key={part}>
            <dt>
              <span class={`wall-opinions__sign wall-opinions__part--${part}`} /> {t(part)}
            </dt>
            <dd class="figures">{countText(opinions.parts[part])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function FiguresSheet({ figures }: { figures: PublicFigures }) {
  const [month] = figures.months;
  return (
    <>
      <h2 class="sheet-title">{t('wallTitle')}</h2>
      {month && (
        <dl class="wall-figures">
          <Big name="visits" unit="visitsUnit" count={month.visits} />
          <Big name="searches" unit="times" count={month.searches} />
          <Big name="handedOff" unit="times" count={month.handedOff} />
        </dl>
      )}
      {figures.cases && <Opinions cases={figures.cases} />}
      <p class="sheet-note figures">{t('asOf', { day: formatDate(figures.asOf) })}</p>
    </>
  );
}

/** The quickest first; agencies nothing can be told of are not on the wall. */
export function BoardSheet({ board, asOf }: { board: readonly AgencyFigures[]; asOf: string }) {
  const most = Math.max(1, ...board.map(({ medianDays }) => medianDays ?? 0));
  return (
    <>
      <h2 class="sheet-title">{t('board')}</h2>
      <ol class="ranking">
        {board.map(({ agencyId, name, medianDays, overdue }) => (
          <li class="ranking__line wall-board__line" key={agencyId}>
            <span class="ranking__name" lang="zh-CN">
              {name}
            </span>
            <span class="ranking__count figures">
              {t('days', { days: medianDays ?? 0 })}
              <small class="wall-board__late">
                {t('overdue')} {overdue === 0 ? t('overdueNone') : countText(overdue)}
              </small>
            </span>
            <Bar share={(medianDays ?? 0) / most} />
          </li>
        ))}
      </ol>
      <p class="sheet-note figures">
        {t('medianDays')}：{t('medianNote')} · {t('asOf', { day: formatDate(asOf) })}
      </p>
    </>
  );
}
