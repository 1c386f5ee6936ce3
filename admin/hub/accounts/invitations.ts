// Links by which somebody sets the password of one account: made by an administrator, used once, over after three days.
import { createHash } from 'node:crypto';
import { parseRoles } from '#shared/accounts/roles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Invitation } from '#shared/protocol/accounts-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { instant } from '../editorial/desk.ts';
import type { InvitationService, OpenedSession } from '../http/account-ports.ts';
import { type AccountDesk, type AccountRow, requireAccount, together } from './account-desk.ts';
import { refuseWeakPassword } from './password-rules.ts';
import { hashPassword } from './passwords.ts';
import { clearSecondFactor } from './second-factor.ts';
import { openSession } from './sessions.ts';

/** Long enough for a weekend, short enough that a forgotten message opens nothing. */
const lifetimeMs = 72 * 60 * 60_000;
const tokenBytes = 32;

export function createInvitationService(desk: AccountDesk): InvitationService {
  return {
    look: (token) => look(desk, token),
    accept: (request) => accept(desk, request),
  };
}

/** A link as it is told once; only a digest of its token is stored. */
export interface NewLink {
  readonly token: string;
  readonly kind: Invitation['kind'];
  readonly expiresAt: string;
}

/** Makes the account's one link; the one before works no more. Call it inside the transaction of the act. */
export async function issueLink(
  desk: AccountDesk,
  account: Pick<AccountRow, 'id' | 'invited_at'>,
  who: string,
  clearsSecondFactor: boolean,
): Promise<NewLink> {
  const token = Buffer.from(desk.randomBytes(tokenBytes)).toString('base64url');
  const kind = account.invited_at === null ? 'reset' : 'invite';
  const expiresAt = new Date(desk.now() + lifetimeMs).toISOString();
  await withdrawLink(desk, account.id);
  const row = { id: desk.newId('i'), account_id: account.id, kind, token_hash: tokenHash(token) } as const;
  const times = { created_at: instant(desk), created_by: who, expires_at: expiresAt };
  const clears_second_factor = clearsSecondFactor ? 1 : 0;
  await desk.db
    .insertInto('invitations')
    .values({ ...row, ...times, clears_second_factor })
    .execute();
  return { token, kind, expiresAt };
}

/** False when the account had no link. */
export async function withdrawLink(desk: Pick<AccountDesk, 'db'>, accountId: string): Promise<boolean> {
  const { numDeletedRows } = await desk.db
    .deleteFrom('invitations')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

async function look(desk: AccountDesk, token: string): Promise<Invitation> {
  const link = await findLink(desk, token);
  const account = await requireAccount(desk, link.account_id);
  const agency =
    account.agency_id === null
      ? undefined
      : await desk.db
          .selectFrom('agencies')
          .select('name')
          .where('id', '=', account.agency_id)
          .executeTakeFirst();
  return {
    kind: link.kind,
    name: account.name,
    displayName: account.display_name,
    roles: parseRoles(account.roles),
    agencyName: agency?.name ?? null,
    expiresAt: link.expires_at,
  };
}

type Acceptance = Parameters<InvitationService['accept']>[0];

/** Every session of the account ends: whoever had the old password has nothing left. */
async function accept(desk: AccountDesk, request: Acceptance): Promise<OpenedSession | null> {
  const known = await requireAccount(desk, (await findLink(desk, request.token)).account_id);
  refuseWeakPassword(request.password, known.name);
  const hash = await hashPassword(request.password);
  const account = await together(desk, async (inside) => {
    const link = await findLink(inside, request.token);
    await withdrawLink(inside, link.account_id);
    await inside.db
      .updateTable('accounts')
      .set({ password_hash: hash, password_changed_at: instant(desk) })
      .where('id', '=', link.account_id)
      .execute();
    if (link.clears_second_factor === 1) await clearSecondFactor(inside, link.account_id);
    await inside.db.deleteFrom('sessions').where('account_id', '=', link.account_id).execute();
    const { name } = known;
    const details = { kind: link.kind, address: request.address, by: link.created_by };
    await recordAudit(inside, { who: name, action: 'account.accept', subject: name, details });
    return requireAccount(inside, link.account_id);
  });
  desk.limiter.liftAccount(account.name_key);
  return account.totp_since === null ? openSession(desk, account, request) : null;
}

/** A link that still works. Throws `accounts.link-invalid`, whatever is wrong with it. */
async function findLink(desk: AccountDesk, token: string) {
  const link = await desk.db
    .selectFrom('invitations as link')
    .innerJoin('accounts as account', 'account.id', 'link.account_id')
    .selectAll('link')
    .where('link.token_hash', '=', tokenHash(token))
    .where('link.expires_at', '>', instant(desk))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (link === undefined) throw new AppError('accounts.link-invalid');
  return link;
}

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
