// A store with its accounts' services and a few people, for the tests of accounts.
import { type AccountServices, createAccountServices } from '#hub/accounts/create-account-services.ts';
import { createAgency } from '#hub/editorial/agencies.ts';
import { type Actor, operatorActor } from '#hub/http/actor.ts';
import { founderRoles, type Role } from '#shared/accounts/roles.ts';
import { createAccount, staffPassword } from '#tests/support/accounts.ts';
import { agencyInput, clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

export const client = { address: '10.0.0.7', userAgent: 'test' };

export interface AccountWorld extends AccountServices {
  readonly temp: TempDesk;
  /** The administrator of everything. */
  readonly admin: Actor;
  readonly agencyId: string;
  /** Adds somebody who can sign in with `staffPassword`. */
  add(name: string, roles: readonly Role[], agencyId?: string | null): Promise<Actor>;
  signIn(name: string, code?: string): ReturnType<AccountServices['accounts']['signIn']>;
  /** What the audit trail tells, oldest first. */
  trail(): Promise<readonly { action: string; who: string; subject: string; details: string }[]>;
}

export async function openAccountWorld(): Promise<AccountWorld> {
  const temp = await openTempDesk();
  const services = createAccountServices(temp.desk, `${temp.dir}/keys`);
  const add: AccountWorld['add'] = async (name, roles, agencyId = null) => {
    const { id } = await createAccount(temp.desk, { name, roles, agencyId });
    return { accountId: id, name, roles, agencyId };
  };
  const { id: agencyId } = await createAgency(temp.desk, agencyInput('水务局'), clerk);
  return {
    ...services,
    temp,
    admin: await add('admin', founderRoles),
    agencyId,
    add,
    signIn: (name, code) => services.accounts.signIn({ ...client, name, password: staffPassword, code }),
    trail: () =>
      temp.desk.db
        .selectFrom('audit_entries')
        .select(['action', 'who', 'subject', 'details'])
        .where('action', 'not like', 'agency.%')
        .orderBy('id')
        .execute(),
  };
}

export const operator = operatorActor('root');
