// Everything that can be looked up: registers in groups by what one does with them, each one touch away.

import type { IconNode } from 'lucide';
import { ChevronRight, ListOrdered, Search, Sheet } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RegisterDetails } from '#shared/catalogue/register.ts';
import { Icon } from '../components/icon.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorPanel, StatePanel } from '../components/state-panel.tsx';
import { formatCount, formatDate } from '../i18n/format.ts';
import { registerWords } from '../i18n/registers.ts';
import { useContentVersion, useEngine } from '../state/engine-context.ts';
import { recordUrl } from '../state/record-url.ts';
import { useEntryCounts } from '../state/use-entry-counts.ts';
import { useLoaded } from '../state/use-loaded.ts';
import '../styles/registers.css';

/** The engine answers with so many at a time, and a screen shows no more. */
const mostRegisters = 100;

export const registerGroups = ['lookUp', 'ranking', 'figures'] as const;
export type RegisterGroup = (typeof registerGroups)[number];

const icons: Readonly<Record<RegisterGroup, IconNode>> = {
  lookUp: Search,
  ranking: ListOrdered,
  figures: Sheet,
};

/** Where a register stands: by the first of its views. */
export function groupOf({ views }: Pick<RegisterDetails, 'views'>): RegisterGroup {
  const first = views[0]?.view ?? 'look-up';
  if (first === 'look-up') return 'lookUp';
  return first === 'ranking' ? 'ranking' : 'figures';
}

interface Listed {
  readonly record: CatalogueRecord;
  readonly details: RegisterDetails;
}

function useRegisters() {
  const engine = useEngine();
  return useLoaded(`registers ${useContentVersion()}`, async (signal) => {
    const filters = { kind: ['register'] };
    const found = await engine.search(
      { text: '', filters, sort: 'date', offset: 0, limit: mostRegisters },
      signal,
    );
    const listed = found.hits.flatMap(({ record }): Listed[] =>
      record.details?.type === 'register' ? [{ record, details: record.details }] : [],
    );
    return { listed, total: found.total };
  });
}

function Card({ record, details, entries }: Listed & { entries: number }) {
  const updated = record.publishedOn ?? record.date;
  const facts = [record.agencyName, details.period ?? (updated && formatDate(updated))].filter(Boolean);
  return (
    <li>
      <a class="register-card" href={recordUrl(record)}>
        <span class="register-card__words">
          <span class="register-card__title" lang="zh-CN">
            {record.title}
          </span>
          <span class="register-card__facts" lang="zh-CN">
            {facts.join(' · ')}
          </span>
        </span>
        <span class="register-card__count figures">
          {registerWords('registers.entries', { count: formatCount(entries) })}
        </span>
        <Icon node={ChevronRight} class="register-card__chevron" />
      </a>
    </li>
  );
}

function Group({ group, listed }: { group: RegisterGroup; listed: readonly Listed[] }) {
  const countOf = useEntryCounts(listed.map(({ record }) => record.id));
  if (listed.length === 0) return null;
  return (
    <section class="register-group">
      <div class="register-group__head">
        <span class="register-group__mark">
          <Icon node={icons[group]} />
        </span>
        <div>
          <h2 class="register-group__title">{registerWords(`registers.${group}`)}</h2>
          <p class="register-group__line">{registerWords(`registers.${group}Line`)}</p>
        </div>
      </div>
      <ul class="register-cards">
        {listed.map((one) => (
          <Card key={one.record.id} {...one} entries={countOf(one.record.id, one.details)} />
        ))}
      </ul>
    </section>
  );
}

/** `/registers` */
export default function RegistersScreen() {
  const loaded = useRegisters();
  if (loaded.state === 'failed')
    return <ErrorPanel error={loaded.error} onRetry={loaded.retry} isWholeScreen />;
  if (!loaded.value) return <Skeleton lines={6} shape="rows" />;
  const { listed, total } = loaded.value;
  if (listed.length === 0) {
    return (
      <StatePanel
        title={registerWords('registers.none')}
        line={registerWords('registers.noneLine')}
        isWholeScreen
      />
    );
  }
  return (
    <div class="screen screen--registers">
      <header class="registers__head">
        <h1 class="screen-title">{registerWords('registers.title')}</h1>
        <p class="registers__count figures">
          {registerWords('registers.line', { count: formatCount(total) })}
        </p>
      </header>
      {registerGroups.map((group) => (
        <Group
          key={group}
          group={group}
          listed={listed.filter(({ details }) => groupOf(details) === group)}
        />
      ))}
      {total > listed.length && (
        <p class="screen-note">{registerWords('registers.cut', { count: formatCount(listed.length) })}</p>
      )}
    </div>
  );
}
