// The receipt of a submission: a code nothing but the key file can make, the same each time it is asked for.

import type { CaseKind } from '#shared/cases/case-kinds.ts';
import { formatReceiptCode, receiptCodeOf } from '#shared/cases/receipt-code.ts';
import type { CaseReceipt } from '#shared/protocol/cases-api.ts';
import type { CaseTable } from '../../store/case-tables.ts';
import type { CaseVault } from '../case-vault.ts';

/** Derived from the submission's id, so that a repeat gets the same code although the store holds only its digest. */
export async function receiptCode(vault: Pick<CaseVault, 'digest'>, submissionId: string): Promise<string> {
  return receiptCodeOf(Buffer.from(await vault.digest('receipt', submissionId), 'hex'));
}

export function receiptOf(
  row: Pick<CaseTable, 'kind' | 'number' | 'received_on' | 'phone_digest'>,
  code: string,
): CaseReceipt {
  return {
    kind: row.kind as CaseKind,
    number: row.number,
    code: formatReceiptCode(code),
    receivedOn: row.received_on,
    needsPhone: row.phone_digest !== null,
  };
}
