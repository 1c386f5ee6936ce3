// Talks to the hub for the outbox: every call ends in time, and every failure is either to be tried again or a refusal.
import type { CaseReceipt, UploadState } from '#shared/protocol/cases-api.ts';
import { type OutboxHub, Refused, Unreachable } from './outbox.ts';

/** A piece over a very slow line takes less than this. */
const longestCallMs = 90_000;
const paths = { case: '/api/cases', completion: '/api/cases/completion' } as const;

/** @param language the page's, in which refusals are told */
export function hubOf(language: string): OutboxHub {
  const call = async (method: string, path: string, body: BodyInit | null, type: string) => {
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(), longestCallMs);
    try {
      const address = `${path}${path.includes('?') ? '&' : '?'}lang=${language === 'en' ? 'en' : 'zh'}`;
      const init = { method, body, signal: control.signal, credentials: 'omit', cache: 'no-store' } as const;
      const response = await fetch(
        address,
        body === null ? init : { ...init, headers: { 'content-type': type } },
      );
      if (response.ok) return (await response.json()) as unknown;
      throw await failureOf(response);
    } catch (thrown) {
      throw thrown instanceof Refused ? thrown : asUnreachable(thrown);
    } finally {
      clearTimeout(timer);
    }
  };
  const json = (path: string, body: unknown) => call('POST', path, JSON.stringify(body), 'application/json');
  return {
    openUpload: async (file) => (await json('/api/cases/uploads', file)) as UploadState,
    uploadState: async (id) => (await call('GET', `/api/cases/uploads/${id}`, null, '')) as UploadState,
    addPiece: async (id, offset, piece) =>
      (await call(
        'PUT',
        `/api/cases/uploads/${id}?offset=${offset}`,
        new Uint8Array(piece),
        'application/octet-stream',
      )) as UploadState,
    async send(target, body) {
      const answer = await json(paths[target], body);
      return target === 'case' ? (answer as CaseReceipt) : null;
    },
  };
}

const asUnreachable = (thrown: unknown) => (thrown instanceof Unreachable ? thrown : new Unreachable());

/** Busy, down or timed out is no answer; everything else the hub says is one. */
async function failureOf(response: Response): Promise<Error> {
  const wait = Number(response.headers.get('retry-after'));
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
  if (response.status === 429 || response.status === 408) return new Unreachable(retryAfter);
  const problem = (await response.json().catch(() => null)) as Problem | null;
  const isFull = problem?.code === 'cases.uploads-full';
  if (problem?.code === undefined || (response.status >= 500 && !isFull)) return new Unreachable(retryAfter);
  return new Refused(problem.code, problem.title ?? '', String(problem.details?.reason ?? ''));
}

interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly details?: { readonly reason?: unknown };
}
