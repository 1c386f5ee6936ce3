// The figures of a period at a glance, each beside what it was before.
import type { Statistics } from '#shared/protocol/statistics-api.ts';
import { sumOf } from '#shared/statistics/sum-keys.ts';
import { formatCount } from '../i18n/index.ts';
import { type StatisticsKey, st } from '../i18n/statistics-words.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** How a figure stands to the one of the period before. */
export function changeWords(now: number, before: number): string {
  if (before === 0) return now === 0 ? st('same') : st('noBefore');
  if (now === before) return st('same');
  const share = percent(Math.abs(now - before) / before);
  return st(now > before ? 'more' : 'less', { share });
}

interface FigureProps {
  readonly label: StatisticsKey;
  readonly now: number;
  readonly before: number;
  readonly line?: string;
}

function Figure({ label, now, before, line }: FigureProps) {
  return (
    <div class="card use-figure">
      <dt>{st(label)}</dt>
      <dd class="figure numeric">{formatCount(now)}</dd>
      <dd class="secondary">{line ?? changeWords(now, before)}</dd>
    </div>
  );
}

export function UseFigures({ statistics }: { readonly statistics: Statistics }) {
  const { sums, before } = statistics;
  const of = (key: string) => ({ now: sums[key] ?? 0, before: before[key] ?? 0 });
  const all = (start: string) => ({ now: sumOf(sums, start), before: sumOf(before, start) });
  const searches = sums.searches ?? 0;
  const nothing = of('found-nothing');
  return (
    <dl class="use-figures">
      <Figure label="visits" {...of('visits')} />
      <Figure label="opened" {...all('opened.')} />
      <Figure label="searches" {...of('searches')} />
      <Figure
        label="foundNothing"
        {...nothing}
        {...(searches > 0 ? { line: st('ofSearches', { share: percent(nothing.now / searches) }) } : {})}
      />
      <Figure label="handed" {...all('handed.')} />
      <Figure label="rated" {...of('rated')} />
    </dl>
  );
}
