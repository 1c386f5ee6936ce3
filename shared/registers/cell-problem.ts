// A finding about one cell of a register's row.
import type { ErrorCode, ErrorDetails } from '../errors/app-error.ts';

/** What is wrong with, or odd about, a cell. */
export interface CellProblem {
  /** Key of the column. */
  readonly key: string;
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}
