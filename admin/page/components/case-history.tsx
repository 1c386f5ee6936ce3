// What was done with a case: who, when, from which day it counts in law, and what was written.
import type { CaseEvent } from '#shared/protocol/case-desk-api.ts';
import { chinaDay } from '#shared/reports/report-table.ts';
import { t } from '../i18n/case-words.ts';
import { formatTime } from '../i18n/index.ts';
import { factWords } from '../state/case-event-words.ts';

function EventLine({ event }: { readonly event: CaseEvent }) {
  const { kind, at, on, who, note } = event;
  const facts = factWords(event);
  const isOtherDay = on !== '' && chinaDay(at) !== on;
  return (
    <li>
      <p>
        <strong>{t(`case.event.${kind}`)}</strong>
        {facts !== '' && <span> {facts}</span>}
      </p>
      {note !== '' && <p class="case-words case-note">{note}</p>}
      <p class="secondary case-event-when">
        <time dateTime={at} class="numeric">
          {formatTime(at)}
        </time>
        {who !== '' && ` · ${who}`}
        {isOtherDay && ` · ${t('case.event.countsOn', { date: on })}`}
      </p>
    </li>
  );
}

/** The newest first: what happened last is what one asks for. */
export function CaseHistory({ events }: { readonly events: readonly CaseEvent[] }) {
  return (
    <section class="card stack" aria-labelledby="case-history">
      <h2 id="case-history">{t('case.history')}</h2>
      <ol class="case-events">
        {[...events].reverse().map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ol>
    </section>
  );
}
