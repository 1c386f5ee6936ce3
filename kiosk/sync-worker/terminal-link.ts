// Makes this terminal known to the hub once and tells it how things stand; nothing depends on it succeeding.
import type * as z from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import type { enrolledSchema, enrolSchema, terminalReportSchema } from '#shared/protocol/terminal-api.ts';
import type { SyncSettings } from '#shared/protocol/worker-messages.ts';
import { loadSettings, persistSettings } from '../store/settings-store.ts';
import { requestHub } from './request-hub.ts';
import type { SyncContext } from './sync-context.ts';

type Enrolment = z.infer<typeof enrolSchema>;
type Enrolled = z.infer<typeof enrolledSchema>;
export type TerminalReport = z.infer<typeof terminalReportSchema>;

const maxAnswerBytes = 16 * 1024;
const lockName = 'mingchuang-enrolment';

interface Identity {
  readonly terminalId: string;
  readonly token: string;
}

/** Enrols where needed, then reports. Resolves whether the hub took it; never throws. */
export async function reportToHub(
  context: SyncContext,
  settings: SyncSettings,
  report: TerminalReport,
): Promise<boolean> {
  try {
    // Reports may overlap, in this tab or another: who comes second finds what the first was given.
    const identity = await navigator.locks.request(
      lockName,
      async () => (await loadIdentity(context)) ?? (await enrol(context, settings)),
    );
    const status = await sendReport(identity, report);
    if (status === 401 || status === 403 || status === 404) await forgetIdentity(context);
    return status >= 200 && status < 300;
  } catch {
    return false;
  }
}

async function loadIdentity(context: SyncContext): Promise<Identity | null> {
  const { terminalId, terminalToken } = await loadSettings(context.store);
  if (typeof terminalId !== 'string' || typeof terminalToken !== 'string') return null;
  return { terminalId, token: terminalToken };
}

async function enrol(context: SyncContext, settings: SyncSettings): Promise<Identity> {
  const { terminalName } = await loadSettings(context.store);
  const name = terminalName ?? settings.terminalName;
  const body: Enrolment = {
    userAgent: settings.userAgent.slice(0, 500),
    screen: settings.screen.slice(0, 50),
    ...(name ? { name: name.slice(0, 100) } : {}),
  };
  const { status, bytes } = await post('/api/terminals', body, {});
  if (status < 200 || status >= 300) throw new AppError('kiosk.hub-refused', { status });
  const { terminalId, token } = parseEnrolled(bytes);
  await persistSettings(context.store, { terminalId, terminalToken: token });
  context.report({ terminalId });
  return { terminalId, token };
}

/** Throws when the answer has no id and token of believable length. */
function parseEnrolled(bytes: Uint8Array): Pick<Enrolled, 'terminalId' | 'token'> {
  const answer: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const { terminalId, token } = (answer ?? {}) as Record<string, unknown>;
  if (typeof terminalId === 'string' && typeof token === 'string') {
    if (/^[\w-]{1,100}$/.test(terminalId) && /^[\x21-\x7e]{1,500}$/.test(token)) return { terminalId, token };
  }
  throw new AppError('kiosk.hub-refused', { status: 200 });
}

async function sendReport(identity: Identity, report: TerminalReport): Promise<number> {
  const path = `/api/terminals/${identity.terminalId}/report`;
  return (await post(path, report, { authorization: `Bearer ${identity.token}` })).status;
}

async function forgetIdentity(context: SyncContext): Promise<void> {
  await persistSettings(context.store, { terminalId: null, terminalToken: null });
  context.report({ terminalId: null });
}

async function post(path: string, body: unknown, headers: Record<string, string>) {
  const { response, bytes } = await requestHub(
    path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    },
    {
      maxBytes: maxAnswerBytes,
      tooLong: () => new AppError('kiosk.hub-refused', { status: 200 }),
      onReached: () => undefined,
    },
  );
  return { status: response.status, bytes };
}
