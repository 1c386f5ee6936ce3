// Fakes of what the hub's HTTP side asks about accounts besides signing in.
import type { HubServices } from '#hub/http/hub-services.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { IssuedLink, ListedAccount } from '#shared/protocol/accounts-api.ts';

const listed: ListedAccount = {
  id: 'u9',
  name: 'lin',
  displayName: '林晓',
  roles: ['contributor'],
  agencyId: null,
  agencyName: null,
  state: 'active',
  lastSeenAt: null,
  createdAt: '2026-11-20T01:00:00Z',
  hasSecondFactor: false,
  link: null,
  lockedUntil: null,
};
const issued: IssuedLink = {
  account: listed,
  token: 'token-of-a-link-0001',
  kind: 'invite',
  expiresAt: '2026-11-24T02:00:00Z',
};
const settings = { secondFactorRoles: [], singleSignOn: null, hasClientSecret: false };

export function fakeAccountWork(): Pick<
  HubServices,
  'secondFactor' | 'invitations' | 'staff' | 'singleSignOn'
> {
  return {
    secondFactor: {
      status: async () => ({ isOn: false, since: null, recoveryCodesLeft: 0, isRequired: false }),
      begin: async () => ({ secret: 'JBSWY3DP', uri: 'otpauth://totp/x' }),
      confirm: async () => [],
      async turnOff() {},
      renewRecoveryCodes: async () => [],
    },
    invitations: {
      look: async () => {
        throw new AppError('accounts.link-invalid');
      },
      accept: async () => null,
    },
    staff: {
      list: async () => [listed],
      invite: async () => issued,
      change: async () => listed,
      disable: async () => listed,
      enable: async () => listed,
      renewLink: async () => issued,
      withdrawLink: async () => listed,
      unlock: async () => listed,
      sessions: async () => [],
      async endSession() {},
      locks: async () => [],
      async liftLock() {},
      settings: async () => settings,
      saveSettings: async () => settings,
    },
    singleSignOn: {
      label: async () => null,
      start: async () => ({ url: 'https://id.example/authorize', browser: 'browser-secret-00000000001' }),
      finish: async () => {
        throw new AppError('accounts.sso-no-account');
      },
      tryIssuer: async () => 'https://id.example/authorize',
    },
  };
}
