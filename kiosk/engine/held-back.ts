// Remembers over a restart that staff put the newest release aside: its version, where the page can read it at once.
import { readStored, writeStored } from '../state/session-value.ts';

const key = 'mingchuang.held-back';
const local = () => localStorage;

/** The version put aside, or null. */
export function readHeldBack(): number | null {
  const version = Number(readStored(local, key));
  return Number.isSafeInteger(version) && version > 0 ? version : null;
}

export function writeHeldBack(version: number | null): void {
  writeStored(local, key, version === null ? null : String(version));
}
