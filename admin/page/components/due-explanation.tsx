// Why something is due on its day: the rule, the whole in a sentence, and every day on request.
import { explanationSchema, type Owed } from '#shared/protocol/deadlines-api.ts';
import { request } from '../api/client.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';

interface DueExplanationProps {
  readonly subject: string;
  readonly kind: Owed['kind'];
  /** Where the day of an event is entered: at the matter, or at the record where it hangs on none. */
  readonly eventsAt: string;
}

export function DueExplanation({ subject, kind, eventsAt }: DueExplanationProps) {
  const query = new URLSearchParams({ subject, kind });
  const loaded = useLoaded(
    (signal) => request('GET', `/deadlines/explanation?${query}`, explanationSchema, { signal }),
    [subject, kind],
  );
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  const told = loaded.value;
  if (told === null) return <Loading />;
  const { event } = told;
  const basis: MessageKey = event === null ? `deadlines.basis.${told.basis}` : 'deadlines.basis.event-known';
  const words = {
    rule: told.rule,
    period: told.period ?? '',
    event: event?.title ?? '',
    on: event?.on ?? '',
  };
  return (
    <div class="stack due-why">
      <p class="secondary">{t(basis, words)}</p>
      {told.basis === 'event' && event === null && (
        <p>
          <a class="button button-small" href={`/admin/records/${eventsAt}#events`}>
            {t('deadlines.enterEvent')}
          </a>
        </p>
      )}
      {told.summary !== '' && <p>{told.summary}</p>}
      {told.problem !== null && <p class="notice notice-warn">{told.problem}</p>}
      {told.lines.length > 0 && (
        <details>
          <summary>{t('deadlines.allDays', { days: told.lines.length })}</summary>
          <ol class="due-days">
            {told.lines.map((line) => (
              <li key={line.date} class={line.isCounted ? 'due-day due-day-counted' : 'due-day'}>
                <span class="numeric">{line.date}</span>
                <span>{line.weekday}</span>
                <span>{line.reason === line.weekday ? '' : line.reason}</span>
                <span>{line.effect}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
