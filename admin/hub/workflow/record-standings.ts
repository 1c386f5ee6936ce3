// How records stand on their way to the public, as one person sees them: what the rules of shared/workflow judge by.
import type { RecordStanding } from '#shared/workflow/record-acts.ts';
import type { Database } from '../store/tables.ts';

/** Records looked up by one statement. */
const chunk = 500;

/** A record with what acts on it need to know. */
export interface StandingRecord extends RecordStanding {
  readonly id: string;
  readonly title: string;
  readonly nodeId: string | null;
  readonly updatedBy: string;
  readonly openReview: OpenReview | null;
}

type Open = NonNullable<RecordStanding['open']>;

/** The review a record waits in. */
export interface OpenReview extends Open {
  readonly id: string;
  readonly recordId: string;
  readonly baseVersion: number;
  readonly steps: string;
  readonly submittedBy: string;
}

/** These records as `who` sees them; ids nothing has are left out. */
export async function loadStandings(
  db: Database,
  ids: readonly string[],
  who: string,
): Promise<ReadonlyMap<string, StandingRecord>> {
  const found = new Map<string, StandingRecord>();
  const unique = [...new Set(ids)];
  for (let from = 0; from < unique.length; from += chunk) {
    const part = unique.slice(from, from + chunk);
    for (const record of await loadPart(db, part, who)) found.set(record.id, record);
  }
  return found;
}

async function loadPart(db: Database, ids: readonly string[], who: string): Promise<StandingRecord[]> {
  const rows = await loadRows(db, ids);
  const open = new Map((await loadOpenReviews(db, ids)).map((review) => [review.recordId, review]));
  const written = Map.groupBy(await versionsBy(db, ids, who), ({ record_id }) => record_id);
  const taken = Map.groupBy(await stepsBy(db, ids, who), ({ record_id }) => record_id);
  return rows.map((row) => {
    const review = open.get(row.id) ?? null;
    const span = {
      above: review?.baseVersion ?? row.approved_version ?? 0,
      upTo: review?.version ?? row.version,
    };
    const isIn = ({ version }: { readonly version: number }) => version > span.above && version <= span.upTo;
    const steps = (taken.get(row.id) ?? []).filter(isIn);
    const isMyEmergency = review?.state === 'follow-up' && review.submittedBy === who;
    return {
      id: row.id,
      title: row.title,
      nodeId: row.node_id,
      updatedBy: row.updated_by,
      agencyId: row.agency_id,
      state: row.state,
      version: row.version,
      approvedVersion: row.approved_version,
      publishedVersion: row.published_version,
      fate: row.fate,
      open: review,
      openReview: review,
      isReviewed: row.reviewed > 0,
      isScheduled: row.scheduled > 0,
      isGrouped: row.grouped > 0,
      own: {
        hasWritten: (written.get(row.id) ?? []).some(isIn),
        hasReviewed: steps.some(({ step }) => step !== 'approval'),
        hasApproved: isMyEmergency || steps.some(({ step }) => step === 'approval'),
      },
    };
  });
}

function loadRows(db: Database, ids: readonly string[]) {
  return db
    .selectFrom('records as record')
    .leftJoin('record_fates as fate', 'fate.record_id', 'record.id')
    .select([
      'record.id',
      'record.title',
      'record.node_id',
      'record.agency_id',
      'record.state',
      'record.version',
    ])
    .select(['record.approved_version', 'record.published_version', 'record.updated_by', 'fate.fate'])
    .select((table) => [
      table
        .selectFrom('reviews')
        .whereRef('reviews.record_id', '=', 'record.id')
        .whereRef('reviews.version', '=', 'record.version')
        .where('reviews.state', '=', 'approved')
        .select((review) => review.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('reviewed'),
      table
        .selectFrom('record_schedules as schedule')
        .whereRef('schedule.record_id', '=', 'record.id')
        .select((schedule) => schedule.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('scheduled'),
      table
        .selectFrom('release_group_items as item')
        .innerJoin('release_groups as group', 'group.id', 'item.group_id')
        .whereRef('item.record_id', '=', 'record.id')
        .where('group.released_at', 'is', null)
        .select((item) => item.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('grouped'),
    ])
    .where('record.id', 'in', ids)
    .execute();
}

/** The open reviews of these records. */
export async function loadOpenReviews(db: Database, ids: readonly string[]): Promise<OpenReview[]> {
  const rows = await db
    .selectFrom('reviews')
    .select([
      'id',
      'record_id as recordId',
      'version',
      'base_version as baseVersion',
      'state',
      'steps',
      'step',
    ])
    .select('submitted_by as submittedBy')
    .where('record_id', 'in', ids)
    .where('step', 'is not', null)
    .execute();
  return rows.flatMap(({ state, step, ...row }) => {
    const isOpen = state === 'in-review' || state === 'follow-up';
    return isOpen && step !== null ? [{ ...row, state, step }] : [];
  });
}

function versionsBy(db: Database, ids: readonly string[], who: string) {
  return db
    .selectFrom('record_versions')
    .select(['record_id', 'version'])
    .where('record_id', 'in', ids)
    .where('who', '=', who)
    .execute();
}

function stepsBy(db: Database, ids: readonly string[], who: string) {
  return db
    .selectFrom('reviews as review')
    .innerJoin('review_steps as taken', 'taken.review_id', 'review.id')
    .select(['review.record_id', 'review.version', 'taken.step'])
    .where('review.record_id', 'in', ids)
    .where('taken.who', '=', who)
    .execute();
}
