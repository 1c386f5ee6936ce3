// What work on cases stands on: the hub's desk and the vault.
import type { Desk } from '../editorial/desk.ts';
import type { CaseVault } from './case-vault.ts';

export interface CaseDesk {
  readonly desk: Desk;
  readonly vault: CaseVault;
  /** Folder of the encrypted files of cases. */
  readonly filesDir: string;
}
