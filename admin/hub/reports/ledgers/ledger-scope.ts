// What part of a ledger somebody asks for, and whose.
import type { Language } from '#shared/errors/app-error.ts';
import { type DayRange, instantsOf } from '#shared/reports/period.ts';
import { chinaMinute } from '#shared/reports/report-table.ts';
import type { Database } from '../../store/tables.ts';

export interface LedgerScope extends DayRange {
  /** Null for all agencies. */
  readonly agencyId: string | null;
  readonly language: Language;
}

export interface LedgerAgency {
  readonly id: string;
  readonly name: string;
}

/** The agencies a ledger is about, in the order people know them by. */
export function agenciesOf(db: Database, { agencyId }: LedgerScope): Promise<readonly LedgerAgency[]> {
  const all = db.selectFrom('agencies').select(['id', 'name']).orderBy('sort_order').orderBy('id');
  return (agencyId === null ? all : all.where('id', '=', agencyId)).execute();
}

/** The first and the last instant of the range; without limit far outside of all that happened. */
export function boundsOf(scope: DayRange): { readonly from: string; readonly before: string } {
  const { from, before } = instantsOf(scope);
  return { from: from ?? '0000', before: before ?? '9999' };
}

const remarkWords = {
  'zh-CN': {
    period: (from: string | null, to: string | null) => `期间：${from ?? '最早'} 至 ${to ?? '今'}`,
    agency: (name: string) => `机构：${name}`,
    made: (at: string) => `生成时间：${at}`,
  },
  en: {
    period: (from: string | null, to: string | null) =>
      `Period: ${from ?? 'the beginning'} to ${to ?? 'today'}`,
    agency: (name: string) => `Agency: ${name}`,
    made: (at: string) => `Made at: ${at}`,
  },
} as const;

/** The lines under a ledger's title. */
export async function remarksOf(db: Database, scope: LedgerScope, nowMs: number): Promise<readonly string[]> {
  const words = remarkWords[scope.language];
  const parts = [words.period(scope.from, scope.to)];
  const [agency] = scope.agencyId === null ? [] : await agenciesOf(db, scope);
  if (agency !== undefined) parts.push(words.agency(agency.name));
  parts.push(words.made(chinaMinute(new Date(nowMs).toISOString())));
  return [parts.join('　　')];
}
