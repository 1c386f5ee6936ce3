// One HTTP request to the hub: ends when the hub falls silent, sends too much, or the caller gives up.
import { AppError } from '#shared/errors/app-error.ts';
import type { CancelSignal } from '#shared/protocol/cancel-signal.ts';

/** A hub that sends nothing for this long is taken for unreachable. */
const silenceLimitMs = 20_000;

export interface RequestBounds {
  readonly maxBytes: number;
  /** The error for an answer longer than that. */
  readonly tooLong: () => AppError;
  readonly onReached: (isReached: boolean) => void;
  readonly signal?: CancelSignal;
  /** Awaited between two pieces of the answer; what is still to come waits meanwhile. */
  readonly step?: () => Promise<void>;
}

/** Throws `kiosk.hub-unreachable`, the error of `tooLong`, or the AbortError of a cancelled request. */
export async function requestHub(
  path: string,
  init: RequestInit,
  bounds: RequestBounds,
): Promise<{ readonly response: Response; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const controller = new AbortController();
  const cancel = () => controller.abort();
  if (bounds.signal?.aborted) controller.abort();
  bounds.signal?.addEventListener('abort', cancel, { once: true });
  const silence = new SilenceTimer(cancel);
  try {
    const response = await fetch(path, { ...init, signal: controller.signal });
    const bytes = await readBounded(response, bounds, silence);
    bounds.onReached(true);
    return { response, bytes };
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    if (bounds.signal?.aborted) throw new DOMException('The request was given up.', 'AbortError');
    bounds.onReached(false);
    throw new AppError('kiosk.hub-unreachable', {}, { cause: thrown });
  } finally {
    silence.stop();
    bounds.signal?.removeEventListener('abort', cancel);
    controller.abort(); // stops what is still arriving; without effect on a finished answer
  }
}

/** Collects a body, at most `maxBytes` of it; refusals are read too, but nobody needs more than their status. */
async function readBounded(
  response: Response,
  bounds: RequestBounds,
  silence: SilenceTimer,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.ok || !response.body) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    silence.heard();
    length += chunk.length;
    if (length > bounds.maxBytes) {
      bounds.onReached(true);
      throw bounds.tooLong();
    }
    chunks.push(chunk);
    await bounds.step?.();
  }
  return join(chunks, length);
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

class SilenceTimer {
  private readonly onSilence: () => void;
  private timer: ReturnType<typeof setTimeout>;

  constructor(onSilence: () => void) {
    this.onSilence = onSilence;
    this.timer = setTimeout(onSilence, silenceLimitMs);
  }

  heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.onSilence, silenceLimitMs);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
