// Further accounts for the tests, put straight into a hub's store as a used invitation would leave them.
import { randomBytes, scryptSync } from 'node:crypto';
import { type Desk, instant } from '#hub/editorial/desk.ts';
import { nameKey } from '#hub/editorial/identity-keys.ts';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { formatRoles, type Role } from '#shared/accounts/roles.ts';

/** Long and plain enough for every account of a test. */
export const staffPassword = 'brush-lattice-seal-2026';

export interface AccountToCreate {
  readonly name: string;
  readonly displayName?: string;
  readonly roles: readonly Role[];
  /** The one agency it is bound to; null, as when left out, for all of them. */
  readonly agencyId?: string | null;
  /** `staffPassword` when left out. */
  readonly password?: string;
}

type AccountDesk = Pick<Desk, 'db' | 'now'>;

/** Creates an account that can sign in at once, in an open store or in the data folder of a hub that may be running. */
export async function createAccount(
  where: AccountDesk | { readonly dataDir: string },
  account: AccountToCreate,
): Promise<{ readonly id: string; readonly name: string; readonly password: string }> {
  if ('db' in where) return insertAccount(where, account);
  const folder = await openDataFolder({ dataDir: where.dataDir });
  try {
    return await insertAccount(folder.desk, account);
  } finally {
    await folder.close();
  }
}

async function insertAccount(desk: AccountDesk, account: AccountToCreate) {
  const { name, displayName = name, roles, agencyId = null, password = staffPassword } = account;
  // Not from the desk: its repeatable bytes would shift what a test expects of other ids.
  const id = `u-${randomBytes(6).toString('hex')}`;
  const at = instant(desk);
  await desk.db
    .insertInto('accounts')
    .values({
      id,
      name,
      name_key: nameKey(name),
      display_name: displayName,
      roles: formatRoles(roles),
      agency_id: agencyId,
      disabled_at: null,
      password_hash: cheapDigest(password),
      password_changed_at: at,
      created_at: at,
    })
    .execute();
  return { id, name, password };
}

/** A digest as the hub writes them, but with the least work: tests sign in hundreds of times. */
function cheapDigest(password: string): string {
  const [N, r, p] = [2, 1, 1];
  const salt = randomBytes(16);
  const key = scryptSync(password.normalize('NFKC'), salt, 32, { N, r, p });
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$');
}
