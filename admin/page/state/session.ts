// Who is signed in at this desk.
import { signal } from '@preact/signals';
import { type Session, sessionSchema } from '#shared/protocol/hub-api.ts';
import { nothing, onSignedOut, RequestError, rememberCsrfToken, request } from '../api/client.ts';

/** `null`: signed out; `undefined`: not asked yet. */
export const session = signal<Session | null | undefined>(undefined);

function keep(next: Session | null): void {
  rememberCsrfToken(next?.csrfToken ?? '');
  session.value = next;
}

onSignedOut(() => keep(null));

/** Asks the hub whether the cookie of this browser still stands for a session. */
export async function resumeSession(): Promise<void> {
  try {
    keep(await request('GET', '/session', sessionSchema));
  } catch (error) {
    if (error instanceof RequestError && error.problem.code !== 'hub-unreachable') return keep(null);
    throw error;
  }
}

/** Signs in; throws RequestError when name or password are wrong or the account is locked for a while. */
export async function signIn(name: string, password: string): Promise<void> {
  keep(await request('POST', '/session', sessionSchema, { body: { name, password } }));
}

/** Ends this session, here and at the hub. */
export async function signOut(): Promise<void> {
  await request('DELETE', '/session', nothing).catch(() => undefined);
  keep(null);
}
