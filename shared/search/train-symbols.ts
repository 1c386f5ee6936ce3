// Finds the pieces that make a sample of texts shortest, by rounds of joining what often stands side by side.
import { longestSymbol, mostSymbols, SymbolEncoder } from './symbol-table.ts';

/** Each round can double the length of a piece. */
const rounds = 7;
/** A piece that is met less often in the sample is not worth its place in the table. */
const leastUses = 3;

/**
 * The table for texts like these: the commonest pieces have the lowest codes. `limit` bounds how many pieces there
 * are. The same sample always gives the same table.
 */
export function trainSymbols(sample: readonly string[], limit = mostSymbols): string[] {
  let symbols: string[] = [''];
  for (let round = 0; round < rounds; round++) symbols = nextTable(symbols, sample, limit, round);
  return byUse(symbols, sample);
}

function nextTable(
  symbols: readonly string[],
  sample: readonly string[],
  limit: number,
  round: number,
): string[] {
  const encoder = new SymbolEncoder(symbols);
  const uses = new Map<string, number>();
  const note = (piece: string) => uses.set(piece, (uses.get(piece) ?? 0) + 1);
  for (const text of sample) {
    let before = -1;
    encoder.split(text, (_code, from, to) => {
      note(text.slice(from, to));
      if (before >= 0 && to - before <= longestSymbol) note(text.slice(before, to));
      before = from;
    });
  }
  const isLast = round === rounds - 1;
  const gains: [gain: number, piece: string][] = [];
  for (const [piece, count] of uses) {
    if (count < (isLast ? leastUses : 2)) continue;
    gains.push([count * piece.length, piece]);
  }
  gains.sort(([a, left], [b, right]) => b - a || (left < right ? -1 : 1));
  return ['', ...gains.slice(0, limit - 1).map(([, piece]) => piece)];
}

/** The pieces that a sample really uses, the commonest first. */
function byUse(symbols: readonly string[], sample: readonly string[]): string[] {
  const uses = new Uint32Array(symbols.length);
  const encoder = new SymbolEncoder(symbols);
  for (const text of sample) {
    encoder.split(text, (code) => {
      uses[code] = (uses[code] as number) + 1;
    });
  }
  const used = symbols.map((_, code) => code).filter((code) => code > 0 && (uses[code] as number) > 0);
  used.sort((a, b) => (uses[b] as number) - (uses[a] as number) || a - b);
  return ['', ...used.map((code) => symbols[code] as string)];
}
