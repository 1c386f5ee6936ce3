// Reads a standard-catalogue sheet row by row: titles, headers, items, half-rows; every data row is accounted for.
import { foldText } from '#shared/catalogue/clean-text.ts';
import type { SheetRow } from '#shared/workbook/sheet-row.ts';
import type { IngestEvent, IngestOptions, RecordDraft, RowProblem } from '../draft.ts';
import { findShift } from './align-columns.ts';
import { buildMatter } from './build-matter.ts';
import {
  type CatalogueColumn,
  type CatalogueHeader,
  isCatalogueHeader,
  isColumnNumbers,
  isSubHeader,
  mergeSubHeaders,
  readHeader,
} from './columns.ts';
import { allColumns, shifted, withCorrections } from './corrected-columns.ts';
import { fieldOfTitle } from './field-name.ts';
import { type CatalogueItem, joinRow, startItem, type TickGroup, tickGroupOf, tickGroups } from './item.ts';
import { continuesItem, ownCellsOf } from './own-cells.ts';
import { levelSeparator, withLevelsParted, withModesByContent } from './read-by-content.ts';
import { isNumberedLine, roleOf } from './row-role.ts';

/** Rows held back to see whether a header and its data are one column apart. */
const lookaheadRows = 40;

interface Table {
  header: CatalogueHeader;
  columns: readonly CatalogueColumn[];
  readonly main: SheetRow;
  readonly field: string | null;
  /** Rows waiting for the alignment to be decided; null once it is. */
  waiting: SheetRow[] | null;
  item: CatalogueItem | null;
  /** Columns in which the sheet merges data cells down. */
  readonly mergedColumns: Set<number>;
  readonly seenTicks: Set<TickGroup>;
  rows: number;
  /** Parts the levels that stand in one cell; null when they have columns. */
  levelSeparator: RegExp | null;
  /** Whether the row above was a note, which numbered lines carry on. */
  isInNotes: boolean;
}

/** Takes the rows of one sheet and says what they are; `finish` closes the last table. */
export class CatalogueReader {
  private readonly options: IngestOptions;
  private field: string | null;
  private mainHeader: SheetRow | null = null;
  private subHeader: SheetRow | null = null;
  private table: Table | null = null;
  /** The table above the header being read: the same header again, with no title between, is a page break. */
  private previous: Table | null = null;
  private sawTitle = false;
  /** Titles seen so far: one that is repeated only heads another page. */
  private readonly titles = new Set<string>();
  /** The item whose rows are not all read yet. */
  private pending: CatalogueItem | null = null;
  private events: IngestEvent[] = [];
  private readonly usedPaths = new Map<string, Set<string>>();

  /** `fallbackField` is the 领域 when no title names one (from the sheet's or file's name). */
  constructor(options: IngestOptions, fallbackField: string | null) {
    this.options = options;
    this.field = fallbackField;
  }

  take(row: SheetRow): IngestEvent[] {
    this.events = [];
    for (const problem of row.problems ?? []) this.events.push({ type: 'warning', problem });
    if (isCatalogueHeader(row)) this.startHeader(row);
    else if (this.mainHeader) this.afterHeader(row, this.mainHeader);
    else if (this.table) this.takeTableRow(row, this.table);
    else this.takeTitle(row);
    return this.events;
  }

  finish(): IngestEvent[] {
    this.events = [];
    if (this.mainHeader) this.startTable(this.mainHeader, this.subHeader);
    if (this.table) this.endTable(this.table);
    this.table = null;
    return this.events;
  }

  private startHeader(row: SheetRow): void {
    if (this.table) this.previous = this.table;
    this.table = null;
    this.mainHeader = row;
  }

  private afterHeader(row: SheetRow, main: SheetRow): void {
    if (isSubHeader(row, main, this.subHeader)) {
      this.subHeader = this.subHeader === null ? row : mergeSubHeaders(this.subHeader, row);
      return;
    }
    this.startTable(main, this.subHeader);
    if (this.table) this.takeTableRow(row, this.table);
  }

  private startTable(main: SheetRow, sub: SheetRow | null): void {
    const { previous } = this;
    // A page that repeats only the upper row of its header goes on under the whole one.
    const isUpperRowAgain = previous !== null && sub === null && sameWords(previous.main, main);
    const header = isUpperRowAgain ? { ...previous.header, lastRow: main.number } : readHeader(main, sub);
    const isPageBreak =
      previous !== null && !this.sawTitle && sameFields(previous.header.columns, header.columns);
    this.mainHeader = null;
    this.subHeader = null;
    this.previous = null;
    this.sawTitle = false;
    if (isPageBreak) {
      previous.header = header;
      this.table = previous;
      return;
    }
    if (previous) this.endTable(previous);
    this.table = {
      header,
      main,
      columns: header.columns,
      field: this.field,
      waiting: [],
      item: null,
      mergedColumns: new Set(),
      seenTicks: new Set(),
      rows: 0,
      levelSeparator: null,
      isInNotes: false,
    };
  }

  private takeTitle(row: SheetRow): void {
    for (const cell of new Set(row.cells)) {
      if (cell === '') continue;
      const title = foldText(cell).replace(/\([^)]*\)|[-—]*续表?$/gu, '');
      this.sawTitle ||= !this.titles.has(title);
      this.titles.add(title);
      this.field = fieldOfTitle(cell) ?? this.field;
    }
  }

  private takeTableRow(row: SheetRow, table: Table): void {
    if (row.number === table.header.lastRow + 1 && isColumnNumbers(row)) return;
    for (const [column, { anchorRow }] of row.covered ?? []) {
      if (anchorRow < row.number && anchorRow > table.header.lastRow) table.mergedColumns.add(column);
    }
    const role = roleOf(row, lastTitleColumn(table.columns));
    if (role === 'title') this.takeTitle(row);
    const isNote = role === 'note' || (table.isInNotes && isNumberedLine(row));
    table.isInNotes = isNote;
    if (role === 'title' || isNote) return;
    table.rows += 1;
    if (table.waiting === null) this.takeData(row, table);
    else {
      table.waiting.push(row);
      if (table.waiting.length >= lookaheadRows) this.settle(table);
    }
  }

  /** Decides the alignment of a table and reads the rows that waited for it. */
  private settle(table: Table): void {
    const rows = table.waiting ?? [];
    table.waiting = null;
    const shift = findShift(table.columns, rows);
    table.columns = shifted(table.columns, shift);
    if (shift === 1 && !table.columns.some(({ index }) => index === 0)) {
      table.columns = [{ index: 0, heading: '', field: 'number' }, ...table.columns];
    }
    const known = [...table.columns, ...shifted(table.header.unread, shift)];
    table.columns = withCorrections(withModesByContent(table.columns, rows), known, this.options.columns);
    table.levelSeparator = levelSeparator(table.columns, rows);
    const row = table.header.lastRow;
    const columns = allColumns(table.columns, known);
    this.events.push({ type: 'recognised', as: 'matters', columns, headerRow: row });
    if (shift !== 0)
      this.events.push({
        type: 'warning',
        problem: { row, column: null, code: 'ingest.header-shifted', details: {} },
      });
    for (const waiting of rows) this.takeData(waiting, table);
  }

  private takeData(row: SheetRow, table: Table): void {
    const cells = ownCellsOf(row, table.columns);
    const own = table.levelSeparator === null ? cells : withLevelsParted(cells, table.levelSeparator);
    for (const group of tickGroups) if ((own.ticks.get(group)?.size ?? 0) > 0) table.seenTicks.add(group);
    if (table.item && continuesItem(own, table.item)) {
      joinRow(table.item, own);
      return;
    }
    this.endItem(table);
    const above = table.item;
    table.item = startItem(own, above, table.columns, (field) =>
      tickGroups.some((group) => group === field)
        ? table.mergedColumns.size > 0
        : table.columns.some((column) => column.field === field && table.mergedColumns.has(column.index)),
    );
    this.pending = table.item;
  }

  /** Says what became of the item read last, then of the rows that were joined to it. */
  private endItem(table: Table): void {
    const item = this.pending;
    this.pending = null;
    if (!item) return;
    const { draft, problems } = buildMatter(item, {
      field: table.field,
      agencyName: this.options.agencyName,
      headingOf: (field) => table.columns.find((column) => column.field === field)?.heading ?? null,
    });
    if (draft === null) this.events.push({ type: 'rejected', row: item.row, problems });
    else
      this.events.push({ type: 'accepted', row: item.row, draft: this.distinct(draft), warnings: problems });
    for (const row of item.joinedRows) this.events.push({ type: 'joined', row, into: item.row });
  }

  private endTable(table: Table): void {
    if (table.waiting !== null) this.settle(table);
    this.endItem(table);
    this.warnOfLostTicks(table);
  }

  private warnOfLostTicks(table: Table): void {
    const lost = table.columns.filter(({ field }) => {
      const group = tickGroupOf(field);
      return group !== null && group !== 'channel' && !table.seenTicks.has(group);
    });
    if (lost.length === 0 || table.rows === 0) return;
    const columns = lost.map(({ heading }) => heading).join('、');
    const problem: RowProblem = {
      row: table.header.lastRow,
      column: null,
      code: 'ingest.ticks-missing',
      details: { columns },
    };
    this.events.push({ type: 'warning', problem });
  }

  /** Two items with the same levels but other content are two records: the later ones are numbered. */
  private distinct(draft: RecordDraft): RecordDraft {
    const { details } = draft;
    if (details?.type !== 'matter') return draft;
    const path = [draft.agencyName ?? '', details.field ?? '', ...details.levels]
      .map(foldText)
      .join('\u001f');
    const contents = this.usedPaths.get(path) ?? new Set<string>();
    this.usedPaths.set(path, contents);
    const isRepeat = contents.size === 0 || contents.has(details.elements);
    contents.add(details.elements);
    if (isRepeat) return draft;
    const title = `${draft.title}（${contents.size}）`;
    return { ...draft, title, details: { ...details, levels: [...details.levels.slice(0, -1), title] } };
  }
}

function sameFields(a: readonly CatalogueColumn[], b: readonly CatalogueColumn[]): boolean {
  return a.length === b.length && a.every(({ field }, index) => field === b[index]?.field);
}

function sameWords(a: SheetRow, b: SheetRow): boolean {
  const words = ({ cells }: SheetRow): string[] => cells.map(foldText);
  const [one, other] = [words(a), words(b)];
  const width = Math.max(one.length, other.length);
  return Array.from({ length: width }).every((_, index) => (one[index] ?? '') === (other[index] ?? ''));
}

/** The last column a title or remark may start in. */
function lastTitleColumn(columns: readonly CatalogueColumn[]): number {
  const number = columns.find(({ field }) => field === 'number');
  const level = columns.find(({ field }) => field.startsWith('level'));
  return level?.index ?? number?.index ?? 0;
}
