// What is owed, one row each: what, who answers for it, by which day, and why that day.
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { Owed } from '#shared/protocol/deadlines-api.ts';
import { t } from '../i18n/index.ts';
import { DueExplanation } from './due-explanation.tsx';
import { ScrollArea } from './scroll-area.tsx';

const dayMs = 86_400_000;

const keyOf = ({ subjectId, kind }: Owed) => `${subjectId} ${kind}`;

function DueCell({ item, today }: { readonly item: Owed; readonly today: string }) {
  if (item.dueOn === null) {
    const isEvent = item.problem === 'event';
    const words = isEvent
      ? t('deadlines.problemEvent')
      : t('deadlines.problemYear', { year: item.problem ?? '' });
    return <span class="tag tag-warn">{words}</span>;
  }
  const days = Math.round((Date.parse(today) - Date.parse(item.dueOn)) / dayMs);
  return (
    <>
      <span class="numeric">{item.dueOn}</span>{' '}
      {days > 0 && <span class="tag tag-bad">{t('deadlines.late', { days })}</span>}
      {days === 0 && <span class="tag tag-warn">{t('deadlines.today')}</span>}
      {days < 0 && <span class="tag">{t('deadlines.left', { days: -days })}</span>}
    </>
  );
}

/** An event has no page of its own: what is owed before it is owed by its matter. */
const recordOf = ({ kind, matterId, subjectId }: Owed): string =>
  kind === 'event' ? `${matterId ?? ''}#events` : subjectId;

function whatFor(item: Owed): string {
  if (item.kind === 'event')
    return t('deadlines.event', { title: item.matterTitle ?? '', on: item.startsOn ?? '' });
  if (item.kind === 'period') return t('deadlines.period', { period: item.period ?? item.startsOn ?? '' });
  return item.matterTitle === null
    ? t('deadlines.noMatter')
    : t('deadlines.matter', { title: item.matterTitle });
}

function OwedRow({ item, today }: { readonly item: Owed; readonly today: string }) {
  const [isOpen, setOpen] = useState(false);
  const why = `why-${item.kind}-${item.subjectId}`;
  return (
    <Fragment>
      <tr>
        <td class="grow">
          <a href={`/admin/records/${recordOf(item)}`}>{item.title}</a>
          <span class="due-for secondary">{whatFor(item)}</span>
          <span class="due-for secondary due-narrow">
            {item.agencyName} · {item.person || t('deadlines.nobody')}
          </span>
        </td>
        <td class="wide">
          {item.agencyName}
          <span class="due-for secondary">{item.person || t('deadlines.nobody')}</span>
        </td>
        <td class="due-on">
          <DueCell item={item} today={today} />
        </td>
        <td>
          <button
            type="button"
            class="button button-small"
            aria-expanded={isOpen}
            aria-controls={why}
            aria-label={`${t('deadlines.why')} ${item.title}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'deadlines.hideWhy' : 'deadlines.whyShort')}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr id={why} class="due-why-row">
          <td colSpan={4}>
            <DueExplanation
              subject={item.subjectId}
              kind={item.kind}
              eventsAt={item.matterId ?? item.subjectId}
            />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

export function OwedTable({ items, today }: { readonly items: readonly Owed[]; readonly today: string }) {
  return (
    <ScrollArea label={t('deadlines.title')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('deadlines.title')}</th>
            <th scope="col" class="wide">
              {t('deadlines.who')}
            </th>
            <th scope="col">{t('deadlines.dueOn')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('deadlines.why')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <OwedRow key={keyOf(item)} item={item} today={today} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
