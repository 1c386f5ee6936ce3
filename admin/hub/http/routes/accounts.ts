// Routes by which administrators manage accounts, everybody's sessions, lock-outs and the settings of accounts.
import {
  accountChangeSchema,
  accountInviteSchema,
  accountListSchema,
  accountSettingsInputSchema,
  accountSettingsSchema,
  issuedLinkSchema,
  liftLockSchema,
  listedAccountSchema,
  lockListSchema,
  newLinkSchema,
  staffSessionListSchema,
  triedIssuerSchema,
  tryIssuerSchema,
} from '#shared/protocol/accounts-api.ts';
import { defineRoute, type Route, type StaffCall } from '../route.ts';

const idOf = (call: StaffCall) => call.params.id ?? '';

const oneAccount: readonly Route[] = [
  defineRoute({
    method: 'put',
    path: '/api/accounts/:id',
    access: 'accounts.manage',
    summary: 'Change what an account is called, its roles and its agency',
    body: accountChangeSchema,
    answer: listedAccountSchema,
    handle: (call, { body }) => call.services.staff.change(idOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/accounts/:id/disable',
    access: 'accounts.manage',
    summary: 'Put an account out of use; its sessions and its link end at once',
    answer: listedAccountSchema,
    handle: (call) => call.services.staff.disable(idOf(call), call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/accounts/:id/enable',
    access: 'accounts.manage',
    summary: 'Put an account back into use',
    answer: listedAccountSchema,
    handle: (call) => call.services.staff.enable(idOf(call), call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/accounts/:id/unlock',
    access: 'accounts.manage',
    summary: 'Forget the wrong tries at an account',
    answer: listedAccountSchema,
    handle: (call) => call.services.staff.unlock(idOf(call), call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/accounts/:id/link',
    access: 'accounts.manage',
    summary: 'A new link for setting the password; the one before works no more',
    body: newLinkSchema,
    answer: issuedLinkSchema,
    handle: (call, { body }) => call.services.staff.renewLink(idOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'delete',
    path: '/api/accounts/:id/link',
    access: 'accounts.manage',
    summary: 'Withdraw the account’s link',
    answer: listedAccountSchema,
    handle: (call) => call.services.staff.withdrawLink(idOf(call), call.actor),
  }),
];

const everybody: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/accounts',
    access: 'accounts.manage',
    summary: 'The accounts, those of the asker’s agency where it is bound to one',
    answer: accountListSchema,
    handle: async (call) => ({ accounts: await call.services.staff.list(call.actor) }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/accounts',
    access: 'accounts.manage',
    summary: 'Invite somebody: an account and a link that works once',
    status: 201,
    body: accountInviteSchema,
    answer: issuedLinkSchema,
    handle: (call, { body }) => call.services.staff.invite(body, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/accounts/sessions',
    access: 'accounts.manage',
    summary: 'Live sessions of everybody',
    answer: staffSessionListSchema,
    async handle(call) {
      const sessions = await call.services.staff.sessions(call.actor);
      return { sessions: sessions.map((one) => ({ ...one, isCurrent: one.id === call.session.id })) };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/accounts/sessions/:id',
    access: 'accounts.manage',
    summary: 'End somebody’s session',
    async handle(call) {
      await call.services.staff.endSession(idOf(call), call.actor);
      return undefined;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/accounts/locks',
    access: 'accounts.manage',
    summary: 'Network addresses that have to wait after wrong tries',
    answer: lockListSchema,
    handle: async (call) => ({ locks: await call.services.staff.locks(call.actor) }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/accounts/locks/lift',
    access: 'accounts.manage',
    summary: 'Forget the wrong tries from a network address',
    body: liftLockSchema,
    async handle(call, { body }) {
      await call.services.staff.liftLock(body.address, call.actor);
      return undefined;
    },
  }),
];

const settings: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/account-settings',
    access: 'accounts.manage',
    summary: 'Who needs a second factor, and single sign-on',
    answer: accountSettingsSchema,
    handle: (call) => call.services.staff.settings(call.actor),
  }),
  defineRoute({
    method: 'put',
    path: '/api/account-settings',
    access: 'accounts.manage',
    summary: 'Change the settings of accounts; a client secret left out stays as it is',
    body: accountSettingsInputSchema,
    answer: accountSettingsSchema,
    handle: (call, { body }) => call.services.staff.saveSettings(body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/account-settings/try',
    access: 'accounts.manage',
    summary: 'Ask an identity provider for its description',
    body: tryIssuerSchema,
    answer: triedIssuerSchema,
    async handle(call, { body }) {
      // Whoever may not change the settings has no reason to make the hub ask around.
      await call.services.staff.settings(call.actor);
      return { signInPage: await call.services.singleSignOn.tryIssuer(body.issuer) };
    },
  }),
];

export const accountRoutes: readonly Route[] = [...everybody, ...oneAccount, ...settings];
