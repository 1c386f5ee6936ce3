// The ledgers: chosen, narrowed to a period and an agency, read, printed, handed out, and written where staff write them.
import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { reportTableSchema } from '#shared/protocol/ledgers-api.ts';
import { type LedgerId, ledgerIds, writtenLedgers } from '#shared/reports/ledgers.ts';
import { request } from '../api/client.ts';
import { EntryDialog } from '../components/entry-dialog.tsx';
import { FileLinks } from '../components/file-links.tsx';
import { Icon } from '../components/icon.tsx';
import { type LedgerFilter, LedgerFilters } from '../components/ledger-filters.tsx';
import { LedgerTable } from '../components/ledger-table.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ReportTabs } from '../components/report-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { deskLanguage, t } from '../i18n/index.ts';
import { daysOf, today } from '../state/day.ts';
import { useLoaded } from '../state/loaded.ts';
import { may } from '../state/session.ts';

/** What narrows the ledger, without what is left open. */
function queryOf({ from, to, agencyId }: LedgerFilter): Record<string, string> {
  return Object.fromEntries(Object.entries({ from, to, agencyId }).filter(([, value]) => value !== ''));
}

function useLedger(ledger: LedgerId, filter: LedgerFilter) {
  const query = new URLSearchParams(queryOf(filter)).toString();
  return useLoaded(
    (signal) => request('GET', `/ledgers/${ledger}?${query}`, reportTableSchema, { signal }),
    [ledger, query, deskLanguage.value],
  );
}

/** The chosen ledger stands in the address, so that it can be sent to somebody. */
function useChosenLedger() {
  const { query, route } = useLocation();
  const ledger = ledgerIds.find((id) => id === query.ledger) ?? 'publications';
  return { ledger, choose: (id: LedgerId) => route(`/admin/ledgers?ledger=${id}`, true) };
}

export function Ledgers() {
  const { ledger, choose } = useChosenLedger();
  const [filter, setFilter] = useState<LedgerFilter>(() => ({
    period: 'year',
    agencyId: '',
    ...daysOf('year', today()),
  }));
  return (
    <div class="stack">
      <WorkHead title={t('place.ledgers')} lead={t('ledgers.lead')} />
      <ReportTabs />
      <fieldset class="segments" aria-label={t('ledgers.which')}>
        {ledgerIds.map((id) => (
          <button
            key={id}
            type="button"
            class="segment"
            aria-pressed={id === ledger}
            onClick={() => choose(id)}
          >
            {t(`ledger.${id}`)}
          </button>
        ))}
      </fieldset>
      <Ledger key={ledger} ledger={ledger} filter={filter} onFilter={setFilter} />
    </div>
  );
}

interface LedgerProps {
  readonly ledger: LedgerId;
  readonly filter: LedgerFilter;
  readonly onFilter: (filter: LedgerFilter) => void;
}

function Ledger({ ledger, filter, onFilter }: LedgerProps) {
  const table = useLedger(ledger, filter);
  /** Undefined while no entry is open; null for a new one. */
  const [opened, setOpened] = useState<string | null>();
  const written = writtenLedgers.find((id) => id === ledger);
  return (
    <section class="card stack" aria-label={t(`ledger.${ledger}`)}>
      <p class="secondary">{t(`ledger.${ledger}.lead`)}</p>
      <LedgerFilters value={filter} onChange={onFilter} />
      <div class="row">
        {written !== undefined && may('reports.write') && (
          <button type="button" class="button button-primary" onClick={() => setOpened(null)}>
            <Icon node={Plus} /> {t('ledgers.add')}
          </button>
        )}
        <FileLinks
          path={`/ledgers/${ledger}/file`}
          query={queryOf(filter)}
          formats={['html', 'xlsx', 'csv']}
        />
      </div>
      {table.error !== null && <ProblemNotice error={table.error} retry={table.reload} />}
      {table.value === null && table.isLoading && <Loading />}
      {table.value !== null && <LedgerTable table={table.value} onOpen={setOpened} />}
      {written !== undefined && opened !== undefined && (
        <EntryDialog
          ledger={written}
          entryId={opened}
          onClose={(isChanged) => {
            setOpened(undefined);
            if (isChanged) table.reload();
          }}
        />
      )}
    </section>
  );
}
