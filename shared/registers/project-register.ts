// A register as a release carries it: its views worked out, its table written, and what does not add up said.
import {
  facetPlaces,
  type RegisterDetails,
  type RegisterNote,
  type RegisterView,
  type ShownColumn,
} from '../catalogue/register.ts';
import { checkSums } from './check-sums.ts';
import { projectCharts } from './project-chart.ts';
import {
  facetColumns,
  isTotalRow,
  type ProjectedEntry,
  projectEntry,
  type StoredCells,
  shownColumns,
} from './project-entry.ts';
import { projectRanking } from './project-ranking.ts';
import { columnOf, type RegisterDefinition, type ViewChoice } from './register-definition.ts';
import { writeTable } from './write-table.ts';
import { compareYears, type EarlierFigures } from './year-on-year.ts';

export { isTotalRow, type ProjectedEntry, projectEntry, type StoredCells };

/** What a register is published from. */
export interface RegisterSource {
  readonly period: string | null;
  /** The approved rows in the order of the sheet they came in. */
  readonly rows: Iterable<StoredCells>;
  /** The period before with its rows; null when there is none to compare with. */
  readonly previous: { readonly period: string | null; readonly rows: Iterable<StoredCells> } | null;
  /** How many entries are published. */
  readonly entries: number;
}

/** A register as it is published. */
export interface ProjectedRegister {
  readonly details: RegisterDetails;
  /** Written from escaped texts alone; '' when the register is not shown as figures or is too long for a page. */
  readonly tableHtml: string;
  readonly tableText: string;
}

/** Longer tables are looked up, not read. */
export const mostTableRows = 500;
/** Rows figures are drawn from; registers beyond it are for looking up. */
const mostCountedRows = 400_000;

/** Projects a register with its rows. */
export function projectRegister(definition: RegisterDefinition, source: RegisterSource): ProjectedRegister {
  const isFigures = definition.views.some(({ view }) => view !== 'look-up');
  const rows = isFigures ? take(source.rows, mostCountedRows) : [];
  const previous = isFigures && source.previous !== null ? take(source.previous.rows, mostCountedRows) : null;
  const around = { previous, period: source.period };
  const views = definition.views.flatMap((view) => projectViews(definition, view, rows, around));
  const isRead = isFigures && rows.length > 0 && rows.length <= mostTableRows;
  const { html, text } = isRead ? writeTable(definition, rows, source.period) : { html: '', text: '' };
  return {
    details: {
      type: 'register',
      template: definition.template,
      period: source.period,
      columns: shownColumns(definition).map(toShownColumn),
      facets: facetColumns(definition).map(({ key, title }, index) => ({
        place: facetPlaces[index] ?? 'facet1',
        key,
        title,
      })),
      entries: source.entries,
      views,
      notes: isRead ? notesOf(definition, rows, earlierOf(source, previous)) : [],
    },
    tableHtml: html,
    tableText: text,
  };
}

function earlierOf({ previous }: RegisterSource, rows: readonly StoredCells[] | null): EarlierFigures | null {
  const period = previous?.period ?? null;
  return rows === null || period === null ? null : { period, rows };
}

function notesOf(
  definition: RegisterDefinition,
  rows: readonly StoredCells[],
  earlier: EarlierFigures | null,
): RegisterNote[] {
  const faults = checkSums(definition, rows).map((note) => ({ ...note, isFault: true }));
  return [...faults, ...compareYears(definition, rows, earlier)];
}

function toShownColumn({
  key,
  title,
  type,
  unit,
  isShown,
}: RegisterDefinition['columns'][number]): ShownColumn {
  return { key, title, type, unit, isShown };
}

/** A view with its figures; none where there is nothing to draw, several where figures cannot stand together. */
function projectViews(
  definition: RegisterDefinition,
  choice: ViewChoice,
  rows: readonly StoredCells[],
  { previous, period }: { readonly previous: readonly StoredCells[] | null; readonly period: string | null },
): RegisterView[] {
  if (choice.view === 'look-up') return [{ view: 'look-up' }];
  if (choice.view === 'table')
    return rows.length > 0 && rows.length <= mostTableRows ? [{ view: 'table' }] : [];
  if (choice.view === 'chart')
    return projectCharts(definition, choice, rows, period).map((chart) => ({ view: 'chart', chart }));
  const ranking = projectRanking(definition, choice.value, rows, previous);
  const column = columnOf(definition, choice.value);
  if (ranking.length === 0 || column === undefined) return [];
  return [{ view: 'ranking', valueTitle: column.title, unit: column.unit, rows: ranking }];
}

function take<T>(items: Iterable<T>, most: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length >= most) break;
    taken.push(item);
  }
  return taken;
}
