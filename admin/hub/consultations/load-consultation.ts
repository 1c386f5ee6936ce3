// Reads consultations with the notices that carry them: the newest version, which staff plan, and the public one, which binds.
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import type { ConsultationKind, NoticeConsultation } from '#shared/consultations/consultation.ts';
import { standingAt } from '#shared/consultations/consultation-state.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ConsultationRow } from '#shared/protocol/consultations-api.ts';
import type { Desk } from '../editorial/desk.ts';
import { parseContent, type StoredContent } from '../editorial/stored-content.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';

/** A notice's own period and what it asks. */
export interface Facts {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly details: NoticeDetails;
  readonly consultation: NoticeConsultation;
}

export interface LoadedConsultation {
  readonly id: string;
  readonly kind: ConsultationKind;
  readonly recordId: string;
  readonly draftId: string | null;
  readonly code: string;
  readonly revision: number;
  readonly recordVersion: number;
  readonly publishedVersion: number | null;
  readonly agencyName: string;
  readonly content: StoredContent;
  readonly bodyHash: string | null;
  /** Of the newest version; null when somebody took it out of the notice. */
  readonly planned: Facts | null;
  /** Of the version the public reads; null before it does. */
  readonly published: Facts | null;
  readonly summaryId: string;
  readonly participantsId: string;
  /** Ids of its results that the public reads. */
  readonly publicResults: ReadonlySet<string>;
}

/** What a stored version asks; null when it asks nothing. */
export function factsOf(contentJson: string | null): Facts | null {
  const details = contentJson === null ? null : parseContent(contentJson).details;
  if (details?.type !== 'notice' || details.consultation === undefined) return null;
  const { startsOn, endsOn, consultation } = details;
  return startsOn === null || endsOn === null ? null : { startsOn, endsOn, details, consultation };
}

function select(db: Database) {
  return db
    .selectFrom('consultations as asked')
    .innerJoin('records as record', 'record.id', 'asked.record_id')
    .innerJoin('agencies as agency', 'agency.id', 'record.agency_id')
    .innerJoin('record_versions as newest', (join) =>
      join.onRef('newest.record_id', '=', 'record.id').onRef('newest.version', '=', 'record.version'),
    )
    .leftJoin('record_versions as public', (join) =>
      join
        .onRef('public.record_id', '=', 'record.id')
        .onRef('public.version', '=', 'record.published_version'),
    )
    .selectAll('asked')
    .select(['record.code', 'record.version', 'record.published_version', 'agency.name as agency_name'])
    .select(['newest.content_json', 'newest.body_hash', 'public.content_json as public_json']);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function loaded(row: Row, publicIds: ReadonlySet<string>): LoadedConsultation {
  return {
    id: row.id,
    kind: row.kind,
    recordId: row.record_id,
    draftId: row.draft_id,
    code: row.code,
    revision: row.revision,
    recordVersion: row.version,
    publishedVersion: row.published_version,
    agencyName: row.agency_name,
    content: parseContent(row.content_json),
    bodyHash: row.body_hash,
    planned: factsOf(row.content_json),
    published: factsOf(row.public_json),
    summaryId: row.summary_id,
    participantsId: row.participants_id,
    publicResults: publicIds,
  };
}

async function publicAmong(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('records')
    .select('id')
    .where('id', 'in', ids)
    .where('published_version', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Within the asker's agency. Throws `not-found` or `consultations.foreign-agency`. */
export async function findConsultation(
  { db }: Pick<Desk, 'db'>,
  id: string,
  actor: Actor,
): Promise<LoadedConsultation> {
  const row = await select(db).where('asked.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
  const found = loaded(row, await publicAmong(db, [row.summary_id, row.participants_id]));
  if (actor.agencyId !== null && actor.agencyId !== found.content.agencyId)
    throw new AppError('consultations.foreign-agency');
  return found;
}

/** Listed at most: what a venue asks in several years. */
const mostListed = 500;

/** Newest first, within the asker's agency. */
export async function allConsultations(
  { db }: Pick<Desk, 'db'>,
  actor: Actor,
): Promise<readonly LoadedConsultation[]> {
  let rows = select(db).orderBy('asked.id', 'desc').limit(mostListed);
  if (actor.agencyId !== null) rows = rows.where('record.agency_id', '=', actor.agencyId);
  const found = await rows.execute();
  const publicIds = new Set<string>();
  for (let from = 0; from < found.length; from += 200) {
    const some = found.slice(from, from + 200);
    const ids = await publicAmong(
      db,
      some.flatMap((row) => [row.summary_id, row.participants_id]),
    );
    for (const id of ids) publicIds.add(id);
  }
  return found.map((row) => loaded(row, publicIds));
}

/** What it says to the public: the public period binds, before there is one the planned period is told. */
export function bindingFacts({ published, planned }: LoadedConsultation): Facts | null {
  return published ?? planned;
}

/** `draft` until its notice is public. */
export function stateOf(
  asked: LoadedConsultation,
  nowMs: number,
): Pick<ConsultationRow, 'state' | 'daysLeft'> {
  if (asked.published === null) return { state: 'draft', daysLeft: null };
  const isSummarised = [asked.summaryId, asked.participantsId].some((id) => asked.publicResults.has(id));
  return standingAt(asked.published, nowMs, isSummarised);
}
