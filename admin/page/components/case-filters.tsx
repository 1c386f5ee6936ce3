// What the ledger of cases is narrowed to: tab, number, kind, state, agency, handler, days of receipt.
import { useId } from 'preact/hooks';
import { t } from '../i18n/case-words.ts';
import { useAgencies } from '../state/agencies.ts';
import { type CasePages, caseTabs, isNarrowed, stateChoices, tabKinds, tabOf } from '../state/case-list.ts';
import { session } from '../state/session.ts';
import { Choice } from './choice.tsx';
import { DayField } from './ledger-filters.tsx';

type FilterProps = Pick<CasePages, 'filter' | 'setFilter'>;

/** The kinds of cases as a row of tabs. */
export function CaseTabs({ filter, setFilter }: FilterProps) {
  const here = tabOf(filter);
  return (
    <nav class="tabs" aria-label={t('cases.tabs')}>
      <ul>
        {caseTabs.map((tab) => (
          <li key={tab}>
            <a
              href={`/admin/cases${tab === 'all' ? '' : `?tab=${tab}`}`}
              {...(tab === here ? { 'aria-current': 'page' as const } : {})}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                event.stopPropagation();
                setFilter({ tab: tab === 'all' ? '' : tab });
              }}
            >
              {t(`cases.tab.${tab}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Asked when it is entered, not at every key. */
function NumberFilter({ filter, setFilter }: FilterProps) {
  const id = useId();
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        const number = new FormData(event.currentTarget).get('number');
        setFilter({ number: typeof number === 'string' ? number.trim() : '' });
      }}
    >
      <label for={id}>{t('cases.number')}</label>
      <input
        id={id}
        name="number"
        class="input"
        type="search"
        maxLength={60}
        placeholder={t('cases.numberHint')}
        value={filter.number ?? ''}
        onChange={(event) => setFilter({ number: event.currentTarget.value.trim() })}
      />
    </form>
  );
}

export function CaseFilters({ filter, setFilter }: FilterProps) {
  const agencies = useAgencies();
  const { kinds } = tabKinds[tabOf(filter)];
  const isBound = (session.value?.account.agencyId ?? null) !== null;
  return (
    <search class="card case-filters" aria-label={t('cases.filter')}>
      <NumberFilter filter={filter} setFilter={setFilter} />
      {kinds.length > 0 && (
        <Choice
          label={t('cases.kind')}
          value={filter.kind}
          options={kinds.map((kind) => [kind, t(`case.kind.${kind}`)] as const)}
          onChange={(kind) => setFilter({ kind })}
        />
      )}
      <Choice
        label={t('cases.state')}
        value={filter.state}
        options={stateChoices.map(
          (state) => [state, t(isWork(state) ? `cases.state.${state}` : `case.state.${state}`)] as const,
        )}
        onChange={(state) => setFilter({ state })}
      />
      {!isBound && (
        <Choice
          label={t('cases.agency')}
          value={filter.agency}
          options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
          onChange={(agency) => setFilter({ agency })}
        />
      )}
      <Choice
        label={t('cases.handler')}
        value={filter.handler}
        options={(['me', 'none'] as const).map((whose) => [whose, t(`cases.handler.${whose}`)] as const)}
        onChange={(handler) => setFilter({ handler })}
      />
      <DayField label={t('cases.from')} value={filter.from ?? ''} onChange={(from) => setFilter({ from })} />
      <DayField label={t('cases.to')} value={filter.to ?? ''} onChange={(to) => setFilter({ to })} />
      {isNarrowed(filter) && (
        <button
          type="button"
          class="button case-clear"
          onClick={() =>
            setFilter({ number: '', kind: '', state: '', agency: '', handler: '', from: '', to: '' })
          }
        >
          {t('cases.clear')}
        </button>
      )}
    </search>
  );
}

const workStates = ['open', 'overdue', 'due-soon', 'to-decide'] as const;
const isWork = (state: (typeof stateChoices)[number]): state is (typeof workStates)[number] =>
  workStates.some((one) => one === state);
