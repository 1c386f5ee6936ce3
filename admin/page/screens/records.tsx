// The list of all content: filter, sort, read on, and act on what is selected.
import { BadgeCheck, FilePlus, Inbox, Search, Undo2 } from 'lucide';
import { useState } from 'preact/hooks';
import { recordKinds } from '#shared/catalogue/record.ts';
import { bulkAnswerSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { useConfirm } from '../components/confirm.tsx';
import { Icon } from '../components/icon.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { RecordTable } from '../components/record-table.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { type RecordPages, useRecordPages } from '../state/record-list.ts';

const states = ['draft', 'changed', 'approved', 'withdrawn'] as const;

function Filters({ pages }: { readonly pages: RecordPages }) {
  const agencies = useAgencies();
  const { filter, setFilter } = pages;
  const [text, setText] = useState(filter.q ?? '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setFilter({ q: text.trim() });
  };
  return (
    <search aria-label={t('records.filter')}>
      <form class="card filters" onSubmit={submit}>
        <div class="field filters-text">
          <label for="filter-text">{t('records.find')}</label>
          <div class="row filters-find">
            <input
              id="filter-text"
              class="input"
              type="search"
              placeholder={t('records.findHint')}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <button type="submit" class="button">
              <Icon node={Search} /> {t('records.findAct')}
            </button>
          </div>
        </div>
        <Choice
          id="kind"
          label={t('records.kind')}
          value={filter.kind}
          options={recordKinds.map((kind) => [kind, t(`kind.${kind}`)])}
          onChange={(kind) => setFilter({ kind })}
        />
        <Choice
          id="agency"
          label={t('records.agency')}
          value={filter.agencyId}
          options={(agencies.value ?? []).map(({ id, name }) => [id, name])}
          onChange={(agencyId) => setFilter({ agencyId })}
        />
        <Choice
          id="state"
          label={t('records.state')}
          value={filter.state}
          options={states.map((state) => [state, t(`state.${state}`)])}
          onChange={(state) => setFilter({ state })}
        />
      </form>
    </search>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ id, label, value, options, onChange }: ChoiceProps) {
  return (
    <div class="field">
      <label for={`filter-${id}`}>{label}</label>
      <select
        id={`filter-${id}`}
        class="input"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{t('records.all')}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

type Act = 'approve' | 'withdraw';

/** Approves or withdraws what is selected, after saying what will happen. */
function useBulkAct(pages: RecordPages, selected: ReadonlySet<string>, clear: () => void) {
  const [done, setDone] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const confirm = useConfirm();
  const act = async (what: Act) => {
    const count = selected.size;
    if (!(await confirm.ask(t(`records.${what}Ask`, { count })))) return;
    setError(null);
    try {
      const answer = await request('POST', `/records/${what}`, bulkAnswerSchema, {
        body: { ids: [...selected] },
      });
      setDone(t(`records.${what}Done`, { done: answer.done, skipped: answer.skipped.length }));
      clear();
      pages.reload();
    } catch (failure) {
      setError(failure);
    }
  };
  return { act, done, error, dialog: confirm.dialog };
}

function EmptyList({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <div class="card empty">
      <Icon node={Inbox} />
      <p>{t(isFiltered ? 'records.noneFound' : 'records.none')}</p>
      <a class="button button-primary" href={isFiltered ? '/admin/records' : '/admin/import'}>
        {t(isFiltered ? 'records.clearFilter' : 'today.emptyAct')}
      </a>
    </div>
  );
}

function ListHead({ total }: { readonly total: number | null }) {
  return (
    <header class="work-head">
      <div>
        <h1>{t('place.records')}</h1>
        <p role="status">
          {total === null ? t('app.loading') : t('records.total', { count: formatCount(total) })}
        </p>
      </div>
      <a class="button button-primary" href="/admin/records/new">
        <Icon node={FilePlus} /> {t('records.new')}
      </a>
    </header>
  );
}

export function Records() {
  const pages = useRecordPages();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { act, done, error, dialog } = useBulkAct(pages, selected, () => setSelected(new Set()));
  const isFiltered = Object.keys(pages.filter).length > 0;
  const isEmpty = pages.total === 0 && !pages.isLoading;
  return (
    <div class="stack">
      <ListHead total={pages.total} />
      <Filters pages={pages} />
      {(pages.error ?? error) !== null && <ProblemNotice error={pages.error ?? error} retry={pages.reload} />}
      {done !== null && (
        <p class="notice notice-good" role="status">
          {done}
        </p>
      )}
      {isEmpty ? (
        <EmptyList isFiltered={isFiltered} />
      ) : (
        <section class="card stack">
          <div class="row">
            <span role="status">{t('records.selected', { count: selected.size })}</span>
            <button
              type="button"
              class="button"
              disabled={selected.size === 0}
              onClick={() => act('approve')}
            >
              <Icon node={BadgeCheck} /> {t('records.approve')}
            </button>
            <button
              type="button"
              class="button"
              disabled={selected.size === 0}
              onClick={() => act('withdraw')}
            >
              <Icon node={Undo2} /> {t('records.withdraw')}
            </button>
          </div>
          <RecordTable pages={pages} selected={selected} onSelect={setSelected} />
        </section>
      )}
      {dialog}
    </div>
  );
}
