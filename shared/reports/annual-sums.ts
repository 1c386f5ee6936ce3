// The sums of an annual report and what does not add up in it.
import type { AnnualContent, KnownFigures } from './annual-content.ts';
import {
  type Applicant,
  applicants,
  type Dispute,
  type DisputeOutcome,
  disputeOutcomes,
  documentKinds,
  resultRows,
  type Table1Key,
  type Table2Row,
} from './annual-form.ts';

/** A column of Table 2, the total among them. */
export type Column = Applicant | 'total';
export const columns: readonly Column[] = [...applicants, 'total'];

/** A figure of Table 1: what staff entered, else what the system knows, else nothing. */
export function figureOf(content: AnnualContent, known: KnownFigures, key: Table1Key): number | null {
  return content.table1[key] ?? known[key] ?? null;
}

/** The words and figures of a report, with what the system knows. */
export interface Figures {
  readonly content: AnnualContent;
  readonly known: KnownFigures;
}

/** A cell of Table 2: what staff entered, else what the ledger of requests counts; the total is the sum of the others. */
export function requestCount({ content, known }: Figures, row: Table2Row, column: Column): number {
  const cell = (applicant: Applicant) =>
    content.table2[row][applicant] ?? known[`requests.${row}.${applicant}`] ?? 0;
  return column === 'total' ? applicants.reduce((sum, applicant) => sum + cell(applicant), 0) : cell(column);
}

/** （七）总计: all results of the year. */
export function handledCount(figures: Figures, column: Column): number {
  return resultRows.reduce((sum, row) => sum + requestCount(figures, row, column), 0);
}

/** A cell of Table 3: what staff entered, else what the ledger of requests counts. */
export function disputeCount({ content, known }: Figures, dispute: Dispute, outcome: DisputeOutcome): number {
  return content.table3[dispute][outcome] ?? known[`disputes.${dispute}.${outcome}`] ?? 0;
}

/** A row's total in Table 3. */
export function disputeTotal(figures: Figures, dispute: Dispute): number {
  return disputeOutcomes.reduce((sum, outcome) => sum + disputeCount(figures, dispute, outcome), 0);
}

/** The year before, where there is a report of it. */
export type YearBefore = Figures;

/**
 * `balance`: 新收 + 上年结转 = 办理总计 + 结转下年 does not hold in a column. `carried`: 上年结转 is not what the year
 * before carried over. `in-force`: last year's in force, plus issued, less repealed, is not this year's.
 */
export interface Fault {
  readonly code: 'balance' | 'carried' | 'in-force';
  readonly place: Column | (typeof documentKinds)[number];
  readonly expected: number;
  readonly found: number;
  /** What must be put right before the report is final; the others are for staff to look at. */
  readonly isGrave: boolean;
}

export function findFaults(content: AnnualContent, known: KnownFigures, before: YearBefore | null): Fault[] {
  return [
    ...balanceFaults({ content, known }),
    ...(before === null ? [] : carriedFaults({ content, known }, before)),
    ...(before === null ? [] : inForceFaults(content, known, before)),
  ];
}

function balanceFaults(figures: Figures): Fault[] {
  return columns.flatMap((column): Fault[] => {
    const expected = requestCount(figures, 'received', column) + requestCount(figures, 'carried', column);
    const found = handledCount(figures, column) + requestCount(figures, 'carriedOver', column);
    return expected === found ? [] : [{ code: 'balance', place: column, expected, found, isGrave: true }];
  });
}

function carriedFaults(figures: Figures, before: YearBefore): Fault[] {
  return columns.flatMap((column): Fault[] => {
    const expected = requestCount(before, 'carriedOver', column);
    const found = requestCount(figures, 'carried', column);
    return expected === found ? [] : [{ code: 'carried', place: column, expected, found, isGrave: false }];
  });
}

function inForceFaults(content: AnnualContent, known: KnownFigures, before: YearBefore): Fault[] {
  return documentKinds.flatMap((kind): Fault[] => {
    const last = figureOf(before.content, before.known, `${kind}.inForce`);
    const found = figureOf(content, known, `${kind}.inForce`);
    if (last === null || found === null) return [];
    const issued = figureOf(content, known, `${kind}.issued`) ?? 0;
    const expected = last + issued - (figureOf(content, known, `${kind}.repealed`) ?? 0);
    return expected === found ? [] : [{ code: 'in-force', place: kind, expected, found, isGrave: false }];
  });
}

/** The last day for handing a report in: agencies by 31 January, governments by 31 March of the next year. */
export function dueDay(year: number, isGovernment: boolean): string {
  return `${year + 1}-${isGovernment ? '03-31' : '01-31'}`;
}
