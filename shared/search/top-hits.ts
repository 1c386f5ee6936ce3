// Keeps the best few of many candidates without sorting them all.

/** A candidate for the page of results. */
export interface Candidate {
  /** What the list is sorted by, highest first. */
  readonly order: number;
  readonly score: number;
  readonly fit: number;
  /** Place of the segment in the catalogue; the later one wins a tie. */
  readonly segment: number;
  /** The smaller one wins a tie within a segment. */
  readonly ordinal: number;
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.order !== b.order) return a.order > b.order;
  return a.segment !== b.segment ? a.segment > b.segment : a.ordinal < b.ordinal;
}

/** A heap of at most `limit` candidates whose root is the worst of them. */
export class TopHits {
  readonly #limit: number;
  readonly #heap: Candidate[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Below this a candidate cannot be among the best; a candidate just as good still may. */
  get least(): number {
    return this.#heap.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.#heap[0]?.order ?? 0);
  }

  offer(candidate: Candidate): void {
    if (this.#heap.length < this.#limit) {
      this.#heap.push(candidate);
      this.#raise(this.#heap.length - 1);
    } else if (this.#heap[0] !== undefined && isBetter(candidate, this.#heap[0])) {
      this.#heap[0] = candidate;
      this.#sink();
    }
  }

  /** The best first. */
  sorted(): Candidate[] {
    return [...this.#heap].sort((a, b) => (isBetter(a, b) ? -1 : 1));
  }

  #raise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >>> 1;
      if (!this.#isWorse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const left = at * 2 + 1;
      const right = left + 1;
      let worst = at;
      if (left < this.#heap.length && this.#isWorse(left, worst)) worst = left;
      if (right < this.#heap.length && this.#isWorse(right, worst)) worst = right;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #isWorse(a: number, b: number): boolean {
    return isBetter(this.#heap[b] as Candidate, this.#heap[a] as Candidate);
  }

  #swap(a: number, b: number): void {
    const kept = this.#heap[a] as Candidate;
    this.#heap[a] = this.#heap[b] as Candidate;
    this.#heap[b] = kept;
  }
}
