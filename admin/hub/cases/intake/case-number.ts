// Numbers in the ledger: one row of them per family of kinds and year, without gaps and without doubles.
import type { CaseKind } from '#shared/cases/case-kinds.ts';
import type { Database } from '../../store/tables.ts';
import { loadCaseSettings } from '../case-settings.ts';

/** Kinds of one family share a row of numbers, under the word the family is known by. */
const familyWords = {
  request: '依申请',
  correction: '更正',
  voice: '意见',
  comment: '征求意见',
  objection: '异议',
  hearing: '听证',
} as const;
type Family = keyof typeof familyWords;

const familyOfKind: Readonly<Record<CaseKind, Family>> = {
  request: 'request',
  correction: 'correction',
  opinion: 'voice',
  complaint: 'voice',
  suggestion: 'voice',
  question: 'voice',
  comment: 'comment',
  objection: 'objection',
  hearing: 'hearing',
};

/**
 * Takes the next number of the year of `receivedOn`, e.g. `依申请〔2026〕12号`. Call it inside the transaction that
 * writes the case: when that fails, the number was never given.
 */
export async function takeCaseNumber(db: Database, kind: CaseKind, receivedOn: string): Promise<string> {
  const family = familyOfKind[kind];
  const year = Number(receivedOn.slice(0, 4));
  const { last } = await db
    .insertInto('case_numbers')
    .values({ family, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['family', 'year']).doUpdateSet((row) => ({
        last: row('case_numbers.last', '+', 1),
      })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  const { numberWord } = await loadCaseSettings(db);
  return `${numberWord}${familyWords[family]}〔${year}〕${last}号`;
}
