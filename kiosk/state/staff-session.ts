// Whether staff stand at the terminal: from the right number until they leave their screen or the visit ends.
import { signal } from '@preact/signals';
import type { KioskEngine } from '../engine/engine.ts';
import { releaseKeys } from '../lockdown/guard-keys.ts';
import { hashPin, isPin, pinWaitMs, type StoredPin } from './staff-pin.ts';
import { note } from './technical-log.ts';

export const isStaffHere = signal(false);

export function endStaffSession(): void {
  releaseKeys(0);
  isStaffHere.value = false;
}

/** What the gate stands before. */
export interface Gate {
  /** Null until staff have chosen a number. */
  readonly pin: StoredPin | null;
  /** Milliseconds until a number may be given. */
  readonly waitMs: number;
}

export async function readGate(engine: KioskEngine): Promise<Gate> {
  const { pin, pinTries } = await engine.settings.load();
  return { pin: pin ?? null, waitMs: pinWaitMs(pinTries, Date.now()) };
}

/** Keeps a chosen number and lets whoever chose it in. */
export async function choosePin(engine: KioskEngine, pin: string): Promise<void> {
  const stored = await hashPin(pin, crypto.subtle, (bytes) => crypto.getRandomValues(bytes));
  await engine.settings.persist({ pin: stored, pinTries: null });
  note('pin-chosen');
  isStaffHere.value = true;
}

/**
 * Tries a number; answers the gate as it stands after it. A try is put on record before it is judged, so that
 * switching the terminal off in between wins no further one.
 */
export async function tryPin(engine: KioskEngine, given: string): Promise<Gate> {
  const { pin, pinTries } = await engine.settings.load();
  if (!pin || pinWaitMs(pinTries, Date.now()) > 0) return readGate(engine);
  await engine.settings.persist({
    pinTries: { failures: (pinTries?.failures ?? 0) + 1, lastAtMs: Date.now() },
  });
  if (await isPin(given, pin, crypto.subtle)) {
    await engine.settings.persist({ pinTries: null });
    note('staff-entered');
    isStaffHere.value = true;
  } else note('pin-wrong');
  return readGate(engine);
}
