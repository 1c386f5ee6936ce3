// Where the review ledger takes its rows from: who decided what about which version, as the store has it.
import { sql } from 'kysely';
import type { Language } from '#shared/errors/app-error.ts';
import type { Database } from '../../store/tables.ts';
import { hasTable } from '../has-table.ts';
import { boundsOf, type LedgerScope } from './ledger-scope.ts';

/** One decision about one version of a record. */
export interface ReviewFact {
  readonly at: string;
  readonly recordId: string;
  readonly agency: string;
  readonly title: string;
  readonly version: number;
  readonly step: string;
  readonly decision: string;
  readonly opinion: string;
  readonly who: string;
}

/** Decisions of a period in the order they were taken, some at a time. */
export type ReviewSource = (db: Database, scope: LedgerScope) => AsyncIterable<readonly ReviewFact[]>;

const words = {
  'zh-CN': {
    approval: '批准',
    withdrawal: '撤下',
    pass: '通过',
    withdrawn: '撤下',
    imported: '随导入批准',
    returned: '退回',
    steps: {
      'self-check': '机构自查',
      secrecy: '保密审查',
      legality: '合法性审核',
      wording: '文字校核',
      approval: '批准',
    },
  },
  en: {
    approval: 'Approval',
    withdrawal: 'Withdrawal',
    pass: 'Passed',
    withdrawn: 'Withdrawn',
    imported: 'Approved with an import',
    returned: 'Returned',
    steps: {
      'self-check': 'Self-check',
      secrecy: 'Secrecy review',
      legality: 'Legality',
      wording: 'Wording',
      approval: 'Approval',
    },
  },
} as const satisfies Record<Language, object>;

/** Steps read by one statement. */
const stepBatch = 500;
/** Entries of the trail looked at by one statement. */
const entryBatch = 200;

interface TrailEntry {
  readonly id: number;
  readonly at: string;
  readonly action: string;
  readonly who: string;
}

/** Steps of reviews, and what was approved or withdrawn beside them, in the order of time. */
export const reviewsOfStore: ReviewSource = async function* reviewsOfStore(db, scope) {
  const steps = stepsOfReviews(db, scope);
  let waiting: readonly ReviewFact[] = [];
  for await (const facts of factsOfTrail(db, scope)) {
    const until = facts.at(-1)?.at ?? '';
    const before: ReviewFact[] = [];
    for (;;) {
      const count = waiting.findIndex(({ at }) => at > until);
      before.push(...waiting.slice(0, count < 0 ? waiting.length : count));
      waiting = count < 0 ? [] : waiting.slice(count);
      if (count >= 0) break;
      const next = await steps.next();
      if (next.done === true) break;
      waiting = next.value;
    }
    yield [...before, ...facts].sort((left, right) => left.at.localeCompare(right.at));
  }
  yield waiting;
  yield* steps;
};

interface StepRow extends ReviewFact {
  readonly step: keyof (typeof words)['zh-CN']['steps'];
  readonly reviewId: string;
  readonly position: number;
}

/** Every step somebody took of a review, some at a time; none where the store keeps no reviews. */
async function* stepsOfReviews(db: Database, scope: LedgerScope): AsyncGenerator<readonly ReviewFact[]> {
  if (!(await hasTable(db, 'review_steps'))) return;
  const { steps, pass, returned } = words[scope.language];
  let after: Pick<StepRow, 'at' | 'reviewId' | 'position'> | null = null;
  for (;;) {
    const rows: readonly StepRow[] = await loadSteps(db, scope, after);
    yield rows.map(({ reviewId: _, position: __, ...row }) => ({
      ...row,
      step: steps[row.step],
      decision: row.decision === 'pass' ? pass : returned,
    }));
    after = rows.at(-1) ?? null;
    if (after === null || rows.length < stepBatch) return;
  }
}

async function loadSteps(
  db: Database,
  scope: LedgerScope,
  after: Pick<StepRow, 'at' | 'reviewId' | 'position'> | null,
): Promise<readonly StepRow[]> {
  const { from, before } = boundsOf(scope);
  const first = after ?? { at: from, reviewId: '', position: -1 };
  const { rows } = await sql<StepRow>`
    select taken.at, review.record_id as recordId, agency.name as agency, review.version, taken.step,
      taken.decision, taken.opinion, taken.who, taken.review_id as reviewId, taken.position,
      coalesce(json_extract(content.content_json, '$.title'), record.title) as title
    from review_steps as taken
      join reviews as review on review.id = taken.review_id
      join records as record on record.id = review.record_id
      join agencies as agency on agency.id = record.agency_id
      left join record_versions as content
        on content.record_id = review.record_id and content.version = review.version
    where (taken.at, taken.review_id, taken.position) > (${first.at}, ${first.reviewId}, ${first.position})
      and taken.at < ${before} and (${scope.agencyId} is null or record.agency_id = ${scope.agencyId})
    order by taken.at, taken.review_id, taken.position
    limit ${stepBatch}`.execute(db);
  return rows;
}

/** Decisions as the audit trail holds them: one entry may name thousands of records. */
async function* factsOfTrail(db: Database, scope: LedgerScope): AsyncGenerator<readonly ReviewFact[]> {
  let after = 0;
  for (;;) {
    const entries = await loadEntries(db, scope, after);
    for (const entry of entries) yield await factsOf(db, scope, entry);
    const last = entries.at(-1);
    if (last === undefined || entries.length < entryBatch) return;
    after = last.id;
  }
}

function loadEntries(db: Database, scope: LedgerScope, after: number): Promise<readonly TrailEntry[]> {
  const { from, before } = boundsOf(scope);
  return db
    .selectFrom('audit_entries')
    .select(['id', 'at', 'action', 'who'])
    .where('id', '>', after)
    .where('at', '>=', from)
    .where('at', '<', before)
    .where('action', 'in', ['record.approve', 'record.withdraw', 'import.approve'])
    .orderBy('id')
    .limit(entryBatch)
    .execute();
}

interface NamedRecord {
  readonly recordId: string;
  readonly version: number;
  readonly title: string;
  readonly agency: string;
}

async function factsOf(db: Database, scope: LedgerScope, entry: TrailEntry): Promise<ReviewFact[]> {
  const { approval, withdrawal, pass, withdrawn, imported } = words[scope.language];
  const isWithdrawal = entry.action === 'record.withdraw';
  const named = await loadNamed(db, scope, entry, isWithdrawal);
  return named.map((record) => ({
    ...record,
    at: entry.at,
    who: entry.who,
    step: isWithdrawal ? withdrawal : approval,
    decision: isWithdrawal ? withdrawn : pass,
    opinion: entry.action === 'import.approve' ? imported : '',
  }));
}

/** The records an entry names one by one, or those its import brought. */
async function loadNamed(
  db: Database,
  scope: LedgerScope,
  entry: TrailEntry,
  isWithdrawal: boolean,
): Promise<readonly NamedRecord[]> {
  // An approval that ended a review stands in the ledger as the review's last step.
  const isStep =
    !isWithdrawal && (await hasTable(db, 'review_steps'))
      ? sql`exists (select 1 from reviews as review join review_steps as taken on taken.review_id = review.id
          where review.record_id = named.id and review.version = named.version and taken.step = 'approval'
            and taken.decision = 'pass')`
      : sql`false`;
  const named =
    entry.action === 'import.approve'
      ? sql`select version.record_id as id, version.version as version
          from audit_entries as entry
            join record_versions as version
              on version.batch_id = json_extract(entry.details, '$.batchId')
          where entry.id = ${entry.id}`
      : sql`select json_extract(one.value, '$.id') as id, json_extract(one.value, '$.version') as version
          from audit_entries as entry, json_each(entry.details, '$.records') as one
          where entry.id = ${entry.id}`;
  const { rows } = await sql<NamedRecord>`
    select record.id as recordId, named.version as version, agency.name as agency,
      coalesce(json_extract(content.content_json, '$.title'), record.title) as title
    from (${named}) as named
      join records as record on record.id = named.id
      join agencies as agency on agency.id = record.agency_id
      left join record_versions as content
        on content.record_id = named.id and content.version = named.version
    where (${scope.agencyId} is null or record.agency_id = ${scope.agencyId}) and not ${isStep}
    order by record.id`.execute(db);
  return rows;
}
