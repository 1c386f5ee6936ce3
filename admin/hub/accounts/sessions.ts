// Sessions of signed-in staff: a random token known only to the browser, its digest here, two ways to expire.
import { createHash } from 'node:crypto';
import { formatRoles, parseRoles } from '#shared/accounts/roles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import type { ActiveSession, Client, OpenedSession } from '../http/account-ports.ts';
import type { AccountTable, SignInWay } from '../store/account-tables.ts';
import type { AccountRow } from './account-desk.ts';
import { loadSettings } from './account-settings.ts';

/** Without a request for this long, a session is over. */
const idleLimitMs = 2 * 60 * 60_000;
/** However busy, a session lasts one long working day. */
const absoluteLimitMs = 12 * 60 * 60_000;
/** How long the browser may keep the cookie. */
const maxAgeSeconds = absoluteLimitMs / 1000;
/** `last_seen_at` is written at most this often: reading a page is not worth a disk sync. */
const touchEveryMs = 60_000;
const tokenBytes = 32;
const csrfBytes = 24;
const listedSessions = 100;
const listedStaffSessions = 1000;

type SessionDesk = Pick<Desk, 'db' | 'now' | 'randomBytes' | 'newId'>;

/** An account as it was when its password, or its identity, was checked. */
type CheckedAccount = Omit<AccountRow, 'totp_secret'>;

/**
 * Opens a session and returns the secret for its cookie, which is stored nowhere. An account that was disabled, or given
 * another password, while it was being checked gets none. Throws `accounts.wrong-password`.
 */
export async function openSession(
  desk: SessionDesk,
  account: CheckedAccount,
  client: Client,
  via: SignInWay = 'password',
): Promise<OpenedSession> {
  const token = base64url(desk.randomBytes(tokenBytes));
  const csrfToken = base64url(desk.randomBytes(csrfBytes));
  const id = desk.newId('s');
  const at = instant(desk);
  const needsSecondFactor = await desk.db.transaction().execute(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('accounts')
      .set({ last_seen_at: at, invited_at: null })
      .where('id', '=', account.id)
      .where('disabled_at', 'is', null)
      .where('password_hash', '=', account.password_hash)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new AppError('accounts.wrong-password');
    const row = { id, account_id: account.id, token_hash: tokenHash(token), csrf_token: csrfToken, via };
    const from = { user_agent: client.userAgent.slice(0, 500), address: client.address.slice(0, 100) };
    await db
      .insertInto('sessions')
      .values({ ...row, ...from, created_at: at, last_seen_at: at })
      .execute();
    await deleteExpired({ ...desk, db });
    const how = via === 'password' ? {} : { via };
    const details = { address: client.address, ...how };
    const note = { who: account.name, action: 'session.open', subject: account.name, details } as const;
    await recordAudit({ ...desk, db }, note);
    const { secondFactorRoles } = await loadSettings(db);
    return lacksSecondFactor(account, formatRoles(secondFactorRoles), via);
  });
  const session = { id, account: accountOf(account), csrfToken, needsSecondFactor };
  return { token, session, maxAgeSeconds };
}

/** Whoever comes by single sign-on has shown a second factor there, if one is asked for. */
function lacksSecondFactor(
  account: Pick<AccountRow, 'roles' | 'totp_since'>,
  demandingRoles: string | null,
  via: SignInWay,
): boolean {
  if (via === 'single-sign-on' || account.totp_since !== null) return false;
  const demanding = parseRoles(demandingRoles ?? '');
  return parseRoles(account.roles).some((role) => demanding.includes(role));
}

/** The live session of a cookie's token, or null. */
export async function findSession(desk: SessionDesk, token: string): Promise<ActiveSession | null> {
  if (token.length > 200) return null;
  const row = await desk.db
    .selectFrom('sessions as session')
    .innerJoin('accounts as account', 'account.id', 'session.account_id')
    .leftJoin('account_settings as settings', (join) => join.on('settings.id', '=', 1))
    .select(['session.id', 'session.csrf_token', 'session.created_at', 'session.last_seen_at'])
    .select(['session.via', 'account.id as account_id', 'account.name', 'account.display_name'])
    .select(['account.roles', 'account.agency_id', 'account.totp_since', 'settings.second_factor_roles'])
    .where('session.token_hash', '=', tokenHash(token))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined || row.last_seen_at <= before(desk, idleLimitMs)) return null;
  if (row.created_at <= before(desk, absoluteLimitMs)) return null;
  if (row.last_seen_at <= before(desk, touchEveryMs)) await touch(desk, row.id, row.account_id);
  return {
    id: row.id,
    account: accountOf({ ...row, id: row.account_id }),
    csrfToken: row.csrf_token,
    needsSecondFactor: lacksSecondFactor(row, row.second_factor_roles, row.via),
  };
}

/** What a page may know of an account. */
export function accountOf(
  row: Pick<AccountTable, 'id' | 'name' | 'display_name' | 'roles' | 'agency_id'>,
): ActiveSession['account'] {
  const { id, name, display_name: displayName } = row;
  return { id, name, displayName, roles: parseRoles(row.roles), agencyId: row.agency_id };
}

/** Live sessions of an account, the one used last first. */
export async function listSessions(desk: SessionDesk, accountId: string) {
  return desk.db
    .selectFrom('sessions')
    .select(['id', 'created_at as createdAt', 'last_seen_at as lastSeenAt', 'user_agent as userAgent'])
    .where('account_id', '=', accountId)
    .where('last_seen_at', '>', before(desk, idleLimitMs))
    .where('created_at', '>', before(desk, absoluteLimitMs))
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(listedSessions)
    .execute();
}

/** Live sessions of the accounts of one agency, or of all, the one used last first. */
export async function listAllSessions(desk: SessionDesk, agencyId: string | null) {
  let query = desk.db
    .selectFrom('sessions as session')
    .innerJoin('accounts as account', 'account.id', 'session.account_id')
    .select(['session.id', 'session.account_id as accountId', 'account.name'])
    .select(['account.display_name as displayName', 'session.created_at as createdAt'])
    .select(['session.last_seen_at as lastSeenAt', 'session.user_agent as userAgent'])
    .select(['session.address', 'session.via'])
    .where('account.disabled_at', 'is', null)
    .where('session.last_seen_at', '>', before(desk, idleLimitMs))
    .where('session.created_at', '>', before(desk, absoluteLimitMs))
    .orderBy('session.last_seen_at', 'desc')
    .orderBy('session.id', 'desc')
    .limit(listedStaffSessions);
  if (agencyId !== null) query = query.where('account.agency_id', '=', agencyId);
  return query.execute();
}

/** Ends one session of an account; false when it has none with this id. */
export async function revokeSession(
  desk: SessionDesk,
  accountId: string,
  sessionId: string,
): Promise<boolean> {
  const { numDeletedRows } = await desk.db
    .deleteFrom('sessions')
    .where('id', '=', sessionId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

async function deleteExpired(desk: SessionDesk): Promise<void> {
  await desk.db
    .deleteFrom('sessions')
    .where((where) =>
      where.or([
        where('last_seen_at', '<=', before(desk, idleLimitMs)),
        where('created_at', '<=', before(desk, absoluteLimitMs)),
      ]),
    )
    .execute();
}

async function touch(desk: SessionDesk, id: string, accountId: string): Promise<void> {
  const seen = { last_seen_at: instant(desk) };
  await desk.db.transaction().execute(async (db) => {
    await db.updateTable('sessions').set(seen).where('id', '=', id).execute();
    await db.updateTable('accounts').set(seen).where('id', '=', accountId).execute();
  });
}

/** ISO instants of one form sort as text. */
function before(desk: SessionDesk, ms: number): string {
  return new Date(desk.now() - ms).toISOString();
}

function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
