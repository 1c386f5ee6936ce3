// Refuses requests meant for another site: DNS rebinding by host name, cross-site calls by fetch metadata.
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { MiddlewareHandler } from 'hono';
import type { HubEnv } from './hub-env.ts';
import { refuse } from './problem.ts';

/** Endings nobody outside can register (RFC 6761, RFC 6762, RFC 8375), besides names without a dot. */
const localEndings = ['.localhost', '.local', '.lan', '.internal', '.home.arpa'] as const;

/** The name in a Host header, lower case, without port and brackets; null when it is malformed. */
export function hostNameOf(header: string): string | null {
  const match = /^(?:\[([0-9a-fA-F:.]{2,45})\]|([A-Za-z0-9._-]{1,253}))(?::\d{1,5})?$/.exec(header);
  return (match?.[1] ?? match?.[2] ?? null)?.toLowerCase() ?? null;
}

/**
 * Whether a Host header may be answered. An attacker's page can point a name of its own at the hub's address,
 * so names are accepted only when they are the hub's; IP addresses and local names can't be rebound.
 */
export function isHostAllowed(header: string, publicUrl: string, allowed: readonly string[] = []): boolean {
  const name = hostNameOf(header);
  if (name === null) return false;
  if (isIP(name) !== 0 || !name.includes('.')) return true;
  if (localEndings.some((ending) => name.endsWith(ending))) return true;
  const known = [URL.parse(publicUrl)?.hostname ?? '', hostname(), ...allowed];
  return known.some((host) => host.toLowerCase() === name);
}

/** For `/api/` and `/admin/`: what is public anyway needs no such guard. */
export function hostGuard(publicUrl: string, allowed: readonly string[] = []): MiddlewareHandler<HubEnv> {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (!isHostAllowed(host, publicUrl, allowed)) refuse('http.unknown-host', { host: host.slice(0, 100) });
    await next();
  };
}

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses changing requests that a browser says were started by another origin (Fetch Metadata, RFC 6454). */
export function crossSiteGuard(): MiddlewareHandler<HubEnv> {
  return async (c, next) => {
    if (!safeMethods.includes(c.req.method)) {
      const site = c.req.header('sec-fetch-site');
      if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('http.cross-site');
      const origin = c.req.header('origin');
      const host = c.req.header('host') ?? new URL(c.req.url).host;
      // A page that sends no referrer names no origin with its own forms either (Fetch, serializing a request origin).
      const isOwnForm = origin === 'null' && site === 'same-origin';
      if (origin !== undefined && !isOwnForm && !isSameHost(origin, host)) refuse('http.cross-site');
    }
    await next();
  };
}

function isSameHost(origin: string, host: string): boolean {
  const parsed = URL.parse(origin);
  return parsed !== null && parsed.host.toLowerCase() === host.toLowerCase();
}
