// Transfers: the ledger, who sent what month by month, and the upload links of agencies without an account.
import { Inbox, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type TransferSummary, transferSchema, transferStates } from '#shared/protocol/transfers-api.ts';
import { request } from '../api/client.ts';
import { Choice } from '../components/choice.tsx';
import { FlagField, SelectField, TextField } from '../components/fields.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { TransferHelp } from '../components/transfer-help.tsx';
import { TransferStateTag } from '../components/transfer-state.tsx';
import { TransferYearTable } from '../components/transfer-year.tsx';
import { UploadLinks } from '../components/upload-links.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, formatTime, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { useSaving } from '../state/saving.ts';
import { may, session } from '../state/session.ts';
import { type TransferFilter, useTransferList, usualMonth } from '../state/transfers.ts';

const views = ['list', 'year', 'links'] as const;
type View = (typeof views)[number];

function TransferLine({ transfer }: { readonly transfer: TransferSummary }) {
  return (
    <tr>
      <td class="numeric">{transfer.month}</td>
      <td class="grow">
        <a class="record-title" href={`/admin/transfers/${transfer.id}`}>
          {transfer.agencyName}
        </a>
      </td>
      <td class="numeric">{transfer.isEmpty ? t('transfers.empty') : formatCount(transfer.items)}</td>
      <td>
        <TransferStateTag state={transfer.state} />
      </td>
      <td class="numeric">{transfer.number ?? '—'}</td>
      <td class="wide">{t(`transfers.source.${transfer.source}`)}</td>
      <td class="wide numeric secondary">{transfer.sentAt === null ? '—' : formatTime(transfer.sentAt)}</td>
    </tr>
  );
}

function Ledger() {
  const [filter, setFilter] = useState<TransferFilter>({ month: '', agencyId: '', state: '' });
  const [cursor, setCursor] = useState<string | null>(null);
  const list = useTransferList(filter, cursor);
  const agencies = useAgencies();
  const narrow = (change: Partial<TransferFilter>) => {
    setCursor(null);
    setFilter({ ...filter, ...change });
  };
  const shown = list.value;
  return (
    <div class="stack">
      <div class="row transfer-filters">
        <div class="field">
          <label for="transfer-month">{t('transfers.month')}</label>
          <input
            id="transfer-month"
            class="input"
            type="month"
            value={filter.month}
            onChange={(event) => narrow({ month: event.currentTarget.value })}
          />
        </div>
        {session.value?.account.agencyId === null && (
          <Choice
            label={t('transfers.agency')}
            value={filter.agencyId}
            options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
            onChange={(agencyId) => narrow({ agencyId })}
          />
        )}
        <Choice
          label={t('transfers.state')}
          value={filter.state}
          options={transferStates.map((state) => [state, t(`transfers.state.${state}`)] as const)}
          onChange={(state) => narrow({ state: transferStates.find((known) => known === state) ?? '' })}
        />
      </div>
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {shown === null && list.isLoading && <Loading />}
      {shown?.transfers.length === 0 && (
        <div class="card empty">
          <Icon node={Inbox} />
          <p>{t('transfers.none')}</p>
          <p>{t('transfers.noneLine')}</p>
        </div>
      )}
      {shown !== null && shown.transfers.length > 0 && (
        <section class="card" aria-label={t('transfers.list')}>
          <ScrollArea label={t('transfers.list')} isBusy={list.isLoading}>
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{t('transfers.month')}</th>
                  <th scope="col">{t('transfers.agency')}</th>
                  <th scope="col">{t('transfers.items')}</th>
                  <th scope="col">{t('transfers.state')}</th>
                  <th scope="col">{t('transfers.number')}</th>
                  <th scope="col" class="wide">
                    {t('transfers.source')}
                  </th>
                  <th scope="col" class="wide">
                    {t('transfers.sentAt')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.transfers.map((transfer) => (
                  <TransferLine key={transfer.id} transfer={transfer} />
                ))}
              </tbody>
            </table>
          </ScrollArea>
          {shown.next !== null && (
            <button type="button" class="button" onClick={() => setCursor(shown.next)}>
              {t('transfers.more')}
            </button>
          )}
        </section>
      )}
    </div>
  );
}

function NewBatch({ onClose }: { readonly onClose: () => void }) {
  const { route } = useLocation();
  const agencies = useAgencies();
  const saving = useSaving();
  const own = session.value?.account.agencyId ?? null;
  const [agencyId, setAgency] = useState(own ?? '');
  const [month, setMonth] = useState(usualMonth());
  const [isEmpty, setEmpty] = useState(false);
  const [contact, setContact] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { agencyId, month, isEmpty, contact, note: '' };
    await saving.save(async () => {
      const made = await request('POST', '/transfers', transferSchema, { body });
      route(`/admin/transfers/${made.id}`);
    });
  };
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{t('transfers.createTitle')}</h2>
      <div class="form-grid">
        {own === null && (
          <SelectField
            label={t('transfers.agency')}
            value={agencyId}
            isRequired
            none=" "
            options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
            onChange={setAgency}
          />
        )}
        <div class="field">
          <label for="new-month">{t('transfers.month')}</label>
          <input
            id="new-month"
            class="input"
            type="month"
            required
            value={month}
            onInput={(event) => setMonth(event.currentTarget.value)}
          />
        </div>
        <TextField
          label={t('transfers.contact')}
          value={contact}
          maxLength={100}
          onChange={(text) => setContact(text ?? '')}
        />
        <FlagField label={t('transfers.isEmpty')} isOn={isEmpty} onChange={setEmpty} />
      </div>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <div class="row">
        <button type="submit" class="button button-primary" disabled={saving.isBusy || agencyId === ''}>
          {t('transfers.create')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  );
}

export function Transfers() {
  const { query } = useLocation();
  const [view, setView] = useState<View>(views.find((one) => one === query.view) ?? 'list');
  const [isOpening, setOpening] = useState(false);
  const offered = views.filter((one) => one !== 'links' || may('transfers.receive'));
  return (
    <div class="stack">
      <WorkHead title={t('place.transfers')} lead={t('transfers.lead')}>
        {may('transfers.send') && !isOpening && (
          <button type="button" class="button button-primary" onClick={() => setOpening(true)}>
            <Icon node={Plus} /> {t('transfers.new')}
          </button>
        )}
      </WorkHead>
      <TransferHelp />
      {isOpening && <NewBatch onClose={() => setOpening(false)} />}
      <fieldset class="segments" aria-label={t('place.transfers')}>
        {offered.map((one) => (
          <button
            key={one}
            type="button"
            class="segment"
            aria-pressed={one === view}
            onClick={() => setView(one)}
          >
            {t(`transfers.tab.${one}`)}
          </button>
        ))}
      </fieldset>
      {view === 'list' && <Ledger />}
      {view === 'year' && <TransferYearTable />}
      {view === 'links' && <UploadLinks />}
    </div>
  );
}
