// Changes what holds for all cases, and counts their due dates anew by it.
import type { CaseSettings } from '#shared/protocol/case-desk-api.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../../editorial/desk.ts';
import { canonicalJson } from '../../editorial/stored-content.ts';
import type { Actor } from '../../http/actor.ts';
import { recountDueDates } from '../case-events.ts';
import { loadCaseSettings } from '../case-settings.ts';

export function saveCaseSettings(desk: Desk, settings: CaseSettings, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const before: Readonly<Record<string, unknown>> = await loadCaseSettings(inside.db);
    const columns = {
      settings_json: canonicalJson(settings),
      updated_at: instant(inside),
      updated_by: actor.name,
    };
    await inside.db
      .insertInto('case_settings')
      .values({ id: 1, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
    const changed = Object.entries(settings)
      .filter(([key, value]) => canonicalJson(value) !== canonicalJson(before[key]))
      .map(([key]) => key);
    if (changed.includes('answerWorkingDays')) await recountDueDates(inside);
    const note = {
      who: actor.name,
      action: 'case.settings',
      subject: '办理设置',
      details: { changed },
    } as const;
    await recordAudit(inside, note);
  });
}
