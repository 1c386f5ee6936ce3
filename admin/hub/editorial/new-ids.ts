// Names for new things: ids that sort by the time they were made, and unused hand-off codes.
import { AppError } from '#shared/errors/app-error.ts';
import { codeBytes, handoffCode } from '#shared/handoff/codes.ts';
import { encodeCrockford } from '#shared/handoff/crockford.ts';
import type { Desk } from './desk.ts';

/** With 10 million records of 2^40 codes one try in 100,000 collides; this many in a row never do. */
const codeTries = 20;

const tailBytes = 5;
const largestTail = 2n ** 40n - 1n;

/**
 * Makes ids: a letter for the kind of thing, ten symbols of time, eight that begin by chance and count up within
 * one millisecond; lower case. Ids of one source sort in the order they were made.
 */
export function createIdSource(
  now: () => number,
  randomBytes: (length: number) => Uint8Array,
): (prefix: string) => string {
  let lastMs = 0;
  let tail = 0n;
  return (prefix) => {
    const ms = Math.max(lastMs, now());
    const canCount = ms === lastMs && tail < largestTail;
    tail = canCount ? tail + 1n : numberOf(randomBytes(tailBytes));
    lastMs = ms === lastMs && !canCount ? ms + 1 : ms;
    // 80 bits are 16 symbols, of which the first six only ever hold zero bits.
    const stamp = encodeCrockford(bytesOf(BigInt(lastMs), 10)).slice(6);
    return (prefix + stamp + encodeCrockford(bytesOf(tail, tailBytes))).toLowerCase();
  };
}

function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
}

/** Big-endian, `length` bytes. */
function bytesOf(value: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => Number((value >> BigInt(8 * (length - 1 - at))) & 255n));
}

/** A hand-off code nothing has. Throws `store.no-code-left` when randomness keeps repeating itself. */
export async function newCode(desk: Desk): Promise<string> {
  const [code] = await newCodes(desk, 1);
  if (code === undefined) throw new AppError('store.no-code-left');
  return code;
}

/** Several of them at once, at most 500. */
export async function newCodes(desk: Desk, count: number): Promise<string[]> {
  const codes = new Set<string>();
  for (let attempt = 0; attempt < codeTries && codes.size < count; attempt++) {
    const drawn = Array.from({ length: count - codes.size }, () => handoffCode(desk.randomBytes(codeBytes)));
    const taken = await takenCodes(desk, drawn);
    for (const code of drawn) if (!taken.has(code)) codes.add(code);
  }
  if (codes.size < count) throw new AppError('store.no-code-left');
  return [...codes];
}

/** Records, registers and entries share one space of codes: a phone asks by nothing else. */
async function takenCodes({ db }: Desk, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (const table of ['records', 'registers', 'register_entries'] as const) {
    const rows = await db.selectFrom(table).select('code').where('code', 'in', codes).execute();
    for (const { code } of rows) taken.add(code);
  }
  return taken;
}
