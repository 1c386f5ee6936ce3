// The rules agencies are scored by: the defaults until staff change them, every change on record.
import { defaultScoreRules, type ScoreRules, scoreRulesSchema } from '#shared/reports/score.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../../editorial/desk.ts';
import { canonicalJson } from '../../editorial/stored-content.ts';
import type { Actor } from '../../http/actor.ts';
import type { Database } from '../../store/tables.ts';

export interface StoredRules {
  readonly rules: ScoreRules;
  readonly isDefault: boolean;
}

export async function loadScoreRules(db: Database): Promise<StoredRules> {
  const row = await db.selectFrom('score_rules').select('rules_json').where('id', '=', 1).executeTakeFirst();
  if (row === undefined) return { rules: defaultScoreRules, isDefault: true };
  return { rules: scoreRulesSchema.parse(JSON.parse(row.rules_json)), isDefault: false };
}

/** Bulletins that are final keep the rules they were made by. */
export function saveScoreRules(desk: Desk, rules: ScoreRules, actor: Actor): Promise<StoredRules> {
  return withTransaction(desk, async (inside) => {
    const before = await loadScoreRules(inside.db);
    const row = { rules_json: canonicalJson(rules), updated_at: instant(inside), updated_by: actor.name };
    await inside.db
      .insertInto('score_rules')
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    await recordAudit(inside, {
      who: actor.name,
      action: 'score-rules.update',
      subject: '',
      details: { before: before.rules, after: rules },
    });
    return { rules, isDefault: false };
  });
}
