// Plans when a given version becomes public by itself, and takes the plan back.
import { AppError } from '#shared/errors/app-error.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { requireOne } from './bulk-act.ts';
import { holdVersion } from './hold-version.ts';

/** Throws what the rules refuse, `store.conflict`, or `workflow.time-past`. */
export function scheduleVersion(
  desk: Desk,
  item: { readonly recordId: string; readonly version: number },
  wanted: string,
  actor: Actor,
): Promise<void> {
  const at = new Date(wanted).toISOString();
  if (Date.parse(at) <= desk.now()) throw new AppError('workflow.time-past');
  return withTransaction(desk, async (inside) => {
    const record = await requireOne(inside, 'schedule', item, actor);
    const { id, version, title } = record;
    await holdVersion(inside, record);
    const plan = { version, at, who: actor.name, made_at: instant(inside) };
    await inside.db
      .insertInto('record_schedules')
      .values({ record_id: id, ...plan })
      .onConflict((conflict) => conflict.column('record_id').doUpdateSet(plan))
      .execute();
    await recordAudit(inside, {
      who: actor.name,
      action: 'record.schedule',
      subject: title,
      details: { id, version, at },
    });
  });
}

/** The version stays reviewed and is public only when somebody says so again. Throws `workflow.not-scheduled`. */
export function unschedule(desk: Desk, recordId: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const { id, title } = await requireOne(inside, 'unschedule', { recordId }, actor);
    await inside.db.deleteFrom('record_schedules').where('record_id', '=', id).execute();
    await recordAudit(inside, {
      who: actor.name,
      action: 'record.unschedule',
      subject: title,
      details: { id },
    });
  });
}
