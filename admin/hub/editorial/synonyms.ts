// The list of synonyms: words visitors type, and the names that are looked for beside them.
import * as z from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import {
  findFaultyRules,
  mostSynonymRules,
  type SynonymFault,
  tidySynonyms,
} from '#shared/search/synonym-rules.ts';
import type { SynonymRule } from '#shared/search/types.ts';
import type { Actor, SynonymService } from '../http/hub-services.ts';
import type { Database } from '../store/tables.ts';
import { recordAudit } from './audit.ts';
import { defaultSynonyms } from './default-synonyms.ts';
import { type Desk, instant, withTransaction } from './desk.ts';

const storedRules = z.array(z.object({ word: z.string(), also: z.array(z.string()) }));

const errorOf = {
  empty: 'store.synonym-empty',
  'too-long': 'store.synonym-too-long',
  duplicate: 'store.synonym-duplicate',
  'no-other-name': 'store.synonym-alone',
  'too-many-names': 'store.synonym-crowded',
} as const satisfies Record<SynonymFault, string>;

export function createSynonymService(desk: Desk): SynonymService {
  return {
    rules: () => loadSynonyms(desk.db),
    save: (rules, actor) => saveSynonyms(desk, rules, actor),
  };
}

/** The list staff saved, or the default one. */
export async function loadSynonyms(db: Database): Promise<readonly SynonymRule[]> {
  const row = await db.selectFrom('synonyms').select('rules_json').where('id', '=', 1).executeTakeFirst();
  return row === undefined ? defaultSynonyms : storedRules.parse(JSON.parse(row.rules_json));
}

/**
 * Replaces the list and puts on record which words came, went or changed. Throws `store.synonyms-too-many`, or
 * the error of the first faulty row.
 */
export async function saveSynonyms(desk: Desk, given: readonly SynonymRule[], actor: Actor): Promise<void> {
  const rules = tidySynonyms(given);
  if (rules.length > mostSynonymRules)
    throw new AppError('store.synonyms-too-many', { most: mostSynonymRules });
  const [first] = findFaultyRules(rules);
  if (first !== undefined) {
    throw new AppError(errorOf[first.fault], { row: first.row, word: first.word.slice(0, 40) });
  }
  await withTransaction(desk, async (inside) => {
    const changed = changedWords(await loadSynonyms(inside.db), rules);
    if (changed.length === 0) return;
    const row = { rules_json: JSON.stringify(rules), updated_at: instant(desk) };
    await inside.db
      .insertInto('synonyms')
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    const subject = changed.slice(0, 5).join('、') + (changed.length > 5 ? ` (+${changed.length - 5})` : '');
    await recordAudit(inside, {
      who: actor.name,
      action: 'synonyms.update',
      subject,
      details: { rules: rules.length, changed: changed.length },
    });
  });
}

/** Words whose rule differs between two lists; the order alone makes no difference. */
function changedWords(before: readonly SynonymRule[], after: readonly SynonymRule[]): string[] {
  const asMap = (rules: readonly SynonymRule[]) =>
    new Map(rules.map(({ word, also }) => [word, also.join('\n')]));
  const old = asMap(before);
  const now = asMap(after);
  return [...new Set([...now.keys(), ...old.keys()])].filter((word) => old.get(word) !== now.get(word));
}
