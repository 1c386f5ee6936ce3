// What administrators do with the accounts of others; every act is on record.
import { isAccountName } from '#shared/accounts/account-name.ts';
import { formatRoles } from '#shared/accounts/roles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type {
  AccountChange,
  AccountInvite,
  IssuedLink,
  ListedAccount,
} from '#shared/protocol/accounts-api.ts';
import { type AuditAction, recordAudit } from '../editorial/audit.ts';
import { instant } from '../editorial/desk.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import type { StaffService } from '../http/account-ports.ts';
import type { Actor } from '../http/actor.ts';
import { type AccountDesk, type AccountRow, requireAccount, together } from './account-desk.ts';
import { listAccounts, loadAccount } from './account-list.ts';
import { loadSettings, saveSettings } from './account-settings.ts';
import { issueLink, withdrawLink } from './invitations.ts';
import { listAllSessions, revokeSession } from './sessions.ts';
import {
  keepAdministrator,
  refuseForeignAgency,
  refuseOwnAccount,
  requireAgency,
  requireAllAgencies,
  requireInScope,
  requireSomeRole,
} from './staff-guards.ts';

export function createStaffService(desk: AccountDesk): StaffService {
  return {
    list: (actor) => listAccounts(desk, actor.agencyId),
    invite: (input, actor) => invite(desk, input, actor),
    change: (id, change, actor) => changeAccount(desk, id, change, actor),
    disable: (id, actor) => disable(desk, id, actor),
    enable: (id, actor) => enable(desk, id, actor),
    renewLink: (id, { clearsSecondFactor }, actor) => renewLink(desk, id, clearsSecondFactor, actor),
    withdrawLink: (id, actor) => takeLinkBack(desk, id, actor),
    unlock: (id, actor) => unlock(desk, id, actor),
    sessions: (actor) => listAllSessions(desk, actor.agencyId),
    endSession: (sessionId, actor) => endSession(desk, sessionId, actor),
    locks: (actor) => listLocks(desk, actor),
    liftLock: (address, actor) => liftLock(desk, address, actor),
    settings: async (actor) => {
      requireAllAgencies(actor);
      return loadSettings(desk.db);
    },
    saveSettings: async (input, actor) => {
      requireAllAgencies(actor);
      return saveSettings(desk, input, actor);
    },
  };
}

async function invite(desk: AccountDesk, input: AccountInvite, actor: Actor): Promise<IssuedLink> {
  const name = input.name.normalize('NFKC').trim();
  if (!isAccountName(name)) throw new AppError('accounts.bad-name', { name: name.slice(0, 60) });
  requireSomeRole(input.roles);
  refuseForeignAgency(input.agencyId, actor);
  return together(desk, async (inside) => {
    await requireAgency(inside, input.agencyId);
    const id = desk.newId('u');
    const at = instant(desk);
    const { numInsertedOrUpdatedRows } = await inside.db
      .insertInto('accounts')
      .values({
        id,
        name,
        name_key: nameKey(name),
        display_name: input.displayName,
        roles: formatRoles(input.roles),
        agency_id: input.agencyId,
        disabled_at: null,
        password_hash: '',
        password_changed_at: at,
        created_at: at,
        invited_at: at,
      })
      .onConflict((conflict) => conflict.column('name_key').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new AppError('accounts.name-taken', { name });
    const link = await issueLink(inside, { id, invited_at: at }, actor.name, false);
    await note(inside, actor, 'account.invite', { name }, { ...scopeOf(input), until: link.expiresAt });
    return { account: await loadAccount(inside, id), ...link };
  });
}

async function changeAccount(
  desk: AccountDesk,
  id: string,
  change: AccountChange,
  actor: Actor,
): Promise<ListedAccount> {
  requireSomeRole(change.roles);
  refuseForeignAgency(change.agencyId, actor);
  return together(desk, async (inside) => {
    const account = await requireInScope(inside, id, actor);
    await requireAgency(inside, change.agencyId);
    const roles = formatRoles(change.roles);
    if (roles !== account.roles || change.agencyId !== account.agency_id) refuseOwnAccount(account, actor);
    await inside.db
      .updateTable('accounts')
      .set({ display_name: change.displayName, roles, agency_id: change.agencyId })
      .where('id', '=', id)
      .execute();
    await keepAdministrator(inside, account);
    const before = {
      rolesBefore: account.roles,
      agencyBefore: account.agency_id,
      nameBefore: account.display_name,
    };
    await note(inside, actor, 'account.change', account, { ...scopeOf(change), ...before });
    return loadAccount(inside, id);
  });
}

const scopeOf = ({ displayName, roles, agencyId }: AccountChange) => ({
  displayName,
  roles: formatRoles(roles),
  agency: agencyId,
});

/** Never deleted: what it did keeps its name. */
async function disable(desk: AccountDesk, id: string, actor: Actor): Promise<ListedAccount> {
  return together(desk, async (inside) => {
    const account = await requireInScope(inside, id, actor);
    refuseOwnAccount(account, actor);
    if (account.disabled_at === null) {
      await inside.db
        .updateTable('accounts')
        .set({ disabled_at: instant(desk) })
        .where('id', '=', id)
        .execute();
      await keepAdministrator(inside, account);
      await inside.db.deleteFrom('sessions').where('account_id', '=', id).execute();
      await withdrawLink(inside, id);
      await note(inside, actor, 'account.disable', account);
    }
    return loadAccount(inside, id);
  });
}

async function enable(desk: AccountDesk, id: string, actor: Actor): Promise<ListedAccount> {
  return together(desk, async (inside) => {
    const account = await requireInScope(inside, id, actor);
    refuseOwnAccount(account, actor);
    if (account.disabled_at !== null) {
      await inside.db.updateTable('accounts').set({ disabled_at: null }).where('id', '=', id).execute();
      await note(inside, actor, 'account.enable', account);
    }
    return loadAccount(inside, id);
  });
}

async function renewLink(
  desk: AccountDesk,
  id: string,
  clearsSecondFactor: boolean,
  actor: Actor,
): Promise<IssuedLink> {
  return together(desk, async (inside) => {
    const account = await requireInScope(inside, id, actor);
    refuseOwnAccount(account, actor);
    if (account.disabled_at !== null) throw new AppError('accounts.disabled', { name: account.name });
    const link = await issueLink(inside, account, actor.name, clearsSecondFactor);
    const details = { kind: link.kind, clearsSecondFactor, until: link.expiresAt };
    await note(inside, actor, 'account.link', account, details);
    return { account: await loadAccount(inside, id), ...link };
  });
}

async function takeLinkBack(desk: AccountDesk, id: string, actor: Actor): Promise<ListedAccount> {
  return together(desk, async (inside) => {
    const account = await requireInScope(inside, id, actor);
    if (await withdrawLink(inside, id)) await note(inside, actor, 'account.link-withdraw', account);
    return loadAccount(inside, id);
  });
}

async function unlock(desk: AccountDesk, id: string, actor: Actor): Promise<ListedAccount> {
  const account = await requireInScope(desk, id, actor);
  if (desk.limiter.accountLockedUntil(account.name_key) !== null) {
    await note(desk, actor, 'account.unlock', account);
    desk.limiter.liftAccount(account.name_key);
  }
  return loadAccount(desk, id);
}

async function endSession(desk: AccountDesk, sessionId: string, actor: Actor): Promise<void> {
  await together(desk, async (inside) => {
    const session = await inside.db
      .selectFrom('sessions')
      .select('account_id')
      .where('id', '=', sessionId)
      .executeTakeFirst();
    if (session === undefined) throw new AppError('not-found', { what: sessionId.slice(0, 60) });
    const account = await requireAccount(inside, session.account_id);
    refuseForeignAgency(account.agency_id, actor);
    if (await revokeSession(inside, account.id, sessionId)) await note(inside, actor, 'session.end', account);
  });
}

async function listLocks(desk: AccountDesk, actor: Actor) {
  requireAllAgencies(actor);
  return desk.limiter.lockedAddresses().map(({ address, tries, lockedUntilMs }) => ({
    address,
    tries,
    lockedUntil: new Date(lockedUntilMs).toISOString(),
  }));
}

async function liftLock(desk: AccountDesk, address: string, actor: Actor): Promise<void> {
  requireAllAgencies(actor);
  if (desk.limiter.liftAddress(address)) await note(desk, actor, 'account.unlock', { name: address });
}

function note(
  desk: AccountDesk,
  actor: Actor,
  action: AuditAction,
  { name }: Pick<AccountRow, 'name'>,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordAudit(desk, { who: actor.name, action, subject: name, details });
}
