// The network address a request came from, for rate limits and the audit trail.
import type { Context } from 'hono';
import type { HubEnv } from './hub-env.ts';

/**
 * The socket's address; behind a trusted proxy the last entry of X-Forwarded-For, which that proxy wrote.
 * IPv4 addresses in IPv6 form are shortened, and IPv6 addresses cut to their /64, which one household shares.
 */
export function clientAddress(c: Context<HubEnv>, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const address = forwarded ?? c.env?.incoming?.socket.remoteAddress ?? 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 60);
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
