// Where ledgers take cases from: rows in the order they were received, with where each stands, without anybody's name.
import { type CaseCourse, readCourse } from '#shared/cases/case-course.ts';
import { type CaseChannel, type CaseKind, formalKinds } from '#shared/cases/case-kinds.ts';
import type { CaseDesk } from '../../cases/case-desk.ts';
import { type CaseRow, eventsOf, type StoredEvent } from '../../cases/case-events.ts';
import { gistOf, maskedText } from '../../cases/handling/mask-words.ts';
import { wordsOfRow } from '../../cases/handling/opened-case.ts';
import type { LedgerScope } from './ledger-scope.ts';

export interface CaseFact {
  readonly row: CaseRow;
  readonly course: CaseCourse;
  readonly events: readonly StoredEvent[];
  readonly agency: string;
  /** First words with names and numbers masked; empty once erased. */
  readonly gist: string;
  /** The answer with names and numbers masked. */
  readonly answer: string;
}

/** Applications and corrections, or opinions, complaints, suggestions and questions; in the order they were received. */
export type CaseSource = (
  group: 'formal' | 'voices',
  scope: LedgerScope,
) => AsyncIterable<readonly CaseFact[]>;

/** Where no cases are kept. */
export const noCases: CaseSource = async function* noCases() {};

const batch = 200;
const kindsOf: Readonly<Record<'formal' | 'voices', readonly CaseKind[]>> = {
  formal: formalKinds,
  voices: ['opinion', 'complaint', 'suggestion', 'question'],
};

export function casesOfStore(caseDesk: CaseDesk): CaseSource {
  return async function* casesOfDesk(group, scope) {
    for (let last: Last | null = null; ; ) {
      const rows = await loadRows(caseDesk, group, scope, last);
      const events = await eventsOf(caseDesk.desk.db, rows);
      yield await Promise.all(
        rows.map(async ({ agency, ...row }): Promise<CaseFact> => {
          const own = events.get(row.id) ?? [];
          const { words } = await wordsOfRow(caseDesk, row);
          const answer = maskedText(words?.answer ?? '', words?.applicant);
          const course = readCourse(row.channel as CaseChannel, own);
          return { row, course, events: own, agency: agency ?? '', gist: gistOf(words), answer };
        }),
      );
      last = rows.at(-1) ?? null;
      if (rows.length < batch) return;
    }
  };
}

/** The row the next ones follow. */
type Last = Pick<CaseRow, 'id' | 'received_on'>;

function loadRows({ desk }: CaseDesk, group: 'formal' | 'voices', scope: LedgerScope, last: Last | null) {
  let query = desk.db
    .selectFrom('cases')
    .leftJoin('agencies as agency', 'agency.id', 'cases.agency_id')
    .selectAll('cases')
    .select('agency.name as agency')
    .where('cases.kind', 'in', kindsOf[group]);
  if (scope.from !== null) query = query.where('cases.received_on', '>=', scope.from);
  if (scope.to !== null) query = query.where('cases.received_on', '<=', scope.to);
  if (scope.agencyId !== null) query = query.where('cases.agency_id', '=', scope.agencyId);
  if (last !== null) {
    const { received_on: on, id } = last;
    query = query.where((where) =>
      where.or([
        where('cases.received_on', '>', on),
        where.and([where('cases.received_on', '=', on), where('cases.id', '>', id)]),
      ]),
    );
  }
  return query.orderBy('cases.received_on').orderBy('cases.id').limit(batch).execute();
}
