// Fetches one address of a portal: checked at every redirect, bounded in bytes, time and unpacking.
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AppError } from '#shared/errors/app-error.ts';
import { bareHost, parseFeedAddress, type Resolve, resolveFeedHost } from './feed-address.ts';
import type { FetchLimits } from './fetch-limits.ts';

/** Says who asks, so that a portal's keeper can tell; no visitor or machine is named. */
export const userAgent = 'Mingchuang/1 (government information terminal; feed reader)';

export interface PortalQuestion {
  readonly url: string;
  /** See `parseAllowedHosts`. */
  readonly allowedHosts: readonly string[];
  readonly limits: FetchLimits;
  readonly accept: string;
  /** What the portal gave with its last answer. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly resolve?: Resolve;
  /** Ends the fetch early. */
  readonly signal?: AbortSignal;
}

/** A good answer, an "as before", or a refusal with the time to wait. */
export type PortalAnswer =
  | {
      readonly state: 'answered';
      readonly url: URL;
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly retryAfter: string | null;
    }
  | { readonly state: 'unchanged'; readonly retryAfter: string | null }
  | {
      readonly state: 'refused';
      readonly host: string;
      readonly status: number;
      readonly retryAfter: string | null;
    };

const askSystem: Resolve = async (host) => {
  const found = await lookup(host, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];

/** Throws AppErrors of the `feeds.` family only. */
export async function fetchPortal(question: PortalQuestion): Promise<PortalAnswer> {
  const timeout = AbortSignal.timeout(question.limits.timeMs);
  const signal = AbortSignal.any([timeout, ...(question.signal ? [question.signal] : [])]);
  let url = parseFeedAddress(question.url);
  try {
    const seen = new Set<string>();
    for (let redirects = 0; ; redirects++) {
      if (redirects > question.limits.redirects || seen.has(url.href)) {
        throw new AppError('feeds.redirects', { host: url.host, limit: question.limits.redirects });
      }
      seen.add(url.href);
      const response = await connect(url, question, signal);
      const target = redirectStatuses.includes(response.statusCode ?? 0)
        ? response.headers.location
        : undefined;
      if (target === undefined) return await readAnswer(url, response, question.limits);
      response.destroy();
      url = parseFeedAddress(target, url);
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const seconds = Math.ceil(question.limits.timeMs / 1000);
    if (timeout.aborted) throw new AppError('feeds.too-slow', { host: url.host, seconds }, { cause: thrown });
    throw new AppError('feeds.unreachable', { host: url.host }, { cause: thrown });
  }
}

/** Asks at the address that was checked: the system's own look-up is never asked again. */
async function connect(url: URL, question: PortalQuestion, signal: AbortSignal): Promise<IncomingMessage> {
  const target = await within(
    resolveFeedHost(url, question.allowedHosts, question.resolve ?? askSystem),
    signal,
  );
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      agent: false,
      signal,
      headers: questionHeaders(question),
      maxHeaderSize: 16 * 1024,
      lookup: (_host, options, answer) => {
        if (options.all === true) answer(null, [{ ...target }]);
        else answer(null, target.address, target.family);
      },
    });
    asked.once('response', resolve);
    asked.once('error', reject);
    asked.end();
  });
}

function questionHeaders({ accept, etag, lastModified }: PortalQuestion): Record<string, string> {
  return {
    accept,
    'accept-encoding': 'gzip, br',
    'user-agent': userAgent,
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

/** A name service that never answers must not outlast the time of the fetch. */
function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

async function readAnswer(url: URL, response: IncomingMessage, limits: FetchLimits): Promise<PortalAnswer> {
  const status = response.statusCode ?? 0;
  const retryAfter = response.headers['retry-after'] ?? null;
  if (status !== 200) {
    response.destroy();
    return status === 304
      ? { state: 'unchanged', retryAfter }
      : { state: 'refused', host: url.host, status, retryAfter };
  }
  return {
    state: 'answered',
    url,
    bytes: await readBytes(url, response, limits),
    contentType: (response.headers['content-type'] ?? '').slice(0, 200),
    etag: validator(response.headers.etag),
    lastModified: validator(response.headers['last-modified']),
    retryAfter,
  };
}

/** Validators go back as they came, so what is no header's worth of text is not kept. */
function validator(text: string | undefined): string | null {
  return text !== undefined && /^[\x20-\x7e]{1,300}$/.test(text) ? text : null;
}

/** Counts what comes out of unpacking: a small answer that unpacks without end is cut off like a large one. */
async function readBytes(url: URL, response: IncomingMessage, limits: FetchLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const unpacked = unpack(url, response);
  try {
    for await (const chunk of unpacked) {
      length += (chunk as Uint8Array).byteLength;
      if (length > limits.bytes) {
        throw new AppError('feeds.too-large', {
          host: url.host,
          limit: `${Math.floor(limits.bytes / 1024)} KB`,
        });
      }
      chunks.push(chunk as Uint8Array);
    }
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    if (/^Z_|^ERR_BROTLI|^ERR__ERROR/.test(code)) {
      throw new AppError('feeds.broken-encoding', { host: url.host }, { cause: thrown });
    }
    throw thrown;
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks, length);
}

function unpack(url: URL, response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return response;
  const unpacker =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : null;
  if (unpacker === null) throw new AppError('feeds.broken-encoding', { host: bareHost(url) });
  // Errors of either side reach whoever reads the unpacked bytes.
  return pipeline(response, unpacker, () => {});
}
