// What was done with something and by whom, in the order of time.
import { formatTime } from '../i18n/index.ts';

interface EventHistoryProps {
  /** Of the heading, unique on its screen. */
  readonly id: string;
  readonly title: string;
  readonly events: readonly { readonly at: string; readonly who: string; readonly words: string }[];
}

export function EventHistory({ id, title, events }: EventHistoryProps) {
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol class="timeline">
        {events.map(({ at, who, words }) => (
          <li key={`${at}${words}`}>
            <time class="secondary numeric" dateTime={at}>
              {formatTime(at)}
            </time>
            <span>
              {who} · {words}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
