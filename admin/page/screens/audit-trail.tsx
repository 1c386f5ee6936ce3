// Who did what to which thing, from the newest back; nothing here can be changed or removed.
import { ChainCard } from '../components/chain-card.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { SettingsTabs } from '../components/settings-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { auditWords } from '../i18n/audit-words.ts';
import { formatTime, t } from '../i18n/index.ts';
import { auditDetails } from '../state/audit-details.ts';
import { type AuditEntry, useAuditTrail } from '../state/audit-trail.ts';

function Particulars({ details }: { readonly details: string }) {
  return (
    <>
      {auditDetails(details).map(([name, value]) => (
        <span key={name} class="audit-particular secondary">
          {name} {value}
        </span>
      ))}
    </>
  );
}

function EntryRow({ entry }: { readonly entry: AuditEntry }) {
  return (
    <tr>
      <td class="numeric secondary audit-time">
        <time dateTime={entry.at}>{formatTime(entry.at)}</time>
      </td>
      <td title={entry.who}>{entry.who || t('today.system')}</td>
      <td>{auditWords(entry.action)}</td>
      <td class="grow">
        {entry.subject} <Particulars details={entry.details} />
      </td>
    </tr>
  );
}

function EntryTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  return (
    <ScrollArea label={t('audit.title')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.action')}</th>
            <th scope="col">{t('audit.subject')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

export function AuditTrail() {
  const trail = useAuditTrail();
  const { entries } = trail;
  return (
    <div class="stack">
      <WorkHead title={t('audit.title')} lead={t('audit.lead')} />
      <SettingsTabs />
      <ChainCard />
      {trail.error !== null && <ProblemNotice error={trail.error} retry={trail.loadMore} />}
      {entries === null && trail.isLoading && <Loading />}
      {entries !== null && (
        <section class="card stack" aria-label={t('audit.title')}>
          {entries.length === 0 && <p class="secondary">{t('today.recentNone')}</p>}
          {entries.length > 0 && <EntryTable entries={entries} />}
          {trail.hasMore && (
            <button type="button" class="button" disabled={trail.isLoading} onClick={trail.loadMore}>
              {t(trail.isLoading ? 'app.loading' : 'records.more')}
            </button>
          )}
        </section>
      )}
    </div>
  );
}
