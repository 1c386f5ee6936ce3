// Agencies against the months of a year: who sent, who reported nothing, who is missing.
import { useState } from 'preact/hooks';
import type { MonthStanding } from '#shared/protocol/transfers-api.ts';
import { chinaDay } from '#shared/transfers/transfer-month.ts';
import { formatCount, t } from '../i18n/index.ts';
import { useTransferYear } from '../state/transfers.ts';
import { Loading } from './loading.tsx';
import { NumberField } from './number-field.tsx';
import { ProblemNotice } from './problem.tsx';
import { ScrollArea } from './scroll-area.tsx';

const looks: Readonly<Record<MonthStanding, string>> = {
  received: 'tag-good',
  empty: '',
  waiting: 'tag-warn',
  returned: 'tag-bad',
  missing: 'tag-bad',
  upcoming: 'transfer-none',
};

export function TransferYearTable() {
  const [year, setYear] = useState(Number(chinaDay(Date.now()).slice(0, 4)));
  const loaded = useTransferYear(year);
  const shown = loaded.value;
  return (
    <div class="stack">
      <div class="row transfer-filters">
        <NumberField label={t('transfers.year')} value={year} min={2000} max={2199} onChange={setYear} />
        <p class="secondary">{t('transfers.yearLead')}</p>
      </div>
      {loaded.error !== null && <ProblemNotice error={loaded.error} retry={loaded.reload} />}
      {shown === null && loaded.isLoading && <Loading />}
      {shown?.agencies.length === 0 && <p class="card empty">{t('transfers.yearNone')}</p>}
      {shown !== null && shown.agencies.length > 0 && (
        <section class="card" aria-label={t('transfers.tab.year')}>
          <ScrollArea label={t('transfers.tab.year')}>
            <table class="table transfer-year">
              <thead>
                <tr>
                  <th scope="col">{t('transfers.agency')}</th>
                  {shown.months.map((month) => (
                    <th key={month} scope="col">
                      {t('transfers.monthShort', { month: Number(month.slice(5)) })}
                    </th>
                  ))}
                  <th scope="col">{t('transfers.yearTotal')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.agencies.map(({ agencyId, agencyName, months, items }) => (
                  <tr key={agencyId}>
                    <th scope="row">{agencyName}</th>
                    {months.map(({ standing, items: ofMonth }, index) => (
                      <td key={shown.months[index]}>
                        <span class={`tag ${looks[standing]}`}>
                          {t(`transfers.standing.${standing}`, { items: formatCount(ofMonth) })}
                        </span>
                      </td>
                    ))}
                    <td class="numeric">{formatCount(items)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
        </section>
      )}
    </div>
  );
}
