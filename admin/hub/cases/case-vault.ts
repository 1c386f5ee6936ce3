// Keeps what people wrote of themselves readable only with the key file, and forgettable case by case.
import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import { openSecretBox, openWith, sealWith } from '../accounts/secret-box.ts';

/** `receipt` is what receipt codes are made of, `code` what the store keeps of them. */
export type DigestPurpose = 'receipt' | 'code' | 'phone' | 'person' | 'words';

/**
 * Every case (and every file) has a key of its own, wrapped by the key file `keys/cases.key` and kept in its row. What
 * is erased loses that key: whatever traces the store's file or a copy of it still holds are noise from then on.
 */
export interface CaseVault {
  /** A new key for `owner` (an id), as it is and as the store keeps it. */
  newKey(owner: string): Promise<{ readonly key: Uint8Array; readonly wrapped: string }>;
  /** Throws `cases.key-missing` when the key file is gone or another one. */
  unwrap(wrapped: string, owner: string): Promise<Uint8Array>;
  /** `what` names owner and purpose and is bound in. */
  seal(key: Uint8Array, plain: Uint8Array, what: string): string;
  /** Throws `cases.key-missing` where it does not open. */
  open(key: Uint8Array, sealed: string, what: string): Uint8Array;
  /** Keyed digest by which the same text is found again; one purpose's digests say nothing of another's. */
  digest(purpose: DigestPurpose, text: string): Promise<string>;
}

const keyBytes = 32;
const casesKey = { fileName: 'cases.key', missing: 'cases.key-missing' } as const;

/** `keysFolder` must not lie in the store's backups. */
export function openCaseVault(keysFolder: string): CaseVault {
  const box = openSecretBox(keysFolder, casesKey);
  return {
    newKey: async (owner) => {
      const key = randomBytes(keyBytes);
      return { key, wrapped: await box.seal(key, keyOf(owner)) };
    },
    unwrap: (wrapped, owner) => box.open(wrapped, keyOf(owner)),
    seal: sealWith,
    open: (key, sealed, what) => {
      const plain = openWith(key, sealed, what);
      if (plain === null) throw new AppError('cases.key-missing');
      return plain;
    },
    digest: (purpose, text) => box.digest(purpose, text),
  };
}

const keyOf = (owner: string) => `key of ${owner}`;
