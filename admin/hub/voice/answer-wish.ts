// What staff do about a group of wishes: note it, give it to an agency, or show where it is public.
import { AppError } from '#shared/errors/app-error.ts';
import type { WishAnswer, WishGroup } from '#shared/protocol/voice-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { findWish } from './wish-list.ts';

/** Throws `voice.wish-gone`, `voice.answer-incomplete`, `store.unknown-agency` or `not-found`. */
export function answerWish(desk: Desk, answer: WishAnswer, actor: Actor): Promise<WishGroup> {
  return withTransaction(desk, async (inside) => {
    await requireComplete(inside, answer);
    if ((await findWish(inside.db, answer.key)) === null) throw new AppError('voice.wish-gone');
    await write(inside, answer, actor);
    const wish = await findWish(inside.db, answer.key);
    if (wish === null) throw new AppError('voice.wish-gone');
    const { state, agencyId, matterId, recordId } = answer;
    const details = { state, agencyId, matterId, recordId, wishes: wish.wishes };
    await recordAudit(inside, { who: actor.name, action: 'voice.answer', subject: '点单公开', details });
    return wish;
  });
}

async function write({ db, ...inside }: Desk, answer: WishAnswer, actor: Actor): Promise<void> {
  await db.deleteFrom('voice_wish_answers').where('group_key', '=', answer.key).execute();
  const { state } = answer;
  if (state === 'open') return;
  const isTask = state === 'tasked';
  await db
    .insertInto('voice_wish_answers')
    .values({
      group_key: answer.key,
      state,
      agency_id: isTask ? answer.agencyId : null,
      matter_id: isTask ? answer.matterId : null,
      due_on: isTask ? answer.dueOn : null,
      record_id: state === 'disclosed' ? answer.recordId : null,
      note: answer.note,
      who: actor.name,
      at: instant(inside),
    })
    .execute();
}

async function requireComplete({ db }: Desk, answer: WishAnswer): Promise<void> {
  const { state, agencyId, matterId, recordId } = answer;
  if (state === 'tasked') {
    if (agencyId === null) throw new AppError('voice.answer-incomplete');
    const agency = await db.selectFrom('agencies').select('id').where('id', '=', agencyId).executeTakeFirst();
    if (agency === undefined) throw new AppError('store.unknown-agency', { agency: agencyId });
    if (matterId !== null) await requireRecord(db, matterId);
  }
  if (state === 'disclosed') {
    if (recordId === null) throw new AppError('voice.answer-incomplete');
    await requireRecord(db, recordId);
  }
}

async function requireRecord(db: Desk['db'], id: string): Promise<void> {
  const record = await db.selectFrom('records').select('id').where('id', '=', id).executeTakeFirst();
  if (record === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
}
