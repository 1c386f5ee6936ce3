// Ids and hand-off codes of the same form as the hub's, but following from a record's number of arrival.
import { crockfordSymbols } from '#shared/handoff/crockford.ts';
import { hashText } from './random.ts';

/** An import stores about this many records a millisecond, so that many ids share a stamp and count up. */
const perMs = 64;
/** The first arrives at this instant: 2026-01-05. */
const firstMs = 1_767_571_200_000;
const tailSpan = 2 ** 40 - perMs;

/** The id of the record that arrives as number `arrival`, counting from 0; ids sort by arrival. */
export function recordId(arrival: number): string {
  const ms = firstMs + Math.floor(arrival / perMs);
  return `r${symbols(ms, 10)}${symbols(tailStart(ms) + (arrival % perMs), 8)}`.toLowerCase();
}

/** Which arrival an id belongs to. */
export function arrivalOf(id: string): number {
  const ms = numberIn(id.slice(1, 11));
  return (ms - firstMs) * perMs + numberIn(id.slice(11)) - tailStart(ms);
}

/** A code no other arrival has: the arrival's number, scrambled by a four-round Feistel network over 40 bits. */
export function recordCode(arrival: number): string {
  let left = Math.floor(arrival / 2 ** 20) & 0xfffff;
  let right = arrival & 0xfffff;
  for (let round = 1; round <= 4; round++) {
    const mixed = Math.imul(right + round * 0x9e37, 0x85ebca6b) >>> 12;
    [left, right] = [right, (left ^ mixed) & 0xfffff];
  }
  return symbols(left * 2 ** 20 + right, 8);
}

/** The id of an agency follows from its name. */
export function agencyIdOf(name: string): string {
  return `a${symbols(firstMs, 10)}${symbols(hashText(name) * 256 + (hashText(`${name}#`) & 255), 8)}`.toLowerCase();
}

function tailStart(ms: number): number {
  return (hashText(String(ms)) * 251) % tailSpan;
}

function symbols(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) {
    text = (crockfordSymbols[rest % 32] as string) + text;
  }
  return text;
}

function numberIn(text: string): number {
  let value = 0;
  for (const symbol of text.toUpperCase()) value = value * 32 + crockfordSymbols.indexOf(symbol);
  return value;
}
