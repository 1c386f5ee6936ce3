// The records a visitor collects to take home; they last until the visit ends.
import { effect, signal } from '@preact/signals';
import { type CatalogueRecord, type RecordKind, recordKinds } from '#shared/catalogue/record.ts';
import { mostListed } from '#shared/handoff/list-payload.ts';
import { readStored, writeStored } from './session-value.ts';

const key = 'mingchuang.take-home';
const session = () => sessionStorage;

/** As much of a record as the list shows and hands off. */
export type TakenRecord = Pick<CatalogueRecord, 'id' | 'code' | 'version' | 'kind' | 'title' | 'agencyName'>;

/** In the order they were collected; at most `mostListed`. */
export const takenRecords = signal<readonly TakenRecord[]>([]);

export function hasTaken(): boolean {
  return takenRecords.peek().length > 0;
}

export function isTaken(id: string): boolean {
  return takenRecords.value.some((taken) => taken.id === id);
}

export function isListFull(): boolean {
  return takenRecords.value.length >= mostListed;
}

/** Puts a record on the list, once; a full list stays as it is. */
export function takeRecord(record: TakenRecord): void {
  const { id, code, version, kind, title, agencyName } = record;
  if (isTaken(id) || isListFull()) return;
  takenRecords.value = [...takenRecords.peek(), { id, code, version, kind, title, agencyName }];
}

export function dropRecord(id: string): void {
  takenRecords.value = takenRecords.peek().filter((taken) => taken.id !== id);
}

export function clearTaken(): void {
  takenRecords.value = [];
}

/** Takes up the list of this visit after a reload, then keeps session storage in step with it. */
export function startTakeHome(): void {
  takenRecords.value = readTaken(readStored(session, key));
  effect(() => {
    const taken = takenRecords.value;
    writeStored(session, key, taken.length === 0 ? null : JSON.stringify(taken));
  });
}

function readTaken(stored: string | null): TakenRecord[] {
  try {
    const list: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(list) ? list.filter(isTakenRecord).slice(0, mostListed) : [];
  } catch {
    return [];
  }
}

function isTakenRecord(value: unknown): value is TakenRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Partial<Record<keyof TakenRecord, unknown>>;
  return (
    typeof record.id === 'string' &&
    /^[0-9A-HJKMNP-TV-Z]{8}$/.test(String(record.code)) &&
    Number.isInteger(record.version) &&
    recordKinds.includes(record.kind as RecordKind) &&
    typeof record.title === 'string' &&
    typeof record.agencyName === 'string'
  );
}
