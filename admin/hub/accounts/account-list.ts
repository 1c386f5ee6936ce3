// The accounts as administrators see them.
import { parseRoles } from '#shared/accounts/roles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { AccountState, ListedAccount } from '#shared/protocol/accounts-api.ts';
import { instant } from '../editorial/desk.ts';
import type { AccountDesk } from './account-desk.ts';

/** Accounts of one agency, or all: those in use first, each group by name. */
export async function listAccounts(
  desk: AccountDesk,
  agencyId: string | null,
): Promise<readonly ListedAccount[]> {
  let query = accountQuery(desk);
  if (agencyId !== null) query = query.where('account.agency_id', '=', agencyId);
  const rows = await query.orderBy('account.name_key').execute();
  const accounts = rows.map((row) => toListed(desk, row));
  const rank: Readonly<Record<AccountState, number>> = { active: 0, invited: 1, disabled: 2 };
  return accounts.sort((one, other) => rank[one.state] - rank[other.state]);
}

/** Throws `not-found`. */
export async function loadAccount(desk: AccountDesk, id: string): Promise<ListedAccount> {
  const row = await accountQuery(desk).where('account.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
  return toListed(desk, row);
}

function accountQuery(desk: AccountDesk) {
  return desk.db
    .selectFrom('accounts as account')
    .leftJoin('agencies as agency', 'agency.id', 'account.agency_id')
    .leftJoin('invitations as link', 'link.account_id', 'account.id')
    .select(['account.id', 'account.name', 'account.name_key', 'account.display_name', 'account.roles'])
    .select(['account.agency_id', 'account.disabled_at', 'account.invited_at', 'account.totp_since'])
    .select(['account.last_seen_at', 'account.created_at', 'agency.name as agency_name'])
    .select(['link.kind as link_kind', 'link.expires_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof accountQuery>['execute']>>[number];

function toListed(desk: AccountDesk, row: Row): ListedAccount {
  const lockedUntil = desk.limiter.accountLockedUntil(row.name_key);
  return {
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    roles: parseRoles(row.roles),
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    state: stateOf(row),
    lastSeenAt: row.last_seen_at,
    createdAt: row.created_at,
    hasSecondFactor: row.totp_since !== null,
    link: linkOf(desk, row),
    lockedUntil: lockedUntil === null ? null : new Date(lockedUntil).toISOString(),
  };
}

function stateOf({ disabled_at, invited_at }: Row): AccountState {
  if (disabled_at !== null) return 'disabled';
  return invited_at === null ? 'active' : 'invited';
}

function linkOf(desk: AccountDesk, { link_kind: kind, expires_at: expiresAt }: Row): ListedAccount['link'] {
  if (kind === null || expiresAt === null) return null;
  return { kind, expiresAt, isExpired: expiresAt <= instant(desk) };
}
