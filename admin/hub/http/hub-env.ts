// What a request carries through the hub's middleware.
import type { Language } from '#shared/errors/app-error.ts';
import type { ActiveSession } from './hub-services.ts';

/** The Hono environment of the hub. `incoming` is absent when the app is called without a socket. */
export interface HubEnv {
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } } };
  Variables: { language: Language; address: string; session: ActiveSession | null };
}
