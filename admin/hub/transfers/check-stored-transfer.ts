// Gathers what the check of a stored batch needs: its papers, what the agency transferred before, what it owes.
import type { TransferFinding } from '#shared/protocol/transfers-api.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import type { Database } from '../store/tables.ts';
import type { TransferFileTable, TransferTable } from '../store/transfer-tables.ts';
import { checkTransfer, type EarlierItem } from './check-transfer.ts';
import type { DueMatters } from './due-matters.ts';
import { numberOf, parseItems, parseRows } from './stored-transfer.ts';

/** Titles looked up in one statement. */
const chunk = 400;

export async function checkStoredTransfer(
  db: Database,
  row: TransferTable,
  files: readonly TransferFileTable[],
  dueMatters: DueMatters,
): Promise<TransferFinding[]> {
  const agency = await db
    .selectFrom('agencies')
    .select('name')
    .where('id', '=', row.agency_id)
    .executeTakeFirstOrThrow();
  const checked = files.map((file) => ({
    name: file.name,
    sha256: file.sha256,
    items: parseItems(file.items_json),
    isReadable: file.problem_json === null,
  }));
  const titles = checked.flatMap(({ items }) => items.map(({ title }) => nameKey(title)));
  return checkTransfer({
    agencyName: agency.name,
    isEmpty: row.is_empty === 1,
    rows: parseRows(row.rows_json),
    listedTotal: row.listed_total,
    files: checked,
    hasScan: row.scan_sha256 !== null,
    earlier: await loadEarlier(db, row.agency_id, titles),
    due: (await dueMatters(db, row.agency_id, row.month)).map(({ title }) => title),
  });
}

/** Things of these titles the agency transferred before and did not take back. */
async function loadEarlier(
  db: Database,
  agencyId: string,
  titleKeys: readonly string[],
): Promise<EarlierItem[]> {
  const unique = [...new Set(titleKeys)];
  const earlier: EarlierItem[] = [];
  for (let from = 0; from < unique.length; from += chunk) {
    const rows = await db
      .selectFrom('transfer_items as item')
      .innerJoin('transfers as transfer', 'transfer.id', 'item.transfer_id')
      .select(['item.title_key', 'item.doc_key', 'item.index_key', 'item.date'])
      .select(['transfer.number_year', 'transfer.number_seq'])
      .where('transfer.agency_id', '=', agencyId)
      .where('item.withdrawal_id', 'is', null)
      .where('item.title_key', 'in', unique.slice(from, from + chunk))
      .execute();
    for (const { title_key: titleKey, doc_key: docKey, index_key: indexKey, date, ...number } of rows) {
      earlier.push({ titleKey, docKey, indexKey, date, number: numberOf(number) ?? '' });
    }
  }
  return earlier;
}
