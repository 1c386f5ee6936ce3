// Where the transfer list takes its rows from: what agencies sent item by item, and the lists that say there was nothing.
import { sql } from 'kysely';
import type { Language } from '#shared/errors/app-error.ts';
import type { Database } from '../../store/tables.ts';
import { hasTable } from '../has-table.ts';
import { boundsOf, type LedgerScope } from './ledger-scope.ts';

/** One item of a batch, or a batch that has none to show. */
export interface TransferFact {
  readonly number: string;
  readonly agency: string;
  readonly month: string;
  readonly title: string;
  readonly docNo: string;
  readonly indexNo: string;
  readonly date: string;
  readonly state: string;
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  readonly receivedBy: string | null;
  readonly note: string;
  readonly recordId: string | null;
}

/** Items in the order their batches were sent, some at a time. */
export type TransferSource = (db: Database, scope: LedgerScope) => AsyncIterable<readonly TransferFact[]>;

interface TransferRow extends Omit<TransferFact, 'state' | 'title' | 'number'> {
  readonly state: 'sent' | 'received' | 'returned';
  readonly year: number | null;
  readonly seq: number | null;
  readonly title: string | null;
  readonly isEmpty: number;
  readonly letterNo: string | null;
}

const words = {
  'zh-CN': {
    sent: '待接收',
    received: '已接收',
    returned: '已退回',
    empty: '（零报送）',
    unread: '（接收后逐件登记）',
    withdrawn: (letter: string) => `凭函撤回：${letter}`,
  },
  en: {
    sent: 'Sent',
    received: 'Received',
    returned: 'Returned',
    empty: '(nothing to transfer)',
    unread: '(listed item by item once received)',
    withdrawn: (letter: string) => `Withdrawn by letter ${letter}`,
  },
} as const satisfies Record<Language, object>;

/** Batches as the store keeps them; none where it keeps no transfers. */
export const transfersOfStore: TransferSource = async function* transfersOfStore(db, scope) {
  if (!(await hasTable(db, 'transfers'))) return;
  yield (await loadRows(db, scope)).map((row) => factOf(row, scope.language));
};

async function loadRows(db: Database, scope: LedgerScope): Promise<readonly TransferRow[]> {
  const { from, before } = boundsOf(scope);
  const { rows } = await sql<TransferRow>`
    select batch.number_year as year, batch.number_seq as seq, agency.name as agency, batch.month,
      batch.state, batch.is_empty as isEmpty, batch.sent_at as sentAt, batch.note,
      case when batch.state = 'received' then batch.decided_at end as receivedAt,
      case when batch.state = 'received' then batch.decided_by end as receivedBy,
      item.title, coalesce(item.doc_no, '') as docNo, coalesce(item.index_no, '') as indexNo,
      coalesce(item.date, '') as date, item.record_id as recordId, letter.letter_no as letterNo
    from transfers as batch
      join agencies as agency on agency.id = batch.agency_id
      left join transfer_items as item on item.transfer_id = batch.id
      left join transfer_withdrawals as letter on letter.id = item.withdrawal_id
    where batch.sent_at >= ${from} and batch.sent_at < ${before} and batch.state <> 'preparing'
      and (${scope.agencyId} is null or batch.agency_id = ${scope.agencyId})
    order by batch.sent_at, batch.id, item.place`.execute(db);
  return rows;
}

function factOf(
  { year, seq, title, isEmpty, letterNo, state, ...row }: TransferRow,
  language: Language,
): TransferFact {
  const { empty, unread, withdrawn, ...states } = words[language];
  return {
    ...row,
    number: year === null || seq === null ? '' : `${year}-${String(seq).padStart(3, '0')}`,
    title: title ?? (isEmpty === 1 ? empty : unread),
    state: letterNo === null ? states[state] : withdrawn(letterNo),
  };
}
