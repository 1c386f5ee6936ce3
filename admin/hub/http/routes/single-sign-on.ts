// Routes a browser walks to sign in by an identity provider: to it, and back with a code.
import * as z from 'zod';
import { AppError, toAppError } from '#shared/errors/app-error.ts';
import { signInOptionsSchema } from '#shared/protocol/accounts-api.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

const startPath = '/api/single-sign-on';
const returnPath = `${startPath}/return`;
const cookieName = 'mingchuang-single-sign-on';
const cookieSeconds = 600;

/** What a provider sends along; anything else in the address is its own affair. */
const returnSchema = z.object({
  state: z.string().max(200).optional(),
  code: z.string().max(4000).optional(),
  error: z.string().max(200).optional(),
  iss: z.string().max(500).optional(),
});

export const singleSignOnRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/session/options',
    access: 'public',
    summary: 'How people can sign in',
    answer: signInOptionsSchema,
    async handle(call) {
      const label = await call.services.singleSignOn.label();
      return { singleSignOn: label === null ? null : { label } };
    },
  }),
  defineRoute({
    method: 'get',
    path: startPath,
    access: 'public',
    summary: 'Leads the browser to the identity provider',
    produces: 'binary',
    handle: (call) =>
      toDeskOnFailure(call, async () => {
        call.limits.signIn.take(call.address);
        const redirectUri = `${originOf(call)}${returnPath}`;
        const { url, browser } = await call.services.singleSignOn.start({ redirectUri });
        call.headers.append('set-cookie', cookie(call, browser, cookieSeconds));
        return redirect(url);
      }),
  }),
  defineRoute({
    method: 'get',
    path: returnPath,
    access: 'public',
    summary: 'Where the identity provider sends the browser back to; sets the session cookie',
    query: returnSchema,
    produces: 'binary',
    handle: (call, { query }) =>
      toDeskOnFailure(call, async () => {
        call.limits.signIn.take(call.address);
        call.headers.append('set-cookie', cookie(call, '', 0));
        const { state, code, iss = null, error } = query;
        const browser = readCookie(call);
        if (error !== undefined || state === undefined || code === undefined || browser === null) {
          throw new AppError('accounts.sso-refused');
        }
        const userAgent = (call.request.headers.get('user-agent') ?? '').slice(0, 300);
        const from = { address: call.address, userAgent };
        const opened = await call.services.singleSignOn.finish({
          ...from,
          state,
          code,
          browser,
          issuer: iss,
        });
        call.headers.append('set-cookie', call.cookie.store(opened.token, opened.maxAgeSeconds));
        return redirect('/admin/');
      }),
  }),
];

/** A browser that was led here gets the desk's door, which says in words what the code means. */
async function toDeskOnFailure(call: Call, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    const { code, cause } = toAppError(thrown);
    call.services.log(`single sign-on: ${code}`, cause ?? thrown);
    return redirect(`/admin/?problem=${encodeURIComponent(code)}`);
  }
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}

/**
 * The public address where the browser came by its name, else the address it used, whose name the host guard knows:
 * the browser must come back to where its cookie is.
 */
function originOf({ request, services }: Call): string {
  const asked = new URL(request.url);
  const host = request.headers.get('host') ?? asked.host;
  const known = URL.parse(services.settings.publicUrl);
  return known?.host === host ? known.origin : `${asked.protocol}//${host}`;
}

/** `Lax`, unlike the session's: it must come along when the provider leads the browser back. */
function cookie({ services }: Call, value: string, maxAgeSeconds: number): string {
  const secure = services.settings.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${value}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax; Path=${startPath}${secure}`;
}

function readCookie({ request }: Call): string | null {
  const pairs = (request.headers.get('cookie') ?? '').slice(0, 8192).split(';');
  const found = pairs.map((pair) => pair.trim().split('=', 2)).find(([name]) => name === cookieName)?.[1];
  return found !== undefined && /^[\w-]{20,100}$/.test(found) ? found : null;
}
