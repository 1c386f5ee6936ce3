// Cases that are likely the same: of the same person, or with the same words, found by their digests.
import type { CaseState } from '#shared/cases/case-kinds.ts';
import type { CaseDetail } from '#shared/protocol/case-desk-api.ts';
import type { Actor } from '../../http/actor.ts';
import type { Database } from '../../store/tables.ts';
import type { CaseRow } from '../case-events.ts';

const mostLikely = 20;

/** The newest first, within the asker's scope; those merged already are not named. */
export async function likelySame(
  db: Database,
  row: CaseRow,
  { agencyId }: Pick<Actor, 'agencyId'>,
): Promise<CaseDetail['likely']> {
  const { id, person_digest: person, words_digest: words } = row;
  if (person === null && words === null) return [];
  let query = db
    .selectFrom('cases')
    .select(['id', 'number', 'state', 'person_digest', 'words_digest'])
    .where('id', '<>', id)
    .where('state', '<>', 'merged')
    .where((where) =>
      where.or([
        ...(person === null ? [] : [where('person_digest', '=', person)]),
        ...(words === null ? [] : [where('words_digest', '=', words)]),
      ]),
    );
  if (agencyId !== null) query = query.where('agency_id', '=', agencyId);
  const found = await query.orderBy('received_on', 'desc').orderBy('id', 'desc').limit(mostLikely).execute();
  return found.map((one) => {
    const [isPerson, isText] = [one.person_digest === person, one.words_digest === words];
    const why = isPerson && person !== null ? (isText && words !== null ? 'both' : 'person') : 'text';
    return { id: one.id, number: one.number, state: one.state as CaseState, why };
  });
}
