// Sessions of signed-in staff: a random token known only to the browser, its digest here, two ways to expire.
import { createHash } from 'node:crypto';
import { parseRoles } from '#shared/accounts/roles.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import type { ActiveSession } from '../http/hub-services.ts';
import type { AccountTable } from '../store/tables.ts';

/** Without a request for this long, a session is over. */
const idleLimitMs = 2 * 60 * 60_000;
/** However busy, a session lasts one long working day. */
const absoluteLimitMs = 12 * 60 * 60_000;
/** How long the browser may keep the cookie. */
export const maxAgeSeconds = absoluteLimitMs / 1000;
/** `last_seen_at` is written at most this often: reading a page is not worth a disk sync. */
const touchEveryMs = 60_000;
const tokenBytes = 32;
const csrfBytes = 24;
const listedSessions = 100;

type SessionDesk = Pick<Desk, 'db' | 'now' | 'randomBytes' | 'newId'>;

/** Opens a session and returns the secret for its cookie, which is stored nowhere. */
export async function openSession(
  desk: SessionDesk,
  account: ActiveSession['account'],
  client: { readonly address: string; readonly userAgent: string },
): Promise<{ readonly token: string; readonly session: ActiveSession }> {
  const token = base64url(desk.randomBytes(tokenBytes));
  const id = desk.newId('s');
  const csrfToken = base64url(desk.randomBytes(csrfBytes));
  const at = instant(desk);
  await desk.db
    .insertInto('sessions')
    .values({
      id,
      account_id: account.id,
      token_hash: tokenHash(token),
      csrf_token: csrfToken,
      created_at: at,
      last_seen_at: at,
      user_agent: client.userAgent.slice(0, 500),
      address: client.address.slice(0, 100),
    })
    .execute();
  await deleteExpired(desk);
  return { token, session: { id, account, csrfToken } };
}

/** The live session of a cookie's token, or null. */
export async function findSession(desk: SessionDesk, token: string): Promise<ActiveSession | null> {
  if (token.length > 200) return null;
  const row = await desk.db
    .selectFrom('sessions as session')
    .innerJoin('accounts as account', 'account.id', 'session.account_id')
    .select(['session.id', 'session.csrf_token', 'session.created_at', 'session.last_seen_at'])
    .select(['account.id as account_id', 'account.name', 'account.display_name'])
    .select(['account.roles', 'account.agency_id'])
    .where('session.token_hash', '=', tokenHash(token))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined || row.last_seen_at <= before(desk, idleLimitMs)) return null;
  if (row.created_at <= before(desk, absoluteLimitMs)) return null;
  if (row.last_seen_at <= before(desk, touchEveryMs)) await touch(desk, row.id);
  return { id: row.id, account: accountOf({ ...row, id: row.account_id }), csrfToken: row.csrf_token };
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

async function touch(desk: SessionDesk, id: string): Promise<void> {
  await desk.db
    .updateTable('sessions')
    .set({ last_seen_at: instant(desk) })
    .where('id', '=', id)
    .execute();
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
