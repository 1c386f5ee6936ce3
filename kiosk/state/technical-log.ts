// What happened to the terminal lately, for whoever mends it: technical events alone, never a word of a visitor's.
import { effect, signal } from '@preact/signals';
import type { KioskEngine } from '../engine/engine.ts';

/** Everything that is put on record. */
export type LogKind =
  | 'started'
  | 'hub-reached'
  | 'hub-lost'
  | 'release-shown'
  | 'problem'
  | 'update-waiting'
  | 'damaged'
  | 'script-error'
  | 'pin-chosen'
  | 'pin-wrong'
  | 'staff-entered'
  | 'held-back'
  | 'keys-released'
  | 'renamed'
  | 'pack-taken'
  | 'pack-refused';

export interface LogEntry {
  readonly at: string;
  readonly kind: LogKind;
  /** A number or an error's code, never text from a screen. */
  readonly detail: string;
}

export const mostEntries = 200;
/** Entries are written together: one write after this many quiet milliseconds. */
const writeAfterMs = 2_000;

/** Oldest first. */
export const logEntries = signal<readonly LogEntry[]>([]);

/** Puts an event on record; `detail` is cut to a code: letters, digits, points and hyphens. */
export function note(kind: LogKind, detail: string | number = ''): void {
  const code = String(detail)
    .replace(/[^\w.-]/g, '')
    .slice(0, 60);
  const entry = { at: new Date().toISOString(), kind, detail: code };
  logEntries.value = [...logEntries.peek(), entry].slice(-mostEntries);
}

/** Recalls the log of before, follows the engine, and keeps what comes; call once. */
export function startTechnicalLog(engine: KioskEngine): void {
  void recall(engine);
  note('started');
  follow(
    () => engine.status.value.version,
    (version) => version !== null && note('release-shown', version),
  );
  follow(
    () => engine.status.value.isHubReachable,
    (isReached) => note(isReached ? 'hub-reached' : 'hub-lost'),
  );
  follow(
    () => engine.status.value.lastProblem?.error.code,
    (code) => code && note('problem', code),
  );
  follow(
    () => engine.status.value.isUpdateWaiting,
    (isWaiting) => isWaiting && note('update-waiting'),
  );
  follow(
    () => engine.status.value.damagedBlocks,
    (blocks) => blocks > 0 && note('damaged', blocks),
  );
  addEventListener('error', ({ error }) => note('script-error', error instanceof Error ? error.name : ''));
  addEventListener('unhandledrejection', ({ reason }) =>
    note('script-error', reason instanceof Error ? reason.name : ''),
  );
}

/** Runs `tell` with a value of the status when it changes, and not at first. */
function follow<Value>(read: () => Value, tell: (value: Value) => unknown): void {
  let last: { value: Value } | null = null;
  effect(() => {
    const value = read();
    if (last !== null && last.value !== value) queueMicrotask(() => tell(value));
    last = { value };
  });
}

async function recall(engine: KioskEngine): Promise<void> {
  const { log } = await engine.settings.load().catch(() => ({ log: undefined }));
  if (Array.isArray(log)) logEntries.value = [...log, ...logEntries.peek()].slice(-mostEntries);
  let timer: ReturnType<typeof setTimeout> | undefined;
  logEntries.subscribe((entries) => {
    clearTimeout(timer);
    timer = setTimeout(() => engine.settings.persist({ log: entries }).catch(() => undefined), writeAfterMs);
  });
}
