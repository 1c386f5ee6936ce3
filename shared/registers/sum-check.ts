// Adds up a table while it is read, and says which sums it states differ from what its rows come to.
import { isPartByItself } from './item-levels.ts';
import { storedNumber } from './parse-amount.ts';
import { isTotalRow, type StoredCells } from './project-entry.ts';
import { type RegisterDefinition, titleColumn } from './register-definition.ts';
import { add } from './sum-rows.ts';
import { findWrongSums, summedColumns, type WrongSum } from './wrong-sums.ts';

/** A wrong sum at its place in the file. */
export interface FoundSum extends WrongSum {
  readonly row: number;
  readonly key: string;
}

/** Rows held one by one; of longer tables the rest is held as running sums between totals. */
const mostRows = 5000;

interface SummedRow {
  readonly row: number;
  readonly cells: Record<string, string>;
}

/** Takes the rows of one table in turn; refused ones as well, since the table's own total counts them. */
export class SumCheck {
  readonly #definition: RegisterDefinition;
  readonly #columns: ReturnType<typeof summedColumns>;
  readonly #title: string;
  readonly #rows: SummedRow[] = [];
  #running: SummedRow | null = null;

  constructor(definition: RegisterDefinition) {
    this.#definition = definition;
    this.#columns = summedColumns(definition);
    this.#title = titleColumn(definition).key;
  }

  add(row: number, cells: StoredCells): void {
    if (this.#columns.length === 0) return;
    const isTotal = isTotalRow(this.#definition, cells);
    if (isTotal || this.#rows.length < mostRows) {
      this.#running = null;
      this.#rows.push({ row, cells: this.#summed(cells) });
    } else if (!isPartByItself(cells[this.#title] ?? '')) this.#addUp(row, cells);
  }

  /** What differs, in the order of the file. */
  findings(): FoundSum[] {
    const rows = this.#rows.map(({ cells }) => cells);
    return this.#columns
      .flatMap(({ key, onlyTotals }) =>
        findWrongSums(this.#definition, rows, key, { onlyTotals }).map((sum) => ({
          ...sum,
          key,
          row: this.#rows[sum.at]?.row ?? 0,
        })),
      )
      .sort((a, b) => a.row - b.row);
  }

  #summed(cells: StoredCells): Record<string, string> {
    const keys = [this.#title, ...this.#columns.map(({ key }) => key)];
    return Object.fromEntries(keys.flatMap((key) => (cells[key] === undefined ? [] : [[key, cells[key]]])));
  }

  #addUp(row: number, cells: StoredCells): void {
    if (this.#running === null) {
      this.#running = { row, cells: {} };
      this.#rows.push(this.#running);
    }
    const { cells: sums } = this.#running;
    for (const { key } of this.#columns) {
      const value = storedNumber(cells[key]);
      if (value !== null) sums[key] = String(add([storedNumber(sums[key]) ?? 0, value]));
    }
  }
}
