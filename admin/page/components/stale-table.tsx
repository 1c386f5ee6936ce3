// What is public and out of date, with the reason and what can be done about it at once.
import { useState } from 'preact/hooks';
import type { StaleItem } from '#shared/protocol/deadlines-api.ts';
import { nothing, request } from '../api/client.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import { ProblemNotice } from './problem.tsx';
import { ScrollArea } from './scroll-area.tsx';

/** Reasons whose detail is worth a sentence; of a dead link it is the address itself. */
const told: ReadonlySet<string> = new Set(['update-passed', 'superseded', 'expired']);

function detailWords({ reason, detail }: StaleItem): string {
  if (detail === '') return '';
  return told.has(reason) ? t(`stale.detail.${reason}` as MessageKey, { detail }) : detail;
}

/** Contact details that are still right need no change, only somebody who looked. */
function ConfirmContact({ item }: { readonly item: StaleItem }) {
  const saving = useSaving();
  const [isDone, setDone] = useState(false);
  const confirm = async () => {
    const body = { ids: [item.subjectId] };
    if (await saving.save(() => request('POST', '/stale/contacts', nothing, { body }))) setDone(true);
  };
  if (isDone) return <span class="tag tag-good">{t('stale.confirmed')}</span>;
  return (
    <>
      <button type="button" class="button button-small" disabled={saving.isBusy} onClick={confirm}>
        {t('stale.confirm')}
      </button>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
    </>
  );
}

function StaleRow({ item }: { readonly item: StaleItem }) {
  const isContact = item.reason === 'contact-old';
  const href = item.subject === 'agency' ? '/admin/settings/agencies' : `/admin/records/${item.subjectId}`;
  return (
    <tr>
      <td class="grow">
        <a href={href}>{item.title}</a>
        <span class="due-for secondary">{detailWords(item)}</span>
      </td>
      <td>{item.agencyName}</td>
      <td>
        <span class="tag tag-warn">{t(`stale.reason.${item.reason}`)}</span>
      </td>
      <td class="numeric">{item.since}</td>
      <td>{isContact && may('deadlines.write') && <ConfirmContact item={item} />}</td>
    </tr>
  );
}

export function StaleTable({ items }: { readonly items: readonly StaleItem[] }) {
  return (
    <ScrollArea label={t('deadlines.stale')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('stale.title')}</th>
            <th scope="col">{t('deadlines.agency')}</th>
            <th scope="col">{t('stale.reason')}</th>
            <th scope="col">{t('stale.since')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('stale.act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <StaleRow key={`${item.subjectId} ${item.reason}`} item={item} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
