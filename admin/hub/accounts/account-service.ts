// Signing in and out, one's own sessions and password, for the hub's HTTP side.
import { AppError } from '#shared/errors/app-error.ts';
import { recordAudit } from '../editorial/audit.ts';
import { instant } from '../editorial/desk.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import type { AccountService, OpenedSession } from '../http/account-ports.ts';
import type { Actor } from '../http/actor.ts';
import { type AccountDesk, type AccountRow, findAccount, together } from './account-desk.ts';
import { confirmPassword, refuseWeakPassword } from './password-rules.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { acceptCode } from './second-factor.ts';
import { findSession, listSessions, openSession, revokeSession } from './sessions.ts';

export function createAccountService(desk: AccountDesk): AccountService {
  let decoy: Promise<string> | undefined;
  /** Something to compare with where there is no account, or none with a password. */
  const decoyHash = (): Promise<string> => {
    decoy ??= hashPassword(Buffer.from(desk.randomBytes(16)).toString('hex'));
    return decoy;
  };
  return {
    signIn: (attempt) => signIn(desk, decoyHash, attempt),
    sessionOf: (token) => findSession(desk, token),
    sessionsOf: (accountId) => listSessions(desk, accountId),
    revoke: (actor, sessionId) => revoke(desk, actor, sessionId),
    changePassword: (actor, change) => changePassword(desk, actor, change),
  };
}

type Attempt = Parameters<AccountService['signIn']>[0];

/** An unknown name costs the same scrypt as a known one, so the answer's time tells nothing. */
async function signIn(
  desk: AccountDesk,
  decoyHash: () => Promise<string>,
  attempt: Attempt,
): Promise<OpenedSession> {
  const { limiter } = desk;
  const key = nameKey(attempt.name);
  const wait = limiter.waitSeconds(key, attempt.address);
  if (wait > 0) throw new AppError('accounts.locked', { retryAfterSeconds: wait });
  limiter.countTry(key, attempt.address);
  const account = await findAccount(desk, key);
  const isRight = await verifyPassword(attempt.password, account?.password_hash || (await decoyHash()));
  if (account === undefined || account.password_hash === '' || !isRight || account.disabled_at !== null) {
    await noteRefusal(desk, attempt, {});
    throw new AppError('accounts.wrong-password');
  }
  if (account.totp_since !== null) await requireCode(desk, account, attempt);
  limiter.forgive(key, attempt.address);
  return openSession(desk, account, attempt);
}

/** The tries at the account go on counting until a code was right, whoever knows the password. */
async function requireCode(desk: AccountDesk, account: AccountRow, attempt: Attempt): Promise<void> {
  const code = attempt.code?.trim() ?? '';
  if (code === '') {
    desk.limiter.passFirstStep(attempt.address);
    throw new AppError('accounts.code-needed');
  }
  if (await acceptCode(desk, account, code)) return;
  await noteRefusal(desk, attempt, { step: 'code' });
  throw new AppError('accounts.wrong-code');
}

async function noteRefusal(
  desk: AccountDesk,
  { name, address }: Attempt,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const details = { address, ...more };
  await recordAudit(desk, { who: '', action: 'session.refuse', subject: name.slice(0, 100), details });
}

async function revoke(desk: AccountDesk, actor: Actor, sessionId: string): Promise<boolean> {
  const isRevoked = await revokeSession(desk, actor.accountId, sessionId);
  if (isRevoked) await recordAudit(desk, { who: actor.name, action: 'session.revoke', subject: actor.name });
  return isRevoked;
}

type PasswordChange = Parameters<AccountService['changePassword']>[1];

/** Throws `accounts.wrong-current-password` or `accounts.weak-password`. */
async function changePassword(desk: AccountDesk, actor: Actor, change: PasswordChange): Promise<void> {
  const account = await confirmPassword(desk, actor, change.current);
  refuseWeakPassword(change.next, account.name);
  const hash = await hashPassword(change.next);
  await together(desk, async (inside) => {
    await inside.db
      .updateTable('accounts')
      .set({ password_hash: hash, password_changed_at: instant(desk) })
      .where('id', '=', account.id)
      .execute();
    await inside.db
      .deleteFrom('sessions')
      .where('account_id', '=', account.id)
      .where('id', '<>', change.keepSessionId)
      .execute();
    await recordAudit(inside, { who: actor.name, action: 'account.password', subject: account.name });
  });
}
