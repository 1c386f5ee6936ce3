// The account a new store starts with.
import { formatRoles, founderRoles } from '#shared/accounts/roles.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import { generatePassword, hashPassword } from './passwords.ts';

/** Name of the first account. */
export const firstAccountName = 'admin';

/**
 * Creates the administrator when the store has no account at all. Returns a generated password, to be shown
 * once, or null when there is nothing to show.
 */
export async function ensureFirstAccount(
  desk: Pick<Desk, 'db' | 'now' | 'randomBytes' | 'newId'>,
  chosenPassword: string | null,
): Promise<string | null> {
  const some = await desk.db.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
  if (some !== undefined) return null;
  const generated = chosenPassword === null ? generatePassword(desk.randomBytes) : null;
  const hash = await hashPassword(chosenPassword ?? generated ?? '');
  const at = instant(desk);
  const isCreated = await desk.db.transaction().execute(async (db) => {
    const row = {
      id: desk.newId('u'),
      name: firstAccountName,
      name_key: firstAccountName,
      display_name: '管理员',
      roles: formatRoles(founderRoles),
      agency_id: null,
      disabled_at: null,
      password_hash: hash,
      password_changed_at: at,
      created_at: at,
    } as const;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('accounts')
      .values(row)
      .onConflict((conflict) => conflict.column('name_key').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return false;
    await recordAudit({ ...desk, db }, { who: '', action: 'account.create', subject: firstAccountName });
    return true;
  });
  return isCreated ? generated : null;
}
