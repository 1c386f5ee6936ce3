// What a barcode scanner types: the address under a hand-off code, or the code itself.
import { type Handoff, parseHandoff } from '#shared/handoff/codes.ts';
import type { KioskEngine } from '../engine/engine.ts';
import { recordUrl } from './record-url.ts';

/** A hand-off code out of a scanned text; null when it is something else, such as words to look for. */
export function parseScan(text: string): Handoff | null {
  const [, inAddress] = /\/m\/([^/?#\s]+)\s*$/i.exec(text) ?? [];
  return parseHandoff(inAddress ?? text);
}

/** The screen of the record a scanned text names; null when it names none that this terminal holds. */
export async function findScanned(engine: KioskEngine, text: string): Promise<string | null> {
  const handoff = parseScan(text);
  if (handoff === null) return null;
  const record = await engine.recordByCode(handoff.code);
  return record === null ? null : recordUrl(record);
}
