// What the list is narrowed to: words, kind, agency, state, year.
import { Search } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { writtenKinds } from '#shared/catalogue/record.ts';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import type { RecordPages } from '../state/record-list.ts';
import { Choice } from './choice.tsx';
import { Icon } from './icon.tsx';

const states = ['awaiting', 'draft', 'changed', 'approved', 'withdrawn'] as const;

/** Years offered, counted back from this one; older records are found by words. */
const offeredYears = 40;

function recentYears(): (readonly [string, string])[] {
  const newest = new Date().getFullYear();
  return Array.from({ length: offeredYears }, (_, ago) => [String(newest - ago), String(newest - ago)]);
}

function WordsFilter({ pages }: { readonly pages: RecordPages }) {
  const asked = pages.filter.q ?? '';
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  return (
    <div class="field filters-text">
      <label for="filter-text">{t('records.find')}</label>
      <div class="row filters-find">
        <input
          id="filter-text"
          name="filter-text"
          class="input"
          type="search"
          maxLength={200}
          placeholder={t('records.findHint')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          <Icon node={Search} /> {t('records.findAct')}
        </button>
      </div>
    </div>
  );
}

export function RecordFilters({ pages }: { readonly pages: RecordPages }) {
  const agencies = useAgencies();
  const { filter, setFilter } = pages;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('filter-text');
    setFilter({ q: field instanceof HTMLInputElement ? field.value.trim() : '' });
  };
  return (
    <search aria-label={t('records.filter')}>
      <form class="card filters" onSubmit={submit}>
        <WordsFilter pages={pages} />
        <Choice
          label={t('records.state')}
          value={filter.state}
          options={states.map((state) => [state, t(`state.${state}`)])}
          onChange={(state) => setFilter({ state })}
        />
        <Choice
          label={t('records.kind')}
          value={filter.kind}
          options={writtenKinds.map((kind) => [kind, t(`kind.${kind}`)])}
          onChange={(kind) => setFilter({ kind })}
        />
        <Choice
          label={t('records.agency')}
          value={filter.agencyId}
          options={(agencies.value ?? []).map(({ id, name }) => [id, name])}
          onChange={(agencyId) => setFilter({ agencyId })}
        />
        <Choice
          label={t('records.year')}
          value={filter.year}
          options={recentYears()}
          onChange={(year) => setFilter({ year })}
        />
      </form>
    </search>
  );
}
