// Rows of cases as the ledger shows them, names masked; only what is on the page is unsealed.
import type { CaseChannel, CaseKind, CaseOutcome, CaseState } from '#shared/cases/case-kinds.ts';
import { settledStates } from '#shared/cases/case-kinds.ts';
import type { ReplyKind } from '#shared/cases/replies.ts';
import type { CaseRow as ShownRow } from '#shared/protocol/case-desk-api.ts';
import type { Applicant } from '#shared/reports/annual-form.ts';
import type { Database } from '../../store/tables.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { CaseRow } from '../case-events.ts';
import type { CaseWords } from '../case-words.ts';
import { gistOf, maskedName } from './mask-words.ts';
import { wordsOfRow } from './opened-case.ts';

/** Names by id of the agencies and accounts rows speak of. */
export interface RowNames {
  readonly agencies: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
}

export async function loadRowNames(db: Database, rows: readonly CaseRow[]): Promise<RowNames> {
  const agencyIds = present(rows.map(({ agency_id }) => agency_id));
  const handlerIds = present(rows.map(({ handler_id }) => handler_id));
  const agencies =
    agencyIds.length === 0
      ? []
      : await db.selectFrom('agencies').select(['id', 'name']).where('id', 'in', agencyIds).execute();
  const accounts =
    handlerIds.length === 0
      ? []
      : await db
          .selectFrom('accounts')
          .select(['id', 'name', 'display_name'])
          .where('id', 'in', handlerIds)
          .execute();
  return {
    agencies: new Map(agencies.map(({ id, name }) => [id, name])),
    accounts: new Map(accounts.map(({ id, name, display_name }) => [id, display_name || name])),
  };
}

const present = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];

export async function shownRows(
  caseDesk: CaseDesk,
  rows: readonly CaseRow[],
  today: string,
): Promise<ShownRow[]> {
  const names = await loadRowNames(caseDesk.desk.db, rows);
  return Promise.all(
    rows.map(async (row) => shownRow(row, (await wordsOfRow(caseDesk, row)).words, names, today)),
  );
}

export function shownRow(row: CaseRow, words: CaseWords | null, names: RowNames, today: string): ShownRow {
  const isOpen = !settledStates.includes(row.state as CaseState);
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as CaseKind,
    channel: row.channel as CaseChannel,
    state: row.state as CaseState,
    receivedOn: row.received_on,
    applicantClass: row.applicant_class as Applicant | null,
    maskedName: maskedName(words?.applicant),
    gist: gistOf(words),
    agencyId: row.agency_id,
    agencyName: names.agencies.get(row.agency_id ?? '') ?? '',
    handler: row.handler_id === null ? null : (names.accounts.get(row.handler_id) ?? ''),
    dueOn: row.due_on,
    isOverdue: isOpen && row.due_on !== null && row.due_on < today,
    replyKind: row.reply_kind as ReplyKind | null,
    repliedOn: row.replied_on,
    outcome: row.outcome as CaseOutcome | null,
  };
}
