// Reads request bodies with a bound that holds whatever Content-Length claims.
import { refuse } from './problem.ts';

/** A size for people: whole MB from one MB up, else KB. */
export function describeBytes(bytes: number): string {
  return bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}

/** The whole body, at most `maxBytes`; throws `http.too-large` (413) as soon as there is more. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? '0');
  if (announced > maxBytes) refuse('http.too-large', { limit: describeBytes(maxBytes) });
  if (request.body === null) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.byteLength;
    if (length > maxBytes) refuse('http.too-large', { limit: describeBytes(maxBytes) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** A JSON body; throws `http.wrong-media-type` (415) for another type and `bad-request` for broken JSON. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') refuse('http.wrong-media-type', { expected: 'application/json' });
  const bytes = await readBody(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    refuse('bad-request', { reason: 'JSON' });
  }
}
