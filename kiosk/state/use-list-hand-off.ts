// How the list gets onto a phone: in the address itself, else under a short code, else in several addresses.
import { create } from 'qrcode';
import { encodeList, type ListedRecord } from '#shared/handoff/list-payload.ts';
import type { KioskEngine } from '../engine/engine.ts';
import { useEngine } from './engine-context.ts';
import { useLoaded } from './use-loaded.ts';

/** The largest symbol that is scanned at the first try from a screen: version 10, 57 modules. */
const largestVersion = 10;

export type ListHandOff =
  /** The list stands in the address; nobody else holds it. */
  | { readonly way: 'address'; readonly addresses: readonly [string] }
  /** The hub holds it under a short code. */
  | { readonly way: 'short'; readonly addresses: readonly [string] }
  /** Each address holds a part. */
  | { readonly way: 'split'; readonly addresses: readonly string[] };

/** `<public-url>/m/list#<list>` */
export function listAddress(publicUrl: string, records: readonly ListedRecord[]): string {
  return `${publicUrl}/m/list#${encodeList(records)}`;
}

export function fitsOneSymbol(address: string): boolean {
  return create(address, { errorCorrectionLevel: 'M' }).version <= largestVersion;
}

/** As few addresses as fit, each with about as many records. */
export function splitAddresses(publicUrl: string, records: readonly ListedRecord[]): string[] {
  for (let parts = 1; parts < records.length; parts += 1) {
    const size = Math.ceil(records.length / parts);
    const addresses = Array.from({ length: Math.ceil(records.length / size) }, (_, at) =>
      listAddress(publicUrl, records.slice(at * size, (at + 1) * size)),
    );
    if (addresses.every(fitsOneSymbol)) return addresses;
  }
  return records.map((record) => listAddress(publicUrl, [record]));
}

async function planHandOff(
  engine: KioskEngine,
  publicUrl: string,
  records: readonly ListedRecord[],
  signal: AbortSignal,
): Promise<ListHandOff> {
  try {
    return { way: 'short', addresses: [`${publicUrl}/m/L-${await engine.keepList(records, signal)}`] };
  } catch {
    signal.throwIfAborted();
    return { way: 'split', addresses: splitAddresses(publicUrl, records) };
  }
}

/** Null while the hub is asked for a short code; a list that fits its address needs no asking. */
export function useListHandOff(publicUrl: string, records: readonly ListedRecord[]): ListHandOff | null {
  const engine = useEngine();
  const address = listAddress(publicUrl, records);
  const fits = fitsOneSymbol(address);
  const loaded = useLoaded(
    address,
    async (signal) => (fits ? null : await planHandOff(engine, publicUrl, records, signal)),
    { isFresh: true },
  );
  return fits ? { way: 'address', addresses: [address] } : (loaded.value ?? null);
}
