// Signing in and out, sessions and passwords, for the hub's HTTP side.
import { AppError } from '#shared/errors/app-error.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import type { AccountService, Actor } from '../http/hub-services.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import {
  accountOf,
  findSession,
  listSessions,
  maxAgeSeconds,
  openSession,
  revokeSession,
} from './sessions.ts';
import { createSignInLimiter, type SignInLimiter } from './sign-in-limiter.ts';

/** What accounts stand on. */
export type AccountDesk = Pick<Desk, 'db' | 'now' | 'randomBytes' | 'newId'>;

export function createAccountService(desk: AccountDesk): AccountService {
  const limiter = createSignInLimiter(desk.now);
  let decoy: Promise<string> | undefined;
  /** Something to compare with where there is no account. */
  const decoyHash = (): Promise<string> => {
    decoy ??= hashPassword(Buffer.from(desk.randomBytes(16)).toString('hex'));
    return decoy;
  };
  return {
    signIn: (attempt) => signIn(desk, { limiter, decoyHash }, attempt),
    sessionOf: (token) => findSession(desk, token),
    sessionsOf: (accountId) => listSessions(desk, accountId),
    revoke: (actor, sessionId) => revoke(desk, actor, sessionId),
    changePassword: (actor, change) => changePassword(desk, actor, change),
  };
}

interface SignInGuard {
  readonly limiter: SignInLimiter;
  readonly decoyHash: () => Promise<string>;
}

type Attempt = Parameters<AccountService['signIn']>[0];

/** An unknown name costs the same scrypt as a known one, so the answer's time tells nothing. */
async function signIn(desk: AccountDesk, { limiter, decoyHash }: SignInGuard, attempt: Attempt) {
  const key = nameKey(attempt.name);
  const wait = limiter.waitSeconds(key, attempt.address);
  if (wait > 0) throw new AppError('accounts.locked', { retryAfterSeconds: wait });
  limiter.countTry(key, attempt.address);
  const account = await findAccount(desk, key);
  const isRight = await verifyPassword(attempt.password, account?.password_hash ?? (await decoyHash()));
  if (account === undefined || !isRight || account.disabled_at !== null) {
    const details = { address: attempt.address };
    await recordAudit(desk, {
      who: '',
      action: 'session.refuse',
      subject: attempt.name.slice(0, 100),
      details,
    });
    throw new AppError('accounts.wrong-password');
  }
  limiter.forgive(key, attempt.address);
  const { name } = account;
  const opened = await openSession(desk, accountOf(account), attempt);
  await recordAudit(desk, {
    who: name,
    action: 'session.open',
    subject: name,
    details: { address: attempt.address },
  });
  return { ...opened, maxAgeSeconds };
}

function findAccount(desk: AccountDesk, key: string) {
  return desk.db.selectFrom('accounts').selectAll().where('name_key', '=', key).executeTakeFirst();
}

async function revoke(desk: AccountDesk, actor: Actor, sessionId: string): Promise<boolean> {
  const isRevoked = await revokeSession(desk, actor.accountId, sessionId);
  if (isRevoked) await recordAudit(desk, { who: actor.name, action: 'session.revoke', subject: actor.name });
  return isRevoked;
}

type PasswordChange = Parameters<AccountService['changePassword']>[1];

/** Throws `accounts.wrong-current-password` or `accounts.weak-password`. */
async function changePassword(desk: AccountDesk, actor: Actor, change: PasswordChange): Promise<void> {
  const account = await desk.db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', actor.accountId)
    .executeTakeFirst();
  if (account === undefined || !(await verifyPassword(change.current, account.password_hash))) {
    throw new AppError('accounts.wrong-current-password');
  }
  refuseWeakPassword(change.next, account.name);
  const hash = await hashPassword(change.next);
  await desk.db.transaction().execute(async (db) => {
    await db
      .updateTable('accounts')
      .set({ password_hash: hash, password_changed_at: instant(desk) })
      .where('id', '=', account.id)
      .execute();
    await db
      .deleteFrom('sessions')
      .where('account_id', '=', account.id)
      .where('id', '<>', change.keepSessionId)
      .execute();
    await recordAudit(
      { ...desk, db },
      { who: actor.name, action: 'account.password', subject: account.name },
    );
  });
}

/** Length is what counts (NIST SP 800-63B); one letter repeated and the own name are length in form only. */
function refuseWeakPassword(password: string, name: string): void {
  const isTooPlain = new Set(password).size < 4 || nameKey(password) === nameKey(name);
  if (password.length < 10 || isTooPlain) throw new AppError('accounts.weak-password', { minimum: 10 });
}
