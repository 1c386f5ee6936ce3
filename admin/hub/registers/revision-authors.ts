// Who put something into the revision of a register that waits: none of them approves it.
import { AppError } from '#shared/errors/app-error.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { isAlone } from '../workflow/bulk-act.ts';
import type { StoredRegister } from './stored-register.ts';

/** Call inside the transaction of the change, with the register as its open revision is. */
export async function noteAuthor(
  inside: Desk,
  { id, version }: Pick<StoredRegister, 'id' | 'version'>,
  who: string,
): Promise<void> {
  await inside.db
    .insertInto('register_revision_authors')
    .values({ register_id: id, version, who })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Throws `workflow.own-work` when the actor wrote any of what waits and somebody else could approve it. */
export async function refuseAuthor(inside: Desk, register: StoredRegister, actor: Actor): Promise<void> {
  if (await isAlone(inside, actor)) return;
  const own = await inside.db
    .selectFrom('register_revision_authors')
    .select('who')
    .where('register_id', '=', register.id)
    .where('version', '=', register.version)
    .where('who', '=', actor.name)
    .executeTakeFirst();
  if (own !== undefined) throw new AppError('workflow.own-work', { what: register.definition.title });
}
