// What became of what people handed in this year, counted in the store and told without small numbers.
import { sql } from 'kysely';
import { settledStates } from '#shared/cases/case-kinds.ts';
import type { FiguresOfCases } from '#shared/statistics/public-figures.ts';
import { showCount, showMean, showParts } from '#shared/statistics/suppress.ts';
import type { Database } from '../store/tables.ts';

/** What people say; applications are told beside them. */
const voices = ['opinion', 'complaint', 'suggestion', 'question'];
/** What was merged is told once, and what was taken back is nobody's any more. */
const untold = ['merged', 'withdrawn'];

/** Null where nobody has handed in anything this year. */
export async function loadCaseFigures(db: Database, today: string): Promise<FiguresOfCases | null> {
  const year = today.slice(0, 4);
  const rows = await db
    .selectFrom('cases')
    .select((row) => [
      sql<string>`case when kind = 'request' then 'request' else 'voice' end`.as('what'),
      sql<string>`case
        when outcome is not null then outcome
        when state in (${sql.join(settledStates)}) then 'done' else 'under-way' end`.as('became'),
      row.fn.countAll<number>().as('count'),
    ])
    .where('kind', 'in', [...voices, 'request'])
    .where('state', 'not in', untold)
    .where('received_on', '>=', `${year}-01-01`)
    .where('received_on', '<=', `${year}-12-31`)
    .groupBy(['what', 'became'])
    .execute();
  if (rows.length === 0) return null;
  const count = (what: string, ...outcomes: readonly string[]) =>
    rows
      .filter((row) => row.what === what && outcomes.includes(row.became))
      .reduce((sum, row) => sum + Number(row.count), 0);
  const marks = await marksOf(db, year);
  return {
    year: Number(year),
    opinions: showParts({
      done: count('voice', 'done'),
      underWay: count('voice', 'under-way'),
      notPossible: count('voice', 'not-possible'),
    }),
    requests: showParts({
      answered: count('request', 'done', 'not-possible'),
      waiting: count('request', 'under-way'),
    }),
    satisfaction: showMean(marks),
    satisfied: showCount(marks.length),
  };
}

async function marksOf(db: Database, year: string): Promise<number[]> {
  const rows = await db
    .selectFrom('cases')
    .select('satisfaction')
    .where('satisfaction', 'is not', null)
    .where('kind', 'in', [...voices, 'request'])
    .where('state', 'not in', untold)
    .where('received_on', '>=', `${year}-01-01`)
    .where('received_on', '<=', `${year}-12-31`)
    .execute();
  return rows.map(({ satisfaction }) => satisfaction ?? 0);
}
