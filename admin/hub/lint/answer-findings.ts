// People's answers to findings: a false alarm, intended with a reason, mended, or an answer taken back.
import { AppError } from '#shared/errors/app-error.ts';
import type { AnswerFindings } from '#shared/protocol/lint-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { recount } from './runs.ts';

/**
 * Keeps the answers. `mended` must have been checked again before: whatever is still found refuses it.
 * Throws `not-found`, `store.conflict`, `workflow.foreign-agency`, `lint.needs-reason` or `lint.still-there`.
 */
export function answerFindings(
  desk: Desk,
  recordId: string,
  input: AnswerFindings,
  actor: Actor,
): Promise<void> {
  const { answer, reason, version, ids } = input;
  if (answer === 'intended' && reason === '') throw new AppError('lint.needs-reason');
  return withTransaction(desk, async (inside) => {
    const title = await refuseOthers(inside, recordId, version, actor);
    const found = await loadNamed(inside, recordId, version, ids);
    if (answer === 'mended' && found[0] !== undefined) {
      throw new AppError('lint.still-there', { what: found[0].excerpt });
    }
    await inside.db
      .deleteFrom('lint_answers')
      .where('record_id', '=', recordId)
      .where('fingerprint', 'in', ids)
      .where('answer', '<>', 'mended')
      .execute();
    if (answer === 'false-alarm' || answer === 'intended') {
      for (const { fingerprint, rule, excerpt } of found) {
        const row = { answer, reason, who: actor.name, at: instant(inside), version, rule, excerpt };
        await inside.db
          .insertInto('lint_answers')
          .values({ record_id: recordId, fingerprint, ...row })
          .onConflict((conflict) => conflict.columns(['record_id', 'fingerprint']).doUpdateSet(row))
          .execute();
      }
    }
    await recount(inside.db, recordId, version);
    await recordAudit(inside, {
      who: actor.name,
      action: 'findings.answer',
      subject: title,
      details: {
        id: recordId,
        version,
        answer,
        reason,
        findings: found.map(({ rule, excerpt }) => ({ rule, excerpt })),
      },
    });
  });
}

/** The title of the record, when this person may answer for it and looks at its newest version. */
async function refuseOthers(desk: Desk, id: string, version: number, actor: Actor): Promise<string> {
  const record = await desk.db
    .selectFrom('records')
    .select(['title', 'version', 'agency_id', 'updated_by as who'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (record === undefined) throw new AppError('not-found', { what: id });
  const { title, who } = record;
  if (actor.agencyId !== null && actor.agencyId !== record.agency_id) {
    throw new AppError('workflow.foreign-agency', { what: title });
  }
  if (record.version !== version)
    throw new AppError('store.conflict', { title, version: record.version, who });
  return title;
}

function loadNamed(desk: Desk, recordId: string, version: number, ids: readonly string[]) {
  return desk.db
    .selectFrom('lint_findings')
    .select(['fingerprint', 'rule', 'excerpt'])
    .where('record_id', '=', recordId)
    .where('version', '=', version)
    .where('fingerprint', 'in', [...ids])
    .execute();
}
