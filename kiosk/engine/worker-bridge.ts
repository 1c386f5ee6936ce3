// The page's end of a bridge to one worker: queues calls, cancels them, and starts the worker again when it dies.
import { AppError, fromPlainError } from '#shared/errors/app-error.ts';
import {
  type CallMap,
  type FromWorker,
  type ToWorker,
  workerProtocolVersion,
} from '#shared/protocol/worker-messages.ts';
import { RestartPolicy } from './restart-policy.ts';

/** The part of `Worker` a bridge needs. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface BridgeOptions<Event> {
  /** Names the worker in errors. */
  readonly name: string;
  readonly spawn: () => WorkerLike;
  readonly onEvent: (event: Event) => void;
  /**
   * Methods whose calls the worker gets one at a time: the next goes out when the one before has been answered, or
   * was cancelled and has really stopped. Cancelled calls that wait are dropped, so haste never piles up work.
   */
  readonly oneAtATime?: readonly PropertyKey[];
  /** Calls to make first on every fresh worker, so that it stands where its predecessor stood. */
  readonly onStart?: () => void;
}

/** Calls that may wait or run at once; a page that asks for more is out of control. */
const maxCalls = 256;
const pingEveryMs = 15_000;
/** A worker silent for this long after a ping is taken for hung. */
const silenceLimitMs = 30_000;

interface Call {
  readonly id: number;
  readonly method: PropertyKey;
  readonly argument: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Whether the worker of now has it. */
  isPosted: boolean;
  /** How many workers died while they had this call. */
  deaths: number;
}

export class WorkerBridge<Calls extends CallMap, Event> {
  private readonly options: BridgeOptions<Event>;
  private readonly calls = new Map<number, Call>();
  private readonly restarts = new RestartPolicy();
  /** The call of those made one at a time that the worker is at, also when nobody waits for it any more. */
  private occupant: number | null = null;
  private worker: WorkerLike | null = null;
  private isReady = false;
  private nextId = 1;
  private pingedAt: number | null = null;
  private watchedAt = performance.now();
  private restartTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly pingTimer: ReturnType<typeof setInterval>;

  constructor(options: BridgeOptions<Event>) {
    this.options = options;
    this.start();
    this.pingTimer = setInterval(() => this.watch(), pingEveryMs);
  }

  /**
   * Asks the worker. Rejects with the signal's reason when cancelled, with the worker's own typed error, or with
   * `kiosk.worker-failed`, `kiosk.worker-unresponsive` or `kiosk.too-busy`.
   */
  call<Method extends keyof Calls>(
    method: Method,
    argument: Calls[Method]['argument'],
    signal?: AbortSignal,
  ): Promise<Calls[Method]['answer']> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.restarts.isExhausted(performance.now())) return Promise.reject(this.failure());
    if (this.calls.size >= maxCalls) return Promise.reject(new AppError('kiosk.too-busy'));
    return new Promise((resolve, reject) => {
      const id = this.nextId;
      this.nextId += 1;
      const cancel = () => {
        if (!this.calls.delete(id)) return;
        if (call.isPosted) this.send({ type: 'cancel', id });
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      const release = () => signal?.removeEventListener('abort', cancel);
      const call: Call = {
        id,
        method,
        argument,
        isPosted: false,
        deaths: 0,
        resolve: (value) => {
          release();
          resolve(value as Calls[Method]['answer']);
        },
        reject: (reason) => {
          release();
          reject(reason);
        },
      };
      this.calls.set(id, call);
      if (this.isReady) this.post(call);
    });
  }

  /** Ends the worker for good; waiting calls are rejected. */
  stop(): void {
    clearInterval(this.pingTimer);
    clearTimeout(this.restartTimer);
    this.dismiss();
    this.rejectAll(this.failure());
  }

  private start(): void {
    this.isReady = false;
    this.pingedAt = null;
    try {
      const worker = this.options.spawn();
      worker.onmessage = ({ data }) => this.receive(data as FromWorker<Event>);
      worker.onerror = (event) => {
        event.preventDefault?.();
        this.restart(this.failure());
      };
      worker.onmessageerror = () => this.restart(this.failure());
      this.worker = worker;
    } catch (thrown) {
      this.restart(new AppError('kiosk.worker-failed', { worker: this.options.name }, { cause: thrown }));
    }
  }

  private receive(message: FromWorker<Event>): void {
    this.pingedAt = null;
    if (message.type === 'ready') this.welcome(message.protocol);
    else if (message.type === 'event') this.options.onEvent(message.event);
    else if (message.type === 'stopped') this.vacate(message.id);
    else if (message.type === 'answer') {
      this.vacate(message.id);
      const call = this.calls.get(message.id);
      if (!call) return;
      this.calls.delete(message.id);
      if (message.isGood) call.resolve(message.value);
      else call.reject(fromPlainError(message.error));
    }
  }

  private welcome(protocol: number): void {
    if (protocol !== workerProtocolVersion) {
      this.restart(this.failure());
      return;
    }
    const waiting = [...this.calls.values()];
    this.isReady = true;
    this.options.onStart?.();
    for (const call of waiting) this.post(call);
  }

  private isOneAtATime(call: Call): boolean {
    return this.options.oneAtATime?.includes(call.method) === true;
  }

  /** The worker is free for the next of the calls made one at a time; those that wait do so in their order. */
  private vacate(id: number): void {
    if (this.occupant !== id) return;
    this.occupant = null;
    const next = [...this.calls.values()].find((call) => !call.isPosted && this.isOneAtATime(call));
    if (next) this.post(next);
  }

  private post(call: Call): void {
    if (this.isOneAtATime(call)) {
      if (this.occupant !== null) return;
      this.occupant = call.id;
    }
    call.isPosted = true;
    try {
      this.worker?.postMessage({ type: 'call', id: call.id, method: call.method, argument: call.argument });
    } catch (thrown) {
      // An argument that cannot be cloned is the caller's mistake, not the worker's death.
      this.calls.delete(call.id);
      call.reject(new AppError('internal', {}, { cause: thrown }));
      this.vacate(call.id);
    }
  }

  private send(message: ToWorker<Calls>): void {
    if (this.isReady) this.worker?.postMessage(message);
  }

  private watch(): void {
    const now = performance.now();
    // Who slept itself heard nobody: what was asked before says nothing.
    if (now - this.watchedAt > silenceLimitMs) this.pingedAt = null;
    this.watchedAt = now;
    if (this.pingedAt !== null && now - this.pingedAt > silenceLimitMs) {
      this.restart(new AppError('kiosk.worker-unresponsive', { worker: this.options.name }));
    } else if (this.worker && this.pingedAt === null) {
      this.pingedAt = now;
      this.send({ type: 'ping' });
    }
  }

  /** Puts a fresh worker in place. A call gets a second worker, not a third: it may be what kills them. */
  private restart(reason: AppError): void {
    this.dismiss();
    const delayMs = this.restarts.next(performance.now());
    for (const call of this.calls.values()) {
      call.deaths += 1;
      if (call.deaths > 1 || this.restarts.isExhausted(performance.now())) {
        this.calls.delete(call.id);
        call.reject(reason);
      }
    }
    clearTimeout(this.restartTimer);
    this.restartTimer = setTimeout(() => this.start(), delayMs);
  }

  private dismiss(): void {
    this.isReady = false;
    this.occupant = null;
    for (const call of this.calls.values()) call.isPosted = false;
    if (!this.worker) return;
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.onmessageerror = null;
    this.worker.terminate();
    this.worker = null;
  }

  private rejectAll(reason: AppError): void {
    for (const call of this.calls.values()) call.reject(reason);
    this.calls.clear();
  }

  private failure(): AppError {
    return new AppError('kiosk.worker-failed', { worker: this.options.name });
  }
}
