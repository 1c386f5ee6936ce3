// Asks the hub for a short code for a list: record codes go up, nothing about the visitor.
import { AppError } from '#shared/errors/app-error.ts';
import type { ListedRecord } from '#shared/handoff/list-payload.ts';

/** A visitor waits for this no longer, in milliseconds; then several symbols take the code's place. */
const patienceMs = 4_000;

/** Throws `kiosk.hub-unreachable` for every way of not getting a code, or the AbortError of a cancelled request. */
export async function keepList(records: readonly ListedRecord[], cancel?: AbortSignal): Promise<string> {
  const signals = [AbortSignal.timeout(patienceMs), ...(cancel ? [cancel] : [])];
  try {
    const response = await fetch('/api/handoff-lists', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ records: records.map(({ code, version }) => ({ code, version })) }),
      signal: AbortSignal.any(signals),
    });
    const answer: unknown = response.ok ? await response.json() : null;
    return codeOf(answer);
  } catch (cause) {
    cancel?.throwIfAborted();
    throw new AppError('kiosk.hub-unreachable', {}, { cause });
  }
}

function codeOf(answer: unknown): string {
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : null;
  if (typeof code === 'string' && /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code)) return code;
  throw new TypeError('the answer holds no code');
}
