// Which passwords are taken, and asking the owner of an account for the one in force.
import { AppError } from '#shared/errors/app-error.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import type { Actor } from '../http/actor.ts';
import { type AccountDesk, type AccountRow, requireAccount } from './account-desk.ts';
import { verifyPassword } from './passwords.ts';

const shortest = 10;

/**
 * Length is what counts (NIST SP 800-63B); one letter repeated and the own name are length in form only.
 * Throws `accounts.weak-password`.
 */
export function refuseWeakPassword(password: string, name: string): void {
  const isTooPlain = new Set(password).size < 4 || nameKey(password) === nameKey(name);
  if (password.length < shortest || isTooPlain)
    throw new AppError('accounts.weak-password', { minimum: shortest });
}

/** The asker's own account. Throws `accounts.wrong-current-password`, also where it has no password at all. */
export async function confirmPassword(
  desk: AccountDesk,
  actor: Actor,
  password: string,
): Promise<AccountRow> {
  const account = await requireAccount(desk, actor.accountId);
  if (!(await verifyPassword(password, account.password_hash))) {
    throw new AppError('accounts.wrong-current-password');
  }
  return account;
}
