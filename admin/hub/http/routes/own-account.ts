// Routes of invitations and of the asker's own second factor.
import {
  acceptedSchema,
  acceptSchema,
  invitationSchema,
  linkTokenSchema,
  ownPasswordSchema,
  recoveryCodesSchema,
  secondFactorSchema,
  totpCodeSchema,
  totpSetUpSchema,
} from '#shared/protocol/accounts-api.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

/** Passwords are hashed and codes compared at a bounded pace; sessions are told apart by their cookie alone. */
const slowDown = (call: Call) => call.limits.signIn.take(call.address);

const invitationRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/invitations/look',
    access: 'public',
    summary: 'Whose password a link may set',
    body: linkTokenSchema,
    answer: invitationSchema,
    async handle(call, { body }) {
      slowDown(call);
      return call.services.invitations.look(body.token);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/invitations/accept',
    access: 'public',
    summary: 'Use a link: sets the password and the session cookie',
    body: acceptSchema,
    answer: acceptedSchema,
    async handle(call, { body }) {
      slowDown(call);
      const userAgent = (call.request.headers.get('user-agent') ?? '').slice(0, 300);
      const opened = await call.services.invitations.accept({ ...body, address: call.address, userAgent });
      if (opened === null) return { session: null };
      call.headers.append('set-cookie', call.cookie.store(opened.token, opened.maxAgeSeconds));
      return { session: opened.session };
    },
  }),
];

const secondFactorRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/account/second-factor',
    access: 'account.own',
    summary: 'The second factor of the own account',
    answer: secondFactorSchema,
    handle: (call) => call.services.secondFactor.status(call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/account/second-factor',
    access: 'account.own',
    summary: 'Begin to set up an authenticator (RFC 6238)',
    body: ownPasswordSchema,
    answer: totpSetUpSchema,
    async handle(call, { body }) {
      slowDown(call);
      return call.services.secondFactor.begin(call.actor, body.password);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/account/second-factor/confirm',
    access: 'account.own',
    summary: 'Turn the second factor on; answers the recovery codes',
    body: totpCodeSchema,
    answer: recoveryCodesSchema,
    async handle(call, { body }) {
      slowDown(call);
      return { codes: await call.services.secondFactor.confirm(call.actor, body.code, call.session.id) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/account/second-factor/recovery',
    access: 'account.own',
    summary: 'New recovery codes in place of those left',
    body: ownPasswordSchema,
    answer: recoveryCodesSchema,
    async handle(call, { body }) {
      slowDown(call);
      return { codes: await call.services.secondFactor.renewRecoveryCodes(call.actor, body.password) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/account/second-factor/off',
    access: 'account.own',
    summary: 'Turn the second factor off',
    body: ownPasswordSchema,
    async handle(call, { body }) {
      slowDown(call);
      await call.services.secondFactor.turnOff(call.actor, body.password);
      return undefined;
    },
  }),
];

export const ownAccountRoutes: readonly Route[] = [...invitationRoutes, ...secondFactorRoutes];
