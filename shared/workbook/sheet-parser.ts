// Turns the XML of one sheet into rows as it streams by; empty rows and cells cost nothing.

import { workbookLimits } from './limits.ts';
import { columnIndex, type MergedRange, MergeTracker } from './merged-ranges.ts';
import { mostSteps, type RowProblem, type SheetRow, stepsBefore } from './sheet-row.ts';
import { unescapeControl, type WorkbookParts } from './workbook-parts.ts';
import type { XmlHandlers } from './xml-stream.ts';

type CellType = 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'n' | 'd';

/** Collects rows; `take` hands over what is complete. */
export class SheetParser {
  /** True once a row past the last a spreadsheet can have held something. */
  hasTooManyRows = false;
  private readonly parts: WorkbookParts;
  private readonly merges: MergeTracker;
  private rows: SheetRow[] = [];
  private number = 0;
  private cells: string[] = [];
  private indents = new Map<number, number>();
  private problems: RowProblem[] = [];
  private column = -1;
  private type: CellType = 'n';
  private style = 0;
  private value = '';
  private isValue = false;
  private isPhonetic = false;

  constructor(parts: WorkbookParts, ranges: readonly MergedRange[]) {
    this.parts = parts;
    this.merges = new MergeTracker(ranges);
  }

  take(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => this.open(name, attributes),
    text: (text) => {
      if (this.isValue && this.value.length <= workbookLimits.cellCharacters) this.value += text;
    },
    close: (name) => this.close(name),
  };

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      const stated = Number(attributes.r);
      this.number = Number.isInteger(stated) && stated > this.number ? stated : this.number + 1;
      this.cells = [];
      this.indents = new Map();
      this.problems = [];
      this.column = -1;
    } else if (name === 'c') this.openCell(attributes);
    else if (name === 'rPh') this.isPhonetic = true;
    else if (name === 'v' || (name === 't' && this.type === 'inlineStr' && !this.isPhonetic))
      this.isValue = true;
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const letters = /^[A-Z]{1,3}/u.exec(attributes.r ?? '')?.[0];
    this.column = letters === undefined ? this.column + 1 : columnIndex(letters);
    this.type = (attributes.t ?? 'n') as CellType;
    this.style = Number(attributes.s ?? 0);
    this.value = '';
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  }

  private endCell(): void {
    const raw = this.value === '' ? '' : this.textOf(this.value);
    const text = raw.trim();
    this.value = '';
    if (text === '') return;
    if (this.column >= workbookLimits.sheetColumns) {
      if (!this.problems.some(({ code }) => code === 'ingest.too-many-columns')) {
        this.warn('ingest.too-many-columns', workbookLimits.sheetColumns);
      }
      return;
    }
    if (text.length > workbookLimits.cellCharacters)
      this.warn('ingest.cell-too-long', workbookLimits.cellCharacters);
    while (this.cells.length < this.column) this.cells.push('');
    const steps = stepsBefore(raw) + (this.parts.indents.get(this.style) ?? 0);
    if (steps > 0) this.indents.set(this.column, Math.min(mostSteps, steps));
    this.cells[this.column] = text.slice(0, workbookLimits.cellCharacters);
  }

  private warn(code: 'ingest.too-many-columns' | 'ingest.cell-too-long', limit: number): void {
    this.problems.push({ row: this.number, column: null, code, details: { limit } });
  }

  private textOf(value: string): string {
    if (this.type === 's') return this.parts.strings[Number(value)] ?? '';
    if (this.type === 'str' || this.type === 'inlineStr') return unescapeControl(value);
    if (this.type === 'b') return value === '1' ? '是' : '否';
    if (this.type === 'e') return '';
    if (this.type === 'd') return value.replace('T', ' ');
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    return this.parts.dateStyles.has(this.style) ? dateText(number, this.parts.is1904) : numberText(number);
  }

  private endRow(): void {
    const isBeyond = this.number > workbookLimits.sheetRows;
    if (isBeyond) {
      this.hasTooManyRows ||= this.cells.length > 0;
      return;
    }
    if (this.cells.length === 0) return;
    const covered = this.merges.covered(this.number, this.cells);
    this.rows.push({
      number: this.number,
      cells: this.cells,
      ...(covered === null ? {} : { covered }),
      ...(this.indents.size === 0 ? {} : { indents: this.indents }),
      ...(this.problems.length === 0 ? {} : { problems: this.problems }),
    });
  }
}

/** A day number as `YYYY-MM-DD`, with the time when there is one. Day 60 of 1900 never was and stays a number. */
function dateText(days: number, is1904: boolean): string {
  const sinceEpoch = days + (is1904 ? 1462 : 0);
  if (sinceEpoch < 1 || sinceEpoch > 2_958_465) return numberText(days);
  const corrected = sinceEpoch < 60 ? sinceEpoch + 1 : sinceEpoch;
  const iso = new Date(Math.round((corrected - 25_569) * 86_400) * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

/** A number without the noise of binary fractions: at most 15 digits, as spreadsheets show it. */
function numberText(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}
