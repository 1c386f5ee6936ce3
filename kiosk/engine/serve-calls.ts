// The worker's end of a bridge: answers calls one by one as they finish, and stops those that are cancelled.
import { toPlainError } from '#shared/errors/app-error.ts';
import {
  type CallMap,
  type FromWorker,
  type ToWorker,
  workerProtocolVersion,
} from '#shared/protocol/worker-messages.ts';

/** A dedicated worker's global scope, or one end of a channel in tests. */
export interface CallPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export type CallHandlers<Calls extends CallMap> = {
  readonly [Method in keyof Calls]: (
    argument: Calls[Method]['argument'],
    signal: AbortSignal,
  ) => Promise<Calls[Method]['answer']>;
};

/** Starts answering. The function given back sends an event to the page. */
export function serveCalls<Calls extends CallMap, Event>(
  port: CallPort,
  handlers: CallHandlers<Calls>,
): (event: Event) => void {
  const running = new Map<number, AbortController>();
  const send = (message: FromWorker<Event>) => port.postMessage(message);

  async function answer(id: number, method: keyof Calls, argument: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const handle = handlers[method] as (argument: unknown, signal: AbortSignal) => Promise<unknown>;
      const value = await handle(argument, controller.signal);
      if (!controller.signal.aborted) send({ type: 'answer', id, isGood: true, value });
    } catch (thrown) {
      if (!controller.signal.aborted) {
        send({ type: 'answer', id, isGood: false, error: toPlainError(thrown) });
      }
    } finally {
      running.delete(id);
      if (controller.signal.aborted) send({ type: 'stopped', id });
    }
  }

  port.addEventListener('message', ({ data }) => {
    const message = data as ToWorker<Calls>;
    if (message.type === 'ping') send({ type: 'pong' });
    else if (message.type === 'cancel') running.get(message.id)?.abort();
    else if (message.type === 'call') void answer(message.id, message.method, message.argument);
  });
  send({ type: 'ready', protocol: workerProtocolVersion });
  return (event) => send({ type: 'event', event });
}
