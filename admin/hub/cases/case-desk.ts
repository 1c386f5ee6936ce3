// What work on cases stands on: the hub's desk and the vault.
import { type Desk, withTransaction } from '../editorial/desk.ts';
import type { CaseVault } from './case-vault.ts';

export interface CaseDesk {
  readonly desk: Desk;
  readonly vault: CaseVault;
  /** Folder of the encrypted files of cases. */
  readonly filesDir: string;
  /** File that lists erased cases apart from the store, so that a restored backup forgets them again. */
  readonly erasedList: string;
}

/** The same inside a transaction: everything done with it is done together or not at all. */
export function withCaseTransaction<T>(cases: CaseDesk, work: (cases: CaseDesk) => Promise<T>): Promise<T> {
  return withTransaction(cases.desk, (desk) => work({ ...cases, desk }));
}
