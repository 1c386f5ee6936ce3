// The tables of an annual report as grids of cells that span columns and rows, as the form draws them.
import type { AnnualContent, KnownFigures } from './annual-content.ts';
import {
  annualWords,
  applicants,
  type Dispute,
  disputeOutcomes,
  disputes,
  documentFigures,
  documentKinds,
  type ResultGroup,
  resultGroups,
  type Table2Row,
} from './annual-form.ts';
import {
  type Column,
  columns,
  disputeCount,
  disputeTotal,
  type Figures,
  figureOf,
  handledCount,
  requestCount,
} from './annual-sums.ts';

export interface GridCell {
  readonly value: string | number;
  readonly columns?: number;
  readonly rows?: number;
  readonly isHead?: boolean;
}

export interface Grid {
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly GridCell[])[];
}

const head = (value: string, columns = 1, rows = 1): GridCell => ({ value, columns, rows, isHead: true });
/** An empty figure is printed as nought: the form has no blanks. */
const figure = (value: number | null): GridCell => ({ value: value ?? 0 });

/** 二、主动公开: its four parts below each other. */
export function proactiveGrid(content: AnnualContent, known: KnownFigures): Grid {
  const w = annualWords;
  const documents = documentKinds.map((kind) => [
    head(w.documentKinds[kind]),
    ...documentFigures.map((key) => figure(figureOf(content, known, `${kind}.${key}`))),
  ]);
  const single = (key: 'permits' | 'penalties' | 'coercions' | 'fees') => [
    head(w.singleFigures[key]),
    { ...figure(figureOf(content, known, key)), columns: 3 },
  ];
  return {
    widths: [28, 20, 20, 20],
    rows: [
      [head(w.article.documents, 4)],
      [head(w.content), ...documentFigures.map((key) => head(w.documentFigures[key]))],
      ...documents,
      [head(w.article.permits, 4)],
      [head(w.content), head(w.decisions, 3)],
      single('permits'),
      [head(w.article.sanctions, 4)],
      [head(w.content), head(w.decisions, 3)],
      single('penalties'),
      single('coercions'),
      [head(w.article.fees, 4)],
      [head(w.content), head(w.feesHead, 3)],
      single('fees'),
    ],
  };
}

/** 三、收到和处理申请: three columns of words, seven of figures. */
export function requestGrid(figures: Figures): Grid {
  const w = annualWords;
  const counts = (count: (column: Column) => number) => columns.map((column) => ({ value: count(column) }));
  const row = (key: Table2Row) => counts((column) => requestCount(figures, key, column));
  const results = (Object.keys(resultGroups) as ResultGroup[]).flatMap((group) =>
    resultGroups[group].map((key, at): GridCell[] => {
      if (group === 'granted' || group === 'partial') return [head(w.rows[key], 2), ...row(key)];
      const groupHead = at === 0 ? [head(w.groups[group], 1, resultGroups[group].length)] : [];
      return [...groupHead, head(w.rows[key]), ...row(key)];
    }),
  );
  const total = [head(w.groups.total, 2), ...counts((column) => handledCount(figures, column))];
  const handled = [...results, total].map((cells, at) =>
    at === 0 ? [head(w.results, 1, results.length + 1), ...cells] : cells,
  );
  return {
    widths: [10, 14, 36, 8, 9, 9, 9, 9, 8, 8],
    rows: [
      [head(w.requestNote, 3, 3), head(w.applicantHead, 7)],
      [head(w.applicants.person, 1, 2), head(w.organisations, 5), head(w.total, 1, 2)],
      applicants.filter((key) => key !== 'person').map((key) => head(w.applicants[key])),
      [head(w.rows.received, 3), ...row('received')],
      [head(w.rows.carried, 3), ...row('carried')],
      ...handled,
      [head(w.rows.carriedOver, 3), ...row('carriedOver')],
    ],
  };
}

/** 四、复议诉讼: review, and suits without and after one, side by side. */
export function disputeGrid(figures: Figures): Grid {
  const w = annualWords;
  const outcomes = [...disputeOutcomes.map((key) => head(w.outcomes[key])), head(w.total)];
  const cells = (dispute: Dispute) => [
    ...disputeOutcomes.map((key) => figure(disputeCount(figures, dispute, key))),
    figure(disputeTotal(figures, dispute)),
  ];
  return {
    widths: Array.from({ length: 15 }, () => 8),
    rows: [
      [head(w.disputes.review, 5, 2), head(w.suits, 10)],
      [head(w.disputes.suit, 5), head(w.disputes.suitAfterReview, 5)],
      disputes.flatMap(() => outcomes),
      disputes.flatMap(cells),
    ],
  };
}
