// Gets files of a release from the hub the page came from, bounded in length and in silence.
import { AppError } from '#shared/errors/app-error.ts';
import type { CancelSignal } from '#shared/protocol/cancel-signal.ts';
import type { Fetcher } from '#shared/release/tuf/update-client.ts';
import { requestHub } from './request-hub.ts';

/** Released files never come from or go into the HTTP cache: the store is their place. */
const releaseRequest: RequestInit = { cache: 'no-store', credentials: 'omit', redirect: 'error' };

export class HubFetcher implements Fetcher {
  private readonly onReached: (isReached: boolean) => void;
  private readonly step: () => Promise<void>;

  /** @param step awaited between two pieces of a file */
  constructor(onReached: (isReached: boolean) => void, step: () => Promise<void>) {
    this.onReached = onReached;
    this.step = step;
  }

  async fetch(path: string, maxBytes: number, signal?: CancelSignal): Promise<Uint8Array> {
    const { response, bytes } = await this.request(path, {}, maxBytes, signal);
    if (response.status === 403 || response.status === 404) {
      throw new AppError('release.file-missing', { file: path });
    }
    if (!response.ok) throw new AppError('kiosk.hub-refused', { status: response.status });
    return bytes;
  }

  /** Bytes `[start, end)` of a file, or null when the hub does not serve ranges of it. */
  async fetchRange(path: string, start: number, end: number): Promise<Uint8Array | null> {
    const headers = { range: `bytes=${start}-${end - 1}` };
    const { response, bytes } = await this.request(path, { headers }, end - start);
    return response.status === 206 && bytes.length === end - start ? bytes : null;
  }

  private request(path: string, init: RequestInit, maxBytes: number, signal?: CancelSignal) {
    const tooLong = () => new AppError('release.too-long', { file: path, limit: maxBytes });
    const request = { ...releaseRequest, ...init };
    return requestHub(`/release/${path}`, request, {
      maxBytes,
      tooLong,
      onReached: this.onReached,
      step: this.step,
      ...(signal ? { signal } : {}),
    });
  }
}
