// What a list of synonyms may hold, and what is wrong with one: the same on the admin page, the hub and a terminal.
import type { SynonymRule } from './types.ts';

export const mostSynonymRules = 500;
/** Other names a word may be looked for by. */
export const mostOtherNames = 10;
/** UTF-16 units of a word or another name. */
export const longestName = 20;

export type SynonymFault = 'empty' | 'too-long' | 'duplicate' | 'no-other-name' | 'too-many-names';

/** A rule that cannot stay as it is: which (from 1), what is wrong, and with which of its words. */
export interface FaultyRule {
  readonly row: number;
  readonly fault: SynonymFault;
  readonly word: string;
}

/** A list as people type it, without the blanks around words and without other names left empty. */
export function tidySynonyms(rules: readonly SynonymRule[]): SynonymRule[] {
  return rules.map(({ word, also }) => ({
    word: word.trim(),
    also: [...new Set(also.map((name) => name.trim()).filter((name) => name !== ''))],
  }));
}

/** The faults of a tidy list, at most one a rule, in the order of the rules. */
export function findFaultyRules(rules: readonly SynonymRule[]): FaultyRule[] {
  const known = new Set<string>();
  return rules.flatMap((rule, at) => {
    const found = faultOf(rule, known);
    known.add(comparable(rule.word));
    return found === null ? [] : [{ row: at + 1, ...found }];
  });
}

function faultOf(
  { word, also }: SynonymRule,
  known: ReadonlySet<string>,
): { readonly fault: SynonymFault; readonly word: string } | null {
  if (isEmpty(word)) return { fault: 'empty', word };
  if (word.length > longestName) return { fault: 'too-long', word };
  if (known.has(comparable(word))) return { fault: 'duplicate', word };
  if (also.length === 0) return { fault: 'no-other-name', word };
  if (also.length > mostOtherNames) return { fault: 'too-many-names', word };
  for (const name of also) {
    if (isEmpty(name)) return { fault: 'empty', word: name };
    if (name.length > longestName) return { fault: 'too-long', word: name };
    if (comparable(name) === comparable(word)) return { fault: 'duplicate', word: name };
  }
  return null;
}

/** Signs alone are never searched for. */
function isEmpty(word: string): boolean {
  return !/[\p{L}\p{N}]/u.test(word);
}

/** Width, case and blanks make no difference to a search, so they make none between two rules. */
function comparable(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
