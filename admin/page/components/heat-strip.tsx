// When people come: seven days and twenty-four hours as shades, each with its number for whoever asks.
import { useId } from 'preact/hooks';
import { type StatisticsKey, st } from '../i18n/statistics-words.ts';
import { ScrollArea } from './scroll-area.tsx';

/** Shades from nobody to the most. */
const shades = 5;
/** Hours shown even when nobody came; others are when somebody did. */
const usual = { from: 8, to: 18 };

export const dayKeys: readonly StatisticsKey[] = ['day0', 'day1', 'day2', 'day3', 'day4', 'day5', 'day6'];

/** 0 for nobody; the busiest hour has the darkest. */
export function shadeOf(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((shades * count) / most));
}

/** From the first to the last hour anybody came in, and the usual ones between. */
export function shownHours(heat: readonly (readonly number[])[]): number[] {
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    heat.some((day) => (day[hour] ?? 0) > 0),
  );
  const from = Math.min(usual.from, ...used);
  const to = Math.max(usual.to, ...used);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

export function HeatStrip({ heat }: { readonly heat: readonly (readonly number[])[] }) {
  const id = useId();
  const hours = shownHours(heat);
  const most = Math.max(0, ...heat.flat());
  return (
    <section class="card stack-tight" aria-labelledby={id}>
      <h2 id={id}>{st('heat')}</h2>
      <p class="secondary">{st('heatLine')}</p>
      <ScrollArea label={st('heat')}>
        <table class="hours">
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.map((day, at) => {
              const name = st(dayKeys[at] ?? 'day0');
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {hours.map((hour) => {
                    const count = day[hour] ?? 0;
                    return (
                      <td
                        key={hour}
                        class={`hour hour-${shadeOf(count, most)}`}
                        title={st('heatCell', { day: name, hour, count })}
                      >
                        {count > 0 ? count : ''}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}
