// Finds a case by what stands on its receipt and the last digits of the phone, and by nothing else.
import { timingSafeEqual } from 'node:crypto';
import { parseReceiptCode } from '#shared/cases/receipt-code.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CaseTable } from '../../store/case-tables.ts';
import type { CaseDesk } from '../case-desk.ts';
import { codeDigests, lastFourOf } from '../case-digests.ts';
import { requireFittingKey } from '../case-key.ts';

/** A case whose personal data is there: it has its key. */
export type OpenCaseRow = CaseTable & { readonly wrapped_key: string; readonly sealed: string };

/**
 * Throws `cases.not-found` for no code, a wrong code and wrong digits alike; all of them take the same steps. Where no
 * phone was given the code alone opens the case.
 */
export async function findByCode(cases: CaseDesk, typed: string, lastFour: string): Promise<OpenCaseRow> {
  await requireFittingKey(cases);
  const code = parseReceiptCode(typed) ?? '';
  const digests = await codeDigests(cases.vault.digest, code, lastFourOf(lastFour));
  const row = await cases.desk.db
    .selectFrom('cases')
    .selectAll()
    .where('code_digest', '=', digests.code)
    .executeTakeFirst();
  const isRight = isSame(row?.phone_digest ?? digests.phone, digests.phone);
  if (row === undefined || !isRight || !isOpenCase(row)) throw new AppError('cases.not-found');
  return row;
}

function isOpenCase(row: CaseTable): row is OpenCaseRow {
  return row.wrapped_key !== null && row.sealed !== null;
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
