// The non-disclosure register: what is withheld, what has to be looked at again, and the ledger on paper.
import { EyeOff, Plus, Printer } from 'lucide';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { withholdingGrounds } from '#shared/catalogue/withholding-grounds.ts';
import {
  type WithheldEntry,
  type WithheldInput,
  withheldDetailSchema,
  withheldStates,
} from '#shared/protocol/withheld-api.ts';
import { chinaDay } from '#shared/transfers/transfer-month.ts';
import { request } from '../api/client.ts';
import { Choice } from '../components/choice.tsx';
import { FlagField, TextField } from '../components/fields.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { groundName, WithheldForm } from '../components/withheld-form.tsx';
import { WithheldStateTag } from '../components/withheld-state.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { useSaving } from '../state/saving.ts';
import { may, session } from '../state/session.ts';
import { useWithheldList, type WithheldFilter } from '../state/withheld.ts';

/** Entries of one look; a ledger on paper takes what one look can. */
const listed = 50;
const printed = 500;

function EntryLine({ entry }: { readonly entry: WithheldEntry }) {
  return (
    <tr>
      <td class="numeric">{entry.number}</td>
      <td class="grow">
        <a class="record-title" href={`/admin/withheld/${entry.id}`}>
          {entry.title}
        </a>
        <span class="record-number secondary">{entry.docNo}</span>
      </td>
      <td class="wide" title={entry.agencyName}>
        {entry.agencyName}
      </td>
      <td class="wide" title={groundName(entry.ground)}>
        {groundName(entry.ground)}
      </td>
      <td>
        <WithheldStateTag state={entry.state} />
      </td>
      <td class="numeric">{entry.until ?? t('withheld.noEnd')}</td>
      <td class="numeric">
        {entry.nextReviewOn ?? '—'} {entry.isDue && <span class="tag tag-bad">{t('withheld.due')}</span>}
      </td>
    </tr>
  );
}

function EntryTable({ entries }: { readonly entries: readonly WithheldEntry[] }) {
  const heads = ['number', 'title', 'agency', 'ground', 'state', 'until', 'next'] as const;
  return (
    <ScrollArea label={t('withheld.list')}>
      <table class="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" class={head === 'agency' || head === 'ground' ? 'wide' : ''}>
                {t(`withheld.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

interface FiltersProps {
  readonly filter: WithheldFilter;
  readonly due: number;
  readonly onChange: (change: Partial<WithheldFilter>) => void;
}

function Filters({ filter, due, onChange }: FiltersProps) {
  const agencies = useAgencies();
  return (
    <div class="row transfer-filters">
      <TextField
        label={t('withheld.find')}
        value={filter.text}
        maxLength={100}
        onChange={(text) => onChange({ text: text ?? '' })}
      />
      {session.value?.account.agencyId === null && (
        <Choice
          label={t('withheld.agency')}
          value={filter.agencyId}
          options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
          onChange={(agencyId) => onChange({ agencyId })}
        />
      )}
      <Choice
        label={t('withheld.ground')}
        value={filter.ground}
        options={withholdingGrounds.map((ground) => [ground, groundName(ground)] as const)}
        onChange={(ground) => onChange({ ground: withholdingGrounds.find((one) => one === ground) ?? '' })}
      />
      <Choice
        label={t('withheld.state')}
        value={filter.state}
        options={withheldStates.map((state) => [state, t(`withheld.state.${state}`)] as const)}
        onChange={(state) => onChange({ state: withheldStates.find((one) => one === state) ?? '' })}
      />
      <FlagField
        label={t('withheld.dueOnly', { count: formatCount(due) })}
        isOn={filter.due === '1'}
        onChange={(isOn) => onChange({ due: isOn ? '1' : '0' })}
      />
    </div>
  );
}

function Ledger({ entries }: { readonly entries: readonly WithheldEntry[] }) {
  const heads = [
    'number',
    'agency',
    'title',
    'docNo',
    'ground',
    'reason',
    'decidedBy',
    'until',
    'next',
    'state',
  ] as const;
  return (
    <article class="paper paper-wide">
      <h2>{t('withheld.printTitle')}</h2>
      <p class="paper-number">
        {t('withheld.printed', { day: chinaDay(Date.now()), count: entries.length })}
      </p>
      <table class="paper-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{t(`withheld.${head}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{entry.number}</td>
              <td>{entry.agencyName}</td>
              <td>{entry.title}</td>
              <td>{entry.docNo}</td>
              <td>{groundName(entry.ground)}</td>
              <td>{entry.reason}</td>
              <td>{entry.decidedBy}</td>
              <td>{entry.until ?? t('withheld.noEnd')}</td>
              <td>{entry.nextReviewOn}</td>
              <td>{t(`withheld.state.${entry.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

function NewEntry({ onClose }: { readonly onClose: () => void }) {
  const { route } = useLocation();
  const saving = useSaving();
  const submit = (body: WithheldInput) =>
    saving.save(async () => {
      const { entry } = await request('POST', '/withheld', withheldDetailSchema, { body });
      route(`/admin/withheld/${entry.id}`);
    });
  return <WithheldForm entry={null} saving={saving} onSubmit={submit} onCancel={onClose} />;
}

export function Withheld() {
  const { query } = useLocation();
  const [filter, setFilter] = useState<WithheldFilter>({
    text: '',
    agencyId: '',
    ground: '',
    state: withheldStates.find((one) => one === query.state) ?? '',
    due: query.due === '1' ? '1' : '0',
  });
  const [cursor, setCursor] = useState<string | null>(null);
  const [isProposing, setProposing] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const list = useWithheldList(filter, cursor, isPrinting ? printed : listed);
  const shown = list.value;
  return (
    <div class="stack">
      <WorkHead title={t('place.withheld')} lead={t('withheld.lead')}>
        <div class="row">
          <button
            type="button"
            class="button"
            onClick={() => (isPrinting ? window.print() : setPrinting(true))}
          >
            <Icon node={Printer} /> {t('withheld.print')}
          </button>
          {isPrinting && (
            <button type="button" class="button" onClick={() => setPrinting(false)}>
              {t('withheld.back')}
            </button>
          )}
          {may('withheld.write') && !isProposing && !isPrinting && (
            <button type="button" class="button button-primary" onClick={() => setProposing(true)}>
              <Icon node={Plus} /> {t('withheld.new')}
            </button>
          )}
        </div>
      </WorkHead>
      {isProposing && <NewEntry onClose={() => setProposing(false)} />}
      {!isPrinting && (
        <Filters
          filter={filter}
          due={shown?.due ?? 0}
          onChange={(change) => {
            setCursor(null);
            setFilter({ ...filter, ...change });
          }}
        />
      )}
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {shown === null && list.isLoading && <Loading />}
      {shown !== null && !isPrinting && shown.due > 0 && filter.due === '0' && (
        <p class="notice notice-warn">{t('withheld.dueNotice', { count: formatCount(shown.due) })}</p>
      )}
      {shown?.entries.length === 0 && (
        <div class="card empty">
          <Icon node={EyeOff} />
          <p>{t('withheld.none')}</p>
        </div>
      )}
      {shown !== null && isPrinting && <Ledger entries={shown.entries} />}
      {shown !== null && !isPrinting && shown.entries.length > 0 && (
        <section class="card" aria-label={t('withheld.list')}>
          <EntryTable entries={shown.entries} />
          {shown.next !== null && (
            <button type="button" class="button" onClick={() => setCursor(shown.next)}>
              {t('withheld.more')}
            </button>
          )}
        </section>
      )}
    </div>
  );
}
