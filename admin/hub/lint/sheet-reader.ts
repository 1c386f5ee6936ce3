// Reads the XML of one sheet: cells seen, cells in hidden rows and columns, cells made unreadable by their format.

import type { TableRow } from '#shared/lint/table-lines.ts';
import { parseRange } from '#shared/workbook/merged-ranges.ts';
import type { XmlHandlers } from '#shared/workbook/xml-stream.ts';

/** Formats of cells, by their index, that show nothing. */
export interface UnseenFormats {
  readonly white: ReadonlySet<number>;
  readonly blank: ReadonlySet<number>;
}

export interface SheetCells {
  readonly seen: TableRow[];
  readonly inHiddenRows: TableRow[];
  readonly inHiddenColumns: TableRow[];
  readonly unseen: TableRow[];
  readonly headers: string[];
}

const mostColumns = 512;

export class SheetReader {
  readonly cells: SheetCells = { seen: [], inHiddenRows: [], inHiddenColumns: [], unseen: [], headers: [] };
  private readonly strings: readonly string[];
  private readonly formats: UnseenFormats;
  private readonly hiddenColumns: { readonly from: number; readonly to: number }[] = [];
  private row = {
    number: 0,
    isHidden: false,
    seen: [] as string[],
    inColumns: [] as string[],
    unseen: [] as string[],
  };
  private cell = { column: -1, type: '', format: 0, value: '' };
  private isValue = false;
  private header: string | null = null;

  constructor(strings: readonly string[], formats: UnseenFormats) {
    this.strings = strings;
    this.formats = formats;
  }

  readonly handlers: XmlHandlers = {
    open: (tag, attributes) => this.open(tag, attributes),
    text: (text) => {
      if (this.isValue && this.cell.value.length < 40_000) this.cell.value += text;
      else if (this.header !== null) this.header += text;
    },
    close: (tag) => this.close(tag),
  };

  private open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'col') this.openColumn(attributes);
    else if (tag === 'row') {
      const number = Number(attributes.r) || this.row.number + 1;
      const isHidden = isOn(attributes.hidden) || attributes.ht === '0';
      this.row = { number, isHidden, seen: [], inColumns: [], unseen: [] };
      this.cell.column = -1;
    } else if (tag === 'c') {
      const column = parseRange(attributes.r ?? '')?.left ?? this.cell.column + 1;
      this.cell = { column, type: attributes.t ?? 'n', format: Number(attributes.s ?? 0), value: '' };
    } else if (tag === 'v' || tag === 't') this.isValue = true;
    else if (/^(?:odd|even|first)(?:Header|Footer)$/u.test(tag)) this.header = '';
  }

  private openColumn({ hidden, width, min, max }: Readonly<Record<string, string>>): void {
    if (isOn(hidden) || (width !== undefined && Number(width) === 0)) {
      this.hiddenColumns.push({ from: Number(min) - 1, to: Math.min(Number(max) - 1, mostColumns) });
    }
  }

  private close(tag: string): void {
    if (tag === 'v' || tag === 't') this.isValue = false;
    else if (tag === 'c') this.endCell();
    else if (tag === 'row') this.endRow();
    else if (this.header !== null && /^(?:odd|even|first)(?:Header|Footer)$/u.test(tag)) {
      this.cells.headers.push(
        this.header.replace(/&(?:[LCRPNDTFAGBIUSEXYHOZ]|"[^"]*"|K[0-9A-F]{6}|\d+)/gu, ' ').trim(),
      );
      this.header = null;
    }
  }

  private endCell(): void {
    const { column, type, format, value } = this.cell;
    if (column < 0 || column >= mostColumns) return;
    const text = type === 's' ? (this.strings[Number(value)] ?? '') : value;
    if (text.trim() === '') return;
    if (this.hiddenColumns.some(({ from, to }) => column >= from && column <= to))
      this.row.inColumns[column] = text;
    else if (this.formats.white.has(format) || this.formats.blank.has(format)) this.row.unseen[column] = text;
    else this.row.seen[column] = text;
  }

  private endRow(): void {
    const { number, isHidden, seen, inColumns, unseen } = this.row;
    const add = (rows: TableRow[], cells: readonly string[]): void => {
      if (cells.length > 0) rows.push({ cells: Array.from(cells, (cell) => cell ?? ''), row: number });
    };
    add(isHidden ? this.cells.inHiddenRows : this.cells.seen, seen);
    add(isHidden ? this.cells.inHiddenRows : this.cells.inHiddenColumns, inColumns);
    add(isHidden ? this.cells.inHiddenRows : this.cells.unseen, unseen);
  }
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';
