// A feed source as the store keeps it, read back into its types.
import type { PlainError } from '#shared/errors/app-error.ts';
import { type FeedMapping, feedMappingSchema } from '#shared/protocol/feeds-api.ts';
import type { FeedSourceTable } from '../../store/feeds-tables.ts';

/** What the last good answer brought. */
export interface LastAnswer {
  readonly items: number;
  readonly created: number;
  readonly updated: number;
  /** What staff should know, at most a few. */
  readonly notes: readonly PlainError[];
}

export const noAnswer: LastAnswer = { items: 0, created: 0, updated: 0, notes: [] };
/** Notes kept of one answer. */
export const mostNotes = 20;

export const mappingOf = (row: Pick<FeedSourceTable, 'mapping_json'>): FeedMapping =>
  feedMappingSchema.parse(JSON.parse(row.mapping_json));

export const allowedHostsOf = (row: Pick<FeedSourceTable, 'allowed_hosts_json'>): readonly string[] =>
  JSON.parse(row.allowed_hosts_json) as string[];

export const lastAnswerOf = (row: Pick<FeedSourceTable, 'last_json'>): LastAnswer =>
  JSON.parse(row.last_json) as LastAnswer;

export const problemOf = (row: Pick<FeedSourceTable, 'problem_json'>): PlainError | null =>
  row.problem_json === null ? null : (JSON.parse(row.problem_json) as PlainError);
