// What the work on accounts stands on, and the row it most often starts from.
import type { Selectable } from 'kysely';
import { AppError } from '#shared/errors/app-error.ts';
import type { Desk } from '../editorial/desk.ts';
import type { AccountTable } from '../store/account-tables.ts';
import type { SecretBox } from './secret-box.ts';
import type { SignInLimiter } from './sign-in-limiter.ts';

export interface AccountDesk extends Pick<Desk, 'db' | 'now' | 'randomBytes' | 'newId'> {
  readonly secrets: SecretBox;
  /** The one memory of wrong tries: signing in counts, administrators look and lift. */
  readonly limiter: SignInLimiter;
}

/** An account as the store reads it. */
export type AccountRow = Selectable<AccountTable>;

/** The same desk inside a transaction. */
export function together<T>(desk: AccountDesk, work: (desk: AccountDesk) => Promise<T>): Promise<T> {
  return desk.db.transaction().execute((db) => work({ ...desk, db }));
}

/** Throws `not-found`. */
export async function requireAccount(desk: Pick<AccountDesk, 'db'>, id: string): Promise<AccountRow> {
  const row = await desk.db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
  return row;
}

/** The account of a folded name, or undefined. */
export function findAccount(desk: Pick<AccountDesk, 'db'>, key: string): Promise<AccountRow | undefined> {
  return desk.db.selectFrom('accounts').selectAll().where('name_key', '=', key).executeTakeFirst();
}
