// Puts the phone pages on the hub.
import type { Hono } from 'hono';
import type { HubEnv } from '../http/hub-env.ts';
import type { HubRuntime } from '../http/route.ts';

/** Returns a function that lets go of the release the pages read from. */
export function mountPhone(_app: Hono<HubEnv>, _runtime: HubRuntime): () => Promise<void> {
  return async () => undefined;
}
