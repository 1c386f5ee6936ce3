// The total rows of one table while it is imported: where each stands, and what the register keeps of them.
import type { Cells } from './entry-store.ts';
import { mostTotals, type StoredTotal } from './stored-totals.ts';

export class TableTotals {
  readonly #met: StoredTotal[] = [];
  #after = 0;

  /** An entry with this place stands above whatever comes next. */
  pass(place: number): void {
    this.#after = place;
  }

  take(cells: Cells): void {
    if (this.#met.length < mostTotals) this.#met.push({ after: this.#after, cells });
  }

  /** The register's totals from now on: the file's own; those from before where it has none and is not all of it. */
  instead(before: readonly StoredTotal[], isWhole: boolean): readonly StoredTotal[] {
    return this.#met.length > 0 || isWhole ? this.#met : before;
  }
}
