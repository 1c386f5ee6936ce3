// Whose transfers somebody may touch, and what they may do with one in its state.
import { isPermitted } from '#shared/accounts/acts.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Transfer, TransferState } from '#shared/protocol/transfers-api.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { TransferTable } from '../store/transfer-tables.ts';

/** States in which the agency's side may still change a batch. */
const openStates: readonly TransferState[] = ['preparing', 'returned'];

export const isOpenState = (state: TransferState) => openStates.includes(state);

/** Throws `transfers.foreign-agency` for somebody bound to another agency. */
export function refuseForeign(actor: Actor, agencyId: string): void {
  if (actor.agencyId !== null && actor.agencyId !== agencyId) throw new AppError('transfers.foreign-agency');
}

/** The row, checked against scope. Throws `not-found` or `transfers.foreign-agency`. */
export async function findTransfer(
  { db }: Pick<Desk, 'db'>,
  id: string,
  actor: Actor,
): Promise<TransferTable> {
  const row = await db.selectFrom('transfers').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
  refuseForeign(actor, row.agency_id);
  return row;
}

/** Throws `transfers.changed` when somebody changed it since, `transfers.wrong-state` when it is past that. */
export function requireState(
  row: TransferTable,
  states: readonly TransferState[],
  revision: number | null,
): void {
  if (!states.includes(row.state)) throw new AppError('transfers.wrong-state');
  if (revision !== null && revision !== row.revision) {
    throw new AppError('transfers.changed', { who: row.sent_by ?? row.created_by });
  }
}

/** What these roles may do with a batch as it stands. */
export function actsOn(row: TransferTable, actor: Actor): Transfer['mayDo'] {
  const maySend = isPermitted(actor.roles, 'transfers.send');
  const mayReceive = isPermitted(actor.roles, 'transfers.receive');
  const acts: Transfer['mayDo'] = [];
  if (maySend && isOpenState(row.state)) acts.push('edit', 'send');
  if (mayReceive && row.state === 'sent') acts.push('receive', 'return');
  if (mayReceive && row.state === 'received') acts.push('withdraw');
  return acts;
}
