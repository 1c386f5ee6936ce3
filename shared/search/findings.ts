// Records a query finds in one segment, and how the ways of finding them are told.
import { type DocCursor, end } from './doc-cursor.ts';
import type { SearchContext } from './word-cursor.ts';

/** Records in ascending order, and how well each fits (`ranking.ts`). */
export interface Findings {
  readonly ordinals: Uint32Array;
  readonly fits: Float64Array;
}

/** What was gathered, and where the walk stopped. */
export interface Gathered extends Findings {
  /** The next ordinal that would have been looked at. */
  readonly next: number;
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** What narrows a walk: cursors that every record must be in. Each walk takes new ones. */
export type Narrowing = (context: SearchContext) => readonly DocCursor[];

/** Tells how well records fit (`ranking.ts`); a class where it is asked thousands of times, see `Visitor`. */
export interface Fits {
  /** The fit of the record a walk stands at; null when a block is missing. */
  fitOf(ordinal: number): number | null;
}

/** Where all records fit alike. */
export class SameFit implements Fits {
  readonly #fit: number;

  constructor(fit: number) {
    this.#fit = fit;
  }

  fitOf(): number {
    return this.#fit;
  }
}

/** A way to match: a walk, and how well the record it stands at fits. */
export interface Matching {
  readonly cursor: DocCursor;
  readonly fits: Fits;
  /** True when every record of `sureMatches` matches. */
  readonly doSureOnesMatch?: boolean;
}

/** Makes a new walk each time. */
export type StartMatching = () => Promise<Matching>;

/** All records of several findings, each once with its best fit. */
export function joinFindings(all: readonly Findings[]): Findings {
  const [first, ...others] = all.filter(({ ordinals }) => ordinals.length > 0);
  if (first === undefined) return { ordinals: new Uint32Array(0), fits: new Float64Array(0) };
  return others.reduce(joinTwo, first);
}

function joinTwo(a: Findings, b: Findings): Findings {
  const ordinals = new Uint32Array(a.ordinals.length + b.ordinals.length);
  const fits = new Float64Array(ordinals.length);
  let length = 0;
  for (let left = 0, right = 0; left < a.ordinals.length || right < b.ordinals.length; length++) {
    const l = left < a.ordinals.length ? (a.ordinals[left] as number) : end;
    const r = right < b.ordinals.length ? (b.ordinals[right] as number) : end;
    ordinals[length] = Math.min(l, r);
    let fit = 0;
    if (l <= r) fit = a.fits[left++] as number;
    if (r <= l) fit = Math.max(fit, b.fits[right++] as number);
    fits[length] = fit;
  }
  return { ordinals: ordinals.subarray(0, length), fits: fits.subarray(0, length) };
}
