// The ledger of cases as the address says it: tab, filters, page; the address is the state, so that back keeps it.
import { useLocation } from 'preact-iso';
import {
  type CaseKind,
  caseKinds,
  caseStates,
  consultationKinds,
  formalKinds,
} from '#shared/cases/case-kinds.ts';
import { type CaseList, caseListSchema } from '#shared/protocol/case-desk-api.ts';
import { request } from '../api/client.ts';
import { useLoaded } from './loaded.ts';

export const caseTabs = ['all', 'requests', 'corrections', 'voices', 'answers'] as const;
export type CaseTab = (typeof caseTabs)[number];

/** What a tab asks the hub for, and the kinds within it one may still choose among. */
export const tabKinds: Readonly<
  Record<CaseTab, { readonly group: string; readonly kinds: readonly CaseKind[] }>
> = {
  all: { group: '', kinds: caseKinds },
  requests: { group: 'request', kinds: [] },
  corrections: { group: 'correction', kinds: [] },
  voices: {
    group: 'voices',
    kinds: caseKinds.filter((kind) => !formalKinds.includes(kind) && !consultationKinds.includes(kind)),
  },
  answers: { group: 'answers', kinds: consultationKinds },
};

/** States one may narrow to: those of work first, then every single one. */
export const stateChoices = ['open', 'overdue', 'due-soon', 'to-decide', ...caseStates] as const;
export type StateChoice = (typeof stateChoices)[number];

const filterKeys = ['tab', 'kind', 'state', 'agency', 'handler', 'number', 'from', 'to', 'offset'] as const;
export type CaseFilter = Partial<Record<(typeof filterKeys)[number], string>>;

export const pageSize = 50;

/** The filter an address carries. */
export function filterOf(query: Readonly<Record<string, string>>): CaseFilter {
  const filter: CaseFilter = {};
  for (const key of filterKeys) if (query[key]) filter[key] = query[key];
  return filter;
}

export const tabOf = ({ tab }: CaseFilter): CaseTab => caseTabs.find((one) => one === tab) ?? 'all';

/** The address of the ledger under a filter. */
export function casesAddress(filter: CaseFilter): string {
  const kept = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(kept).toString();
  return query === '' ? '/admin/cases' : `/admin/cases?${query}`;
}

/** What the hub is asked under a filter. */
export function hubQuery(filter: CaseFilter): URLSearchParams {
  const { tab: _tab, kind, ...rest } = filter;
  const asked = new URLSearchParams({ ...rest, limit: String(pageSize) });
  const of = kind ?? tabKinds[tabOf(filter)].group;
  if (of !== '') asked.set('kind', of);
  return asked;
}

/** A change of what is asked begins at the first page; another tab also forgets the kind chosen within the one before. */
export function narrowed(filter: CaseFilter, change: CaseFilter): CaseFilter {
  const kind = 'tab' in change ? { kind: '' } : {};
  const offset = 'offset' in change ? {} : { offset: '' };
  return { ...filter, ...kind, ...offset, ...change };
}

/** Whether anything but the tab and the page narrows the list. */
export const isNarrowed = ({ tab: _tab, offset: _offset, ...rest }: CaseFilter): boolean =>
  Object.values(rest).some((value) => value !== undefined && value !== '');

export interface CountChoice {
  readonly id: 'open' | 'overdue' | 'due-soon' | 'unassigned' | 'to-decide';
  readonly count: number;
  /** The filter it stands for; taken back when pressed again. */
  readonly filter: CaseFilter;
  readonly isOn: boolean;
}

/** The figures at the top, each a filter of its own. */
export function countChoices(counts: CaseList['counts'], filter: CaseFilter): readonly CountChoice[] {
  const byState = (id: 'open' | 'overdue' | 'due-soon' | 'to-decide', count: number): CountChoice => ({
    ...{ id, count, isOn: filter.state === id && filter.handler !== 'none' },
    filter: { state: id, handler: '' },
  });
  const isUnassigned = filter.handler === 'none' && filter.state === 'open';
  return [
    byState('open', counts.open),
    byState('overdue', counts.overdue),
    byState('due-soon', counts.dueSoon),
    {
      ...{ id: 'unassigned', count: counts.unassigned, isOn: isUnassigned },
      filter: { state: 'open', handler: 'none' },
    },
    byState('to-decide', counts.toDecide),
  ];
}

export interface CasePages {
  readonly filter: CaseFilter;
  readonly setFilter: (change: CaseFilter) => void;
  readonly list: CaseList | null;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly reload: () => void;
}

/** The page of the ledger this address shows. */
export function useCasePages(): CasePages {
  const { query, route } = useLocation();
  const filter = filterOf(query);
  const asked = hubQuery(filter).toString();
  const loaded = useLoaded(
    (signal) => request('GET', `/cases?${asked}`, caseListSchema, { signal }),
    [asked],
  );
  return {
    ...loaded,
    filter,
    setFilter: (change) => route(casesAddress(narrowed(filter, change)), true),
    list: loaded.value,
  };
}
