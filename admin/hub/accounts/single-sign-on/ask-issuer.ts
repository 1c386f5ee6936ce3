// Requests to an identity provider, bounded in size and time; whatever goes wrong is one error for the person waiting.
import { AppError } from '#shared/errors/app-error.ts';
import { isIssuerAddress } from '#shared/protocol/accounts-api.ts';

/** Descriptions, keys and tokens are a few KB. */
const largestAnswerBytes = 256 * 1024;
const patienceMs = 8_000;

interface Question {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams;
}

/**
 * The JSON object at an address of the issuer. Redirects are not followed: an issuer names its addresses itself.
 * Throws `accounts.sso-unreachable` with the reason as its cause.
 */
export async function askIssuer(url: string, question: Question = {}): Promise<Record<string, unknown>> {
  try {
    if (!isIssuerAddress(url.split('?', 1)[0] ?? '')) throw new Error(`not a safe address: ${url}`);
    const response = await fetch(url, {
      ...question,
      headers: { accept: 'application/json', ...question.headers },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await readBounded(response);
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 300)}`);
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Error(`${url} answered no object`);
    }
    return value as Record<string, unknown>;
  } catch (cause) {
    throw new AppError('accounts.sso-unreachable', {}, { cause });
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > largestAnswerBytes) throw new Error(`${response.url} answered too much`);
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks, length));
}
