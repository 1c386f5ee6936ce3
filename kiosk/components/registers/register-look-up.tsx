// Looking something up in a register: the field, the commonest values of its columns, and its latest entries.
import { ChevronRight, Search } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RegisterDetails } from '#shared/catalogue/register.ts';
import { entriesOnShow } from '#shared/registers/entries-on-show.ts';
import type { SearchResult } from '#shared/search/types.ts';
import { formatCount } from '../../i18n/format.ts';
import { registerWords } from '../../i18n/registers.ts';
import { useContentVersion, useEngine } from '../../state/engine-context.ts';
import { openKeypad } from '../../state/keypad.ts';
import { searchUrl } from '../../state/search-address.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { scopeOf } from '../../state/use-register.ts';
import { LinkChip } from '../chip.tsx';
import { Icon } from '../icon.tsx';
import { ResultList } from '../result-list.tsx';
import { Skeleton } from '../skeleton.tsx';
import { ErrorPanel, StatePanel } from '../state-panel.tsx';

const shownEntries = 8;
const shownValues = 6;

interface LookUpProps {
  readonly record: CatalogueRecord;
  readonly details: RegisterDetails;
}

/** Looks like the field it leads to, which has the keypad. */
function FieldLink({ record }: { record: CatalogueRecord }) {
  return (
    <a class="register-field" href={searchUrl({ filters: scopeOf(record.id) })} onClick={openKeypad}>
      <Icon node={Search} class="register-field__icon" />
      <span class="visually-hidden">{registerWords('register.searchField', { title: record.title })}</span>
      <span class="register-field__hint">{registerWords('register.searchHint')}</span>
    </a>
  );
}

function Values({ record, details, facets }: LookUpProps & { facets: SearchResult['facets'] }) {
  return (
    <>
      {details.facets.map(({ place, title }) => {
        const values = facets[place].filter(({ value }) => value !== '');
        if (values.length < 2) return null;
        return (
          <div key={place} class="register-values">
            <h3 class="register-values__title" lang="zh-CN">
              {registerWords('register.by', { title })}
            </h3>
            <div class="chips">
              {values.slice(0, shownValues).map(({ value, count }) => (
                <LinkChip
                  key={value}
                  label={value}
                  count={count}
                  href={searchUrl({ filters: { ...scopeOf(record.id), [place]: [value] } })}
                />
              ))}
              {values.length > shownValues && (
                <a class="chip chip--menu" href={searchUrl({ filters: scopeOf(record.id) })}>
                  {registerWords('register.moreValues', { title })}
                </a>
              )}
            </div>
          </div>
        );
      })}
    </>
  );
}

export function RegisterLookUp({ record, details }: LookUpProps) {
  const engine = useEngine();
  const filters = scopeOf(record.id);
  const loaded = useLoaded(`look up ${record.id} ${useContentVersion()}`, (signal) =>
    engine.search({ text: '', filters, sort: 'date', offset: 0, limit: shownEntries }, signal),
  );
  if (loaded.state === 'failed') return <ErrorPanel error={loaded.error} onRetry={loaded.retry} />;
  if (!loaded.value) return <Skeleton lines={5} shape="rows" />;
  const { hits, facets, total } = loaded.value;
  const all = entriesOnShow(details, loaded.value);
  if (total === 0) {
    const line = registerWords('register.emptyLine', { agency: record.agencyName });
    return <StatePanel title={registerWords('register.empty')} line={line} />;
  }
  return (
    <>
      <FieldLink record={record} />
      <Values record={record} details={details} facets={facets} />
      <div class="register-entries">
        <div class="section-head">
          <h3 class="register-values__title">{registerWords('register.first')}</h3>
          {total > hits.length && (
            <a class="section-more" href={searchUrl({ filters })}>
              {registerWords('register.all', { count: formatCount(all) })}
              <Icon node={ChevronRight} />
            </a>
          )}
        </div>
        <ResultList hits={hits} label={registerWords('register.first')} />
      </div>
    </>
  );
}
