// Puts the services around accounts on one desk, so that they share the memory of wrong tries and the secret box.
import type { Desk } from '../editorial/desk.ts';
import type { HubServices } from '../http/hub-services.ts';
import type { AccountDesk } from './account-desk.ts';
import { createAccountService } from './account-service.ts';
import { createInvitationService } from './invitations.ts';
import { createSecondFactorService } from './second-factor.ts';
import { openSecretBox } from './secret-box.ts';
import { createSignInLimiter } from './sign-in-limiter.ts';
import { createSingleSignOnService } from './single-sign-on/single-sign-on-service.ts';
import { createStaffService } from './staff-service.ts';

export type AccountServices = Pick<
  HubServices,
  'accounts' | 'secondFactor' | 'invitations' | 'staff' | 'singleSignOn'
>;

/** `keysFolder` is where the key lies that seals what the store keeps secret. */
export function createAccountServices(
  desk: Pick<Desk, 'db' | 'now' | 'randomBytes' | 'newId'>,
  keysFolder: string,
): AccountServices {
  const accountDesk = createAccountDesk(desk, keysFolder);
  return {
    accounts: createAccountService(accountDesk),
    secondFactor: createSecondFactorService(accountDesk),
    invitations: createInvitationService(accountDesk),
    staff: createStaffService(accountDesk),
    singleSignOn: createSingleSignOnService(accountDesk),
  };
}

function createAccountDesk(
  { db, now, randomBytes, newId }: Pick<Desk, 'db' | 'now' | 'randomBytes' | 'newId'>,
  keysFolder: string,
): AccountDesk {
  const limiter = createSignInLimiter(now);
  return { db, now, randomBytes, newId, limiter, secrets: openSecretBox(keysFolder) };
}
