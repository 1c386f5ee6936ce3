// The tables of transfers as Kysely sees them.
import type { TransferEvent, TransferSource, TransferState } from '#shared/protocol/transfers-api.ts';

export interface TransferTables {
  upload_links: UploadLinkTable;
  transfers: TransferTable;
  transfer_files: TransferFileTable;
  transfer_items: TransferItemTable;
  transfer_withdrawals: TransferWithdrawalTable;
  transfer_events: TransferEventTable;
  inbox_files: InboxFileTable;
}

/** An address through which one agency sends files without an account. */
export interface UploadLinkTable {
  id: string;
  agency_id: string;
  /** SHA-256 of the secret in the address; the secret itself is nowhere. */
  token_hash: string;
  label: string;
  created_at: string;
  created_by: string;
  expires_at: string;
  revoked_at: string | null;
  revoked_by: string | null;
  max_files: number;
  max_bytes: number;
  used_files: number;
  used_bytes: number;
  last_used_at: string | null;
}

/** One agency's batch for one month. */
export interface TransferTable {
  id: string;
  agency_id: string;
  month: string;
  state: TransferState;
  source: TransferSource;
  link_id: string | null;
  /** 1 when it says there was nothing to transfer. */
  is_empty: number;
  contact: string;
  note: string;
  /** A list of TransferRow; null without a list. */
  rows_json: string | null;
  /** The total the list itself states; null where it states none. */
  listed_total: number | null;
  list_name: string | null;
  list_sha256: string | null;
  scan_name: string | null;
  scan_sha256: string | null;
  /** Counts up with every change: whoever changes an older one is told. */
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  sent_at: string | null;
  sent_by: string | null;
  decided_at: string | null;
  decided_by: string | null;
  return_reasons: string;
  number_year: number | null;
  number_seq: number | null;
  summary: string;
  batch_id: string | null;
}

export interface TransferFileTable {
  id: string;
  transfer_id: string;
  name: string;
  sha256: string;
  bytes: number;
  /** A list of TransferItem. */
  items_json: string;
  /** A PlainError; null when it could be read. */
  problem_json: string | null;
  added_at: string;
  added_by: string;
}

/** What was received, row by row of the ledger. */
export interface TransferItemTable {
  transfer_id: string;
  place: number;
  file_name: string;
  record_id: string | null;
  title: string;
  title_key: string;
  doc_no: string;
  doc_key: string | null;
  index_no: string;
  index_key: string | null;
  date: string;
  withdrawal_id: string | null;
}

export interface TransferWithdrawalTable {
  id: string;
  transfer_id: string;
  letter_no: string;
  letter_name: string;
  letter_sha256: string;
  reason: string;
  at: string;
  who: string;
}

export interface TransferEventTable {
  id: string;
  transfer_id: string;
  at: string;
  who: string;
  act: TransferEvent['act'];
  note: string;
}

/** A file of the watched folder whose content is in a batch; `moved_at` is set once it lies in `done`. */
export interface InboxFileTable {
  id: string;
  path: string;
  sha256: string;
  bytes: number;
  transfer_id: string;
  taken_at: string;
  moved_at: string | null;
}
