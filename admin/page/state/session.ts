// Who is signed in at this desk.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Act, isPermitted } from '#shared/accounts/acts.ts';
import { type Session, sessionSchema } from '#shared/protocol/hub-api.ts';
import { nothing, onSignedOut, RequestError, rememberCsrfToken, request } from '../api/client.ts';

/** `null`: signed out; `undefined`: not asked yet. */
export const session = signal<Session | null | undefined>(undefined);
/** True when a session ended by itself, so that the door can say why it is shown. */
export const hasSessionEnded = signal(false);

function keep(next: Session | null): void {
  rememberCsrfToken(next?.csrfToken ?? '');
  session.value = next;
}

onSignedOut(() => {
  hasSessionEnded.value = Boolean(session.value);
  keep(null);
});

/** Asks the hub whether the cookie of this browser still stands for a session. */
export async function resumeSession(): Promise<void> {
  try {
    keep(await request('GET', '/session', sessionSchema));
  } catch (error) {
    if (error instanceof RequestError && error.problem.status === 401) return keep(null);
    throw error;
  }
}

/** Takes over a session the hub has opened. */
export function openSession(opened: Session): void {
  hasSessionEnded.value = false;
  keep(opened);
}

/**
 * Signs in; throws RequestError when name, password or code are wrong or the account is locked for a while, and with
 * the code `accounts.code-needed` when a second factor is still to be shown.
 */
export async function signIn(name: string, password: string, code?: string): Promise<void> {
  const body = { name, password, ...(code === undefined ? {} : { code }) };
  openSession(await request('POST', '/session', sessionSchema, { body }));
}

/** Ends this session, here and at the hub. */
export async function signOut(): Promise<void> {
  await request('DELETE', '/session', nothing).catch(() => undefined);
  hasSessionEnded.value = false;
  keep(null);
}

/** Whoever comes back to this tab learns at once when the session was ended elsewhere. */
export function useSessionWatch(): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      // Any other failure changes nothing: the next act will say what is wrong.
      request('GET', '/sessions', nothing).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
}

/** Whether the account at this desk may do this; the hub asks again. */
export const may = (act: Act): boolean => isPermitted(session.value?.account.roles ?? [], act);

/** Whether the account at this desk may change the venue and the agencies. */
export const isAdministrator = (): boolean => may('venue.write');
