// Reads the columns of a stored batch: its number, its list, what its files hold.
import type { TransferItem, TransferRow } from '#shared/protocol/transfers-api.ts';
import type { TransferTable } from '../store/transfer-tables.ts';

/** `2026-003`; null until it is received. */
export function numberOf(row: Pick<TransferTable, 'number_year' | 'number_seq'>): string | null {
  if (row.number_year === null || row.number_seq === null) return null;
  return `${row.number_year}-${String(row.number_seq).padStart(3, '0')}`;
}

export function parseRows(json: string | null): TransferRow[] | null {
  return json === null ? null : (JSON.parse(json) as TransferRow[]);
}

export const parseItems = (json: string) => JSON.parse(json) as TransferItem[];
