// The page's end of the worker that reads one attachment: it lives as long as the attachment is open.
import { useEffect, useMemo } from 'preact/hooks';
import { AppError, fromPlainError } from '#shared/errors/app-error.ts';
import type { FileWorkerCalls } from '#shared/protocol/file-messages.ts';
import type { FromWorker, ToWorker } from '#shared/protocol/worker-messages.ts';

/** A file that takes longer is no file for a visitor who stands and waits. */
const patienceMs = 30_000;

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: AppError) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

export class FileWorker {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 1;

  /** The answer of the worker. Throws what it throws, and `kiosk.file-too-large` when it dies or takes too long. */
  call<Method extends keyof FileWorkerCalls>(
    method: Method,
    argument: FileWorkerCalls[Method]['argument'],
  ): Promise<FileWorkerCalls[Method]['answer']> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end(), patienceMs);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ type: 'call', id, method, argument } as ToWorker<FileWorkerCalls>);
    });
  }

  /** Stops whatever it is at; what still waits is refused. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(new AppError('kiosk.file-too-large'));
    }
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = new Worker(new URL('../file-worker/main.ts', import.meta.url), {
      type: 'module',
      name: 'file',
    });
    worker.onmessage = ({ data }) => this.#settle(data as FromWorker<never>);
    worker.onerror = () => this.end();
    return worker;
  }

  #settle(message: FromWorker<never>): void {
    if (message.type !== 'answer') return;
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    this.#waiting.delete(message.id);
    clearTimeout(waiting.timer);
    if (message.isGood) waiting.resolve(message.value as never);
    else waiting.reject(fromPlainError(message.error));
  }
}

/** A worker of this component's own, ended with it. */
export function useFileWorker(): FileWorker {
  const worker = useMemo(() => new FileWorker(), []);
  useEffect(() => () => worker.end(), []);
  return worker;
}
