// A worker in the same thread whose messages are structured clones, so that uncloneable data fails in tests too.
import { type CallHandlers, type CallPort, serveCalls } from '#kiosk/engine/serve-calls.ts';
import type { WorkerLike } from '#kiosk/engine/worker-bridge.ts';
import type { CallMap } from '#shared/protocol/worker-messages.ts';

export class FakeWorker<Calls extends CallMap> implements WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  isTerminated = false;
  /** While true the worker neither hears nor speaks, as one in an endless loop. */
  isHung = false;
  readonly received: unknown[] = [];
  sendEvent: (event: unknown) => void = () => undefined;
  private listener: ((event: { data: unknown }) => void) | undefined;

  constructor(handlers: CallHandlers<Calls>) {
    const port: CallPort = {
      postMessage: (message) => this.deliver(structuredClone(message)),
      addEventListener: (_type, listener) => {
        this.listener = listener;
      },
    };
    queueMicrotask(() => {
      this.sendEvent = serveCalls<Calls, unknown>(port, handlers);
    });
  }

  postMessage(message: unknown): void {
    const data = structuredClone(message);
    this.received.push(data);
    queueMicrotask(() => {
      if (!this.isTerminated && !this.isHung) this.listener?.({ data });
    });
  }

  terminate(): void {
    this.isTerminated = true;
  }

  crash(): void {
    this.onerror?.({ preventDefault: () => undefined } as ErrorEvent);
  }

  private deliver(data: unknown): void {
    if (!this.isTerminated && !this.isHung) this.onmessage?.({ data } as MessageEvent);
  }
}
