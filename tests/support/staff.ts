// People at a desk: accounts with their roles, put into a running hub's store with the password its desks sign in with.
import { type AccountToCreate, createAccount } from './accounts.ts';
import { adminPassword, type RunningHub } from './hub.ts';

/** Opens accounts for these people. */
export async function addStaff(
  hub: Pick<RunningHub, 'dataDir'>,
  people: readonly AccountToCreate[],
): Promise<void> {
  for (const person of people) await createAccount(hub, { ...person, password: adminPassword });
}
