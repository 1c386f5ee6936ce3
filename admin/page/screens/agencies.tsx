// The agencies whose information the venue shows: who they are and how residents reach them.
import { Landmark, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import type { Agency } from '#shared/catalogue/venue.ts';
import { AgencyDialog } from '../components/agency-dialog.tsx';
import { AgencyTable } from '../components/agency-table.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { SettingsTabs } from '../components/settings-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { isAdministrator } from '../state/session.ts';

/** Past this many a field to find one appears. */
const fewAgencies = 12;

function matches({ name, shortName }: Agency, words: string): boolean {
  return `${name} ${shortName ?? ''}`.toLowerCase().includes(words.trim().toLowerCase());
}

function AgencyList({
  all,
  onEdit,
}: {
  readonly all: readonly Agency[];
  readonly onEdit: (a: Agency) => void;
}) {
  const [words, setWords] = useState('');
  const shown = all.filter((agency) => matches(agency, words));
  return (
    <section class="card stack" aria-label={t('agencies.title')}>
      {all.length > fewAgencies && (
        <div class="field agencies-find">
          <label for="agencies-find">{t('agencies.find')}</label>
          <input
            id="agencies-find"
            class="input"
            type="search"
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <p class="secondary">{t('agencies.noneFound')}</p>
      ) : (
        <AgencyTable agencies={shown} onEdit={onEdit} />
      )}
    </section>
  );
}

export function Agencies() {
  const list = useAgencies();
  const [edited, setEdited] = useState<Agency | 'new' | null>(null);
  const all = list.value ?? [];
  const lead = list.value ? t('agencies.lead', { count: formatCount(all.length) }) : t('app.loading');
  const close = (isSaved: boolean) => {
    setEdited(null);
    if (isSaved) list.reload();
  };
  return (
    <div class="stack">
      <WorkHead title={t('agencies.title')} lead={lead}>
        {isAdministrator() && (
          <button type="button" class="button button-primary" onClick={() => setEdited('new')}>
            <Icon node={Plus} /> {t('agencies.add')}
          </button>
        )}
      </WorkHead>
      <SettingsTabs />
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {!list.value && list.isLoading && <Loading />}
      {list.value && all.length === 0 && (
        <div class="card empty">
          <Icon node={Landmark} />
          <p>{t('agencies.none')}</p>
        </div>
      )}
      {all.length > 0 && <AgencyList all={all} onEdit={setEdited} />}
      {edited !== null && (
        <AgencyDialog
          agency={edited === 'new' ? null : edited}
          order={Math.max(0, ...all.map(({ order }) => order)) + 1}
          onClose={close}
        />
      )}
    </div>
  );
}
