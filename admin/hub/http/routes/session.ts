// Routes of signing in and out, of one's sessions and password.
import {
  passwordChangeSchema,
  sessionListSchema,
  sessionSchema,
  signInSchema,
} from '#shared/protocol/hub-api.ts';
import { refuse } from '../problem.ts';
import { defineRoute, type Route } from '../route.ts';

export const sessionRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/session',
    access: 'public',
    summary: 'Sign in; sets the session cookie',
    body: signInSchema,
    answer: sessionSchema,
    async handle(call, { body }) {
      call.limits.signIn.take(call.address);
      const userAgent = (call.request.headers.get('user-agent') ?? '').slice(0, 300);
      const signedIn = await call.services.accounts.signIn({ ...body, address: call.address, userAgent });
      call.headers.append('set-cookie', call.cookie.store(signedIn.token, signedIn.maxAgeSeconds));
      return signedIn.session;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/session',
    access: 'account.own',
    summary: 'Who is signed in',
    answer: sessionSchema,
    handle: async (call) => call.session,
  }),
  defineRoute({
    method: 'delete',
    path: '/api/session',
    access: 'account.own',
    summary: 'Sign out',
    async handle(call) {
      await call.services.accounts.revoke(call.actor, call.session.id);
      call.headers.append('set-cookie', call.cookie.clear());
      return undefined;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/sessions',
    access: 'account.own',
    summary: 'Sessions of the signed-in account',
    answer: sessionListSchema,
    async handle(call) {
      const sessions = await call.services.accounts.sessionsOf(call.session.account.id);
      return {
        sessions: sessions.map((session) => ({ ...session, isCurrent: session.id === call.session.id })),
      };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/sessions/:id',
    access: 'account.own',
    summary: 'End one of the account’s sessions',
    async handle(call) {
      const id = call.params.id ?? '';
      if (!(await call.services.accounts.revoke(call.actor, id)))
        refuse('not-found', { what: id.slice(0, 60) });
      if (id === call.session.id) call.headers.append('set-cookie', call.cookie.clear());
      return undefined;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/account/password',
    access: 'account.own',
    summary: 'Change the password; every other session of the account ends',
    body: passwordChangeSchema,
    async handle(call, { body }) {
      call.limits.signIn.take(call.address);
      await call.services.accounts.changePassword(call.actor, { ...body, keepSessionId: call.session.id });
      return undefined;
    },
  }),
];
