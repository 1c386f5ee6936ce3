// What an administrator may not do: reach beyond the own agency, act on the own account, leave nobody in charge.
import { parseRoles, type Role } from '#shared/accounts/roles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Actor } from '../http/actor.ts';
import { type AccountDesk, type AccountRow, requireAccount } from './account-desk.ts';

/** The account, where this administrator may act on it. Throws `not-found` or `accounts.foreign-agency`. */
export async function requireInScope(desk: AccountDesk, id: string, actor: Actor): Promise<AccountRow> {
  const account = await requireAccount(desk, id);
  refuseForeignAgency(account.agency_id, actor);
  return account;
}

/** Whoever is bound to an agency makes and changes accounts of that agency alone. */
export function refuseForeignAgency(agencyId: string | null, actor: Actor): void {
  if (actor.agencyId !== null && actor.agencyId !== agencyId) throw new AppError('accounts.foreign-agency');
}

/** Settings and addresses concern everybody. */
export function requireAllAgencies(actor: Actor): void {
  if (actor.agencyId !== null) throw new AppError('accounts.foreign-agency');
}

/** Nobody changes their own roles, agency or state, nor makes a link to the own account. */
export function refuseOwnAccount(account: Pick<AccountRow, 'id'>, actor: Actor): void {
  if (account.id === actor.accountId) throw new AppError('accounts.own-account');
}

export function requireSomeRole(roles: readonly Role[]): void {
  if (roles.length === 0) throw new AppError('accounts.no-role');
}

/** Throws `store.unknown-agency`. */
export async function requireAgency(desk: AccountDesk, agencyId: string | null): Promise<void> {
  if (agencyId === null) return;
  const agency = await desk.db
    .selectFrom('agencies')
    .select('id')
    .where('id', '=', agencyId)
    .executeTakeFirst();
  if (agency === undefined) throw new AppError('store.unknown-agency', { agency: agencyId.slice(0, 60) });
}

/**
 * Call it after the change, inside its transaction, with the account as it was before: somebody must still be able to
 * manage all accounts. Throws `accounts.last-administrator`, which takes the change back.
 */
export async function keepAdministrator(desk: AccountDesk, before: AccountRow): Promise<void> {
  const { disabled_at, invited_at, agency_id, roles } = before;
  const wasInCharge = [disabled_at, invited_at, agency_id].every((value) => value === null);
  if (!wasInCharge || !parseRoles(roles).includes('administrator')) return;
  const another = await desk.db
    .selectFrom('accounts')
    .select('id')
    .where('disabled_at', 'is', null)
    .where('invited_at', 'is', null)
    .where('agency_id', 'is', null)
    .where('roles', 'like', '%administrator%')
    .limit(1)
    .executeTakeFirst();
  if (another === undefined) throw new AppError('accounts.last-administrator', { name: before.name });
}
