// People at a desk: accounts with their roles, put into a running hub's store as the hub itself keeps them.
import { hashPassword } from '#hub/accounts/passwords.ts';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { formatRoles, type Role } from '#shared/accounts/roles.ts';
import { adminPassword, type RunningHub } from './hub.ts';

export interface Person {
  /** What they sign in with; the password is the administrator's. */
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly agencyId?: string;
}

/** Opens accounts for these people. */
export async function addStaff(hub: Pick<RunningHub, 'dataDir'>, people: readonly Person[]): Promise<void> {
  const folder = await openDataFolder({ dataDir: hub.dataDir });
  const hash = await hashPassword(adminPassword);
  const at = new Date().toISOString();
  const rows = people.map(({ name, displayName, roles, agencyId }) => ({
    id: folder.desk.newId('u'),
    name,
    name_key: name,
    display_name: displayName,
    roles: formatRoles(roles),
    agency_id: agencyId ?? null,
    disabled_at: null,
    password_hash: hash,
    password_changed_at: at,
    created_at: at,
  }));
  await folder.store.db.insertInto('accounts').values(rows).execute();
  await folder.close();
}
