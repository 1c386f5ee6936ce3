// The list of synonyms while it is edited: rows as they are typed, the rules they stand for, and what is wrong.
import {
  type FaultyRule,
  findFaultyRules,
  mostSynonymRules,
  type SynonymFault,
  tidySynonyms,
} from '#shared/search/synonym-rules.ts';
import type { SynonymRule } from '#shared/search/types.ts';

/** One row of the form; `key` stays with it while rows come and go around it. */
export interface SynonymRow {
  readonly key: number;
  readonly word: string;
  /** Other names with `、` between them. */
  readonly names: string;
}

const between = '、';

export function rowsOf(rules: readonly SynonymRule[]): SynonymRow[] {
  return rules.map(({ word, also }, key) => ({ key, word, names: also.join(between) }));
}

/** The rules of rows. People put all sorts of signs between names. */
export function rulesOf(rows: readonly SynonymRow[]): SynonymRule[] {
  return tidySynonyms(rows.map(({ word, names }) => ({ word, also: names.split(/[、，,；;\n]/) })));
}

export function withNewRow(rows: readonly SynonymRow[]): SynonymRow[] {
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return [{ key, word: '', names: '' }, ...rows];
}

/** What keeps a list from being saved: by row, or that there are too many. */
export function faultsOf(rows: readonly SynonymRow[]): ReadonlyMap<number, FaultyRule> {
  const faults = findFaultyRules(rulesOf(rows));
  return new Map(
    faults.flatMap((fault) => {
      const row = rows[fault.row - 1];
      return row === undefined ? [] : [[row.key, fault] as const];
    }),
  );
}

export const hasTooMany = (rows: readonly SynonymRow[]) => rows.length > mostSynonymRules;

export type { FaultyRule, SynonymFault };
