// The route monitors ask: are store, keys and current release sound?
import { healthSchema } from '#shared/protocol/hub-api.ts';
import type { HubServices } from '../hub-services.ts';
import { defineRoute, type Route } from '../route.ts';

/** An answer is reused this long, so that nobody can make the hub check itself all the time. */
const heldForMs = 5000;

type Health = ReturnType<typeof checkHealth>;

export function healthRoutes(services: HubServices): readonly Route[] {
  let held: { atMs: number; health: Health } | null = null;
  return [
    defineRoute({
      method: 'get',
      path: '/api/health',
      access: 'public',
      summary: '200 when store, keys and current release are sound, else 503 with what is wrong',
      answer: healthSchema,
      async handle(call) {
        const now = services.now();
        if (held === null || now - held.atMs > heldForMs || now < held.atMs) {
          held = { atMs: now, health: checkHealth(services) };
        }
        const health = await held.health;
        if (health.status === 'ok') return health;
        const headers = new Headers(call.headers);
        headers.set('content-type', 'application/json; charset=utf-8');
        headers.set('cache-control', 'no-store');
        return new Response(JSON.stringify(health), { status: 503, headers });
      },
    }),
  ];
}

async function checkHealth(services: HubServices) {
  const version = await services.release.currentVersion().catch(() => null);
  const found = {
    store: await problemsOf(services, 'store'),
    keys: await problemsOf(services, 'keys'),
    release: await problemsOf(services, 'release'),
  };
  const word = (problems: readonly string[]) =>
    problems.length === 0 ? ('ok' as const) : ('failing' as const);
  const problems = [...found.store, ...found.keys, ...found.release];
  const checks = { store: word(found.store), keys: word(found.keys), release: word(found.release) };
  return { status: word(problems), version, checks, problems };
}

/** A check that breaks is itself something wrong; its inner text goes to the log only. */
async function problemsOf(
  services: HubServices,
  check: 'store' | 'keys' | 'release',
): Promise<readonly string[]> {
  try {
    return await services.health[check]();
  } catch (cause) {
    services.log(`the health check of ${check} broke`, cause);
    return [`${check}: check failed`];
  }
}
