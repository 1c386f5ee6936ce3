// The consultations of the shown release, from its newest notices.
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { type ConsultationStanding, standingAt } from '#shared/consultations/consultation-state.ts';
import type { KioskEngine } from '../engine/engine.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { useLoaded } from './use-loaded.ts';

/** Notices looked through: several years of what one hall puts up. */
const notices = { page: 100, most: 600 } as const;

export interface ListedConsultation {
  readonly record: CatalogueRecord;
  readonly details: NoticeDetails & { readonly consultation: NonNullable<NoticeDetails['consultation']> };
}

export async function findConsultations(
  engine: Pick<KioskEngine, 'search'>,
  signal?: AbortSignal,
): Promise<readonly ListedConsultation[]> {
  const found: ListedConsultation[] = [];
  for (let offset = 0; offset < notices.most; offset += notices.page) {
    const filters = { kind: ['notice'] };
    const query = { text: '', filters, sort: 'date', offset, limit: notices.page } as const;
    const { hits } = await engine.search(query, signal);
    found.push(...hits.flatMap(({ record }) => asked(record)));
    if (hits.length < notices.page) break;
  }
  return found;
}

function asked(record: CatalogueRecord): ListedConsultation[] {
  const { details } = record;
  if (details?.type !== 'notice' || details.consultation === undefined) return [];
  const { consultation } = details;
  return [{ record, details: { ...details, consultation } }];
}

export function useConsultations() {
  const engine = useEngine();
  return useLoaded(`consultations ${useContentVersion()}`, (signal) => findConsultations(engine, signal));
}

export interface SortedConsultations {
  readonly open: readonly StandingConsultation[];
  readonly planned: readonly StandingConsultation[];
  readonly over: readonly StandingConsultation[];
}

export interface StandingConsultation extends ListedConsultation {
  readonly standing: ConsultationStanding;
}

/** Those that end first come first; what is over, the latest first. */
export function sortConsultations(
  listed: readonly ListedConsultation[],
  timeMs: number,
): SortedConsultations {
  const all = listed.map((one) => ({ ...one, standing: standingAt(one.details, timeMs) }));
  const byDay = (key: 'startsOn' | 'endsOn') => (a: ListedConsultation, b: ListedConsultation) =>
    (a.details[key] ?? '').localeCompare(b.details[key] ?? '');
  return {
    open: all.filter(({ standing }) => standing.state === 'open').sort(byDay('endsOn')),
    planned: all.filter(({ standing }) => standing.state === 'planned').sort(byDay('startsOn')),
    over: all
      .filter(({ standing }) => standing.state === 'closed' || standing.state === 'summarised')
      .sort((a, b) => byDay('endsOn')(b, a)),
  };
}
