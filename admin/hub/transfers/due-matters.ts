// Which matters an agency owed for the period that ends with a month, and nothing came for.
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import { periodEndingIn, shiftMonth } from '#shared/transfers/transfer-month.ts';
import { parseContent } from '../editorial/stored-content.ts';
import type { Database } from '../store/tables.ts';

/** A matter nothing was received for. */
export interface DueMatter {
  readonly recordId: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** Tells what is owed; a deadline engine that knows more may stand in its place. */
export type DueMatters = (db: Database, agencyId: string, month: string) => Promise<readonly DueMatter[]>;

/** Matters with a period rule of which no record dated, or made, in the period is held. */
export const loadDueMatters: DueMatters = async (db, agencyId, month) => {
  const owed = (await loadRules(db, agencyId)).flatMap(({ id, title, rule }): DueMatter[] => {
    const period = periodEndingIn(month, rule);
    return period === null ? [] : [{ recordId: id, title, ...period }];
  });
  const due: DueMatter[] = [];
  for (const matter of owed) if (!(await isFulfilled(db, matter))) due.push(matter);
  return due;
};

async function loadRules(db: Database, agencyId: string) {
  const rows = await db
    .selectFrom('records as record')
    .innerJoin('record_versions as newest', (join) =>
      join.onRef('newest.record_id', '=', 'record.id').onRef('newest.version', '=', 'record.version'),
    )
    .select(['record.id', 'record.title', 'newest.content_json'])
    .where('record.kind', '=', 'matter')
    .where('record.agency_id', '=', agencyId)
    .where('record.state', '<>', 'withdrawn')
    .where('newest.content_json', 'like', '%"frequency"%')
    .orderBy('record.id')
    .execute();
  return rows.map(({ id, title, content_json }) => {
    const { details } = parseContent(content_json);
    const rule: DeadlineRule | null = details?.type === 'matter' ? details.deadline : null;
    return { id, title, rule };
  });
}

async function isFulfilled(db: Database, { recordId, from, to }: DueMatter): Promise<boolean> {
  const end = shiftMonth(to, 1);
  const row = await db
    .selectFrom('records')
    .select('id')
    .where('matter_id', '=', recordId)
    .where('state', '<>', 'withdrawn')
    .where((where) =>
      where.or([
        where.and([where('sort_date', '>=', from), where('sort_date', '<', end)]),
        where.and([where('created_at', '>=', from), where('created_at', '<', end)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
