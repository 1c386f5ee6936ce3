// Which day, week, month or year is looked at: its kind, and steps back and forth.
import { ChevronLeft, ChevronRight } from 'lucide';
import { type StatisticPeriod, statisticPeriods } from '#shared/protocol/statistics-api.ts';
import { spanOf, stepPeriod } from '#shared/statistics/period-span.ts';
import { st } from '../i18n/statistics-words.ts';
import { today } from '../state/day.ts';
import { Icon } from './icon.tsx';

/** The name of the period that holds this day. */
export function periodName(period: StatisticPeriod, on: string): string {
  const { from, to } = spanOf(period, on);
  const [year = '', month = ''] = from.split('-');
  if (period === 'day') return from;
  if (period === 'week') return st('weekOf', { from, to });
  return st(period, { year, month: Number(month) });
}

interface PeriodChoiceProps {
  readonly period: StatisticPeriod;
  readonly on: string;
  readonly onChange: (period: StatisticPeriod, on: string) => void;
}

export function PeriodChoice({ period, on, onChange }: PeriodChoiceProps) {
  const isNow = spanOf(period, on).to >= today();
  return (
    <div class="row period-choice">
      <fieldset class="segments" aria-label={st('period')}>
        {statisticPeriods.map((one) => (
          <button
            key={one}
            type="button"
            class="segment"
            aria-pressed={one === period}
            onClick={() => onChange(one, on)}
          >
            {st(`period.${one}`)}
          </button>
        ))}
      </fieldset>
      <div class="row row-tight">
        <button
          type="button"
          class="button"
          aria-label={st('earlier')}
          onClick={() => onChange(period, stepPeriod(period, on, -1))}
        >
          <Icon node={ChevronLeft} />
        </button>
        <strong class="numeric period-name" role="status">
          {periodName(period, on)}
        </strong>
        <button
          type="button"
          class="button"
          aria-label={st('later')}
          disabled={isNow}
          onClick={() => onChange(period, stepPeriod(period, on, 1))}
        >
          <Icon node={ChevronRight} />
        </button>
        {!isNow && (
          <button type="button" class="button button-quiet" onClick={() => onChange(period, today())}>
            {st('now')}
          </button>
        )}
      </div>
    </div>
  );
}
