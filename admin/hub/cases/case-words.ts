// What is sealed of a case, and how it is put into and taken out of its row.
import { AppError } from '#shared/errors/app-error.ts';
import type { Applicant, Submission } from '#shared/protocol/cases-api.ts';
import type { CaseTable } from '../store/case-tables.ts';
import type { CaseVault } from './case-vault.ts';

/** Everything a person wrote, and everything written to that person. */
export interface CaseWords {
  readonly applicant: Applicant | null;
  readonly title: string;
  readonly content: string;
  readonly wrong: string;
  readonly right: string;
  readonly triedSearch: Submission['triedSearch'];
  /** What has to be supplied, once it was asked for. */
  readonly completionWanted: string;
  readonly completion: string;
  /** The reply or answer, and what of it is left out and why. */
  readonly answer: string;
  readonly leftOut: string;
  /** The reply drafted for the head of the office; absent before the first. */
  readonly draft?: { readonly text: string; readonly leftOut: string } | null;
  readonly satisfactionWords: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const wordsOf = (caseId: string) => `words of ${caseId}`;
const noteOf = (caseId: string) => `note of ${caseId}`;

export function sealWords(vault: CaseVault, key: Uint8Array, caseId: string, words: CaseWords): string {
  return vault.seal(key, encoder.encode(JSON.stringify(words)), wordsOf(caseId));
}

export function openWords(vault: CaseVault, key: Uint8Array, caseId: string, sealed: string): CaseWords {
  try {
    return JSON.parse(decoder.decode(vault.open(key, sealed, wordsOf(caseId))));
  } catch (thrown) {
    // What JSON has to complain about quotes the text, which must not get into a log.
    throw thrown instanceof AppError ? thrown : new AppError('cases.key-missing');
  }
}

/** Words of one event or paper of the case. */
export function sealNote(vault: CaseVault, key: Uint8Array, caseId: string, note: string): string {
  return vault.seal(key, encoder.encode(note), noteOf(caseId));
}

export function openNote(vault: CaseVault, key: Uint8Array, caseId: string, sealed: string): string {
  return decoder.decode(vault.open(key, sealed, noteOf(caseId)));
}

/** The case's own key; null once it was erased. Throws `cases.key-missing`. */
export async function keyOfCase(
  vault: CaseVault,
  row: Pick<CaseTable, 'id' | 'wrapped_key'>,
): Promise<Uint8Array | null> {
  return row.wrapped_key === null ? null : await vault.unwrap(row.wrapped_key, row.id);
}
