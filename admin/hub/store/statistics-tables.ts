// The tables of statistics as Kysely sees them: sums alone, nothing of any visit.
import type { ContentTaskState } from '#shared/protocol/statistics-api.ts';

/** An item of a terminal that was taken: sent again it changes nothing. */
export interface StatisticItemTable {
  item_id: string;
  terminal_id: string;
  taken_at: string;
}

/** One sum of one hour of one terminal. */
export interface StatisticSumTable {
  day: string;
  terminal_id: string;
  hour: number;
  name: string;
  count: number;
}

/** How often one of the most opened records was opened at a terminal on a day. */
export interface StatisticRecordTable {
  day: string;
  terminal_id: string;
  record_id: string;
  count: number;
}

/** Words that five visits or more searched for at a terminal on a day. */
export interface StatisticQueryTable {
  day: string;
  terminal_id: string;
  words: string;
  sessions: number;
  found_nothing: number;
}

/** What people look for and do not find, given to an agency. */
export interface ContentTaskTable {
  id: string;
  words: string;
  agency_id: string;
  state: ContentTaskState;
  sessions: number;
  note: string;
  record_id: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

export interface StatisticsTables {
  statistic_items: StatisticItemTable;
  statistic_sums: StatisticSumTable;
  statistic_records: StatisticRecordTable;
  statistic_queries: StatisticQueryTable;
  content_tasks: ContentTaskTable;
}
