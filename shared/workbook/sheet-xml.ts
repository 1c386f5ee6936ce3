// Writes one sheet of a spreadsheet as XML, row by row, so that a long one never lies in memory as a whole.
import { AppError } from '../errors/app-error.ts';
import { columnLetter } from './sheet-row.ts';
import {
  isDateCell,
  isSpanCell,
  type SheetCell,
  type SheetLine,
  sheetBounds,
  type WritableSheet,
} from './workbook-sheet.ts';
import { type CellStyle, cellStyles } from './workbook-styles.ts';

const chinaOffsetMs = 8 * 3600 * 1000;
const dayMs = 86_400_000;
/** Day number of 1970-01-01 in a spreadsheet. */
const epochDay = 25_569;

/** Text of an element or attribute; what XML 1.0 cannot hold is escaped as spreadsheets do, `_x001F_`. */
export function escapeXml(text: string): string {
  return text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/gu, '_x005F_x')
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be found.
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .toWellFormed()
    .replace(
      /[&<>"]/gu,
      (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '',
    );
}

/** How many lines stand above the rows: title, remarks and heads. */
export function linesAbove({ title, remarks, heads }: WritableSheet): { heading: number; head: number } {
  return { heading: (title === null ? 0 : 1) + remarks.length, head: heads.length };
}

/** The sheet's XML in pieces. Throws `report.too-long` past what the format can hold. */
export async function* writeSheetXml(sheet: WritableSheet): AsyncGenerator<string> {
  const writer = new SheetWriter(sheet);
  yield writer.start();
  for await (const lines of sheet.rows) yield lines.map((line) => writer.line(line, bodyLook(line))).join('');
  yield writer.end();
}

type Look = (cell: SheetCell, column: number) => CellStyle;

function bodyLook({ isStrong = false }: SheetLine) {
  return (isCentred: boolean, value: SheetCell): CellStyle => {
    if (isDateCell(value)) return value.date.includes('T') ? cellStyles.instant : cellStyles.day;
    const content = isSpanCell(value) ? value.value : value;
    if (typeof content === 'number') return isStrong ? cellStyles.strongNumber : cellStyles.number;
    if (isStrong) return cellStyles.strongText;
    return isCentred ? cellStyles.centred : cellStyles.text;
  };
}

class SheetWriter {
  readonly #sheet: WritableSheet;
  readonly #merges: string[] = [];
  /** Columns a cell above still covers, with how many lines of it are left. */
  readonly #covered = new Map<number, number>();
  #row = 0;

  constructor(sheet: WritableSheet) {
    this.#sheet = sheet;
  }

  start(): string {
    const { title, remarks, heads, columns } = this.#sheet;
    const widths = columns.map(
      ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
    );
    const above = [
      ...(title === null ? [] : [this.#wide(title, cellStyles.title, 32)]),
      ...remarks.map((remark) => this.#wide(remark, cellStyles.remark, 18)),
      ...heads.map((head) => this.#write(head.cells, () => cellStyles.head)),
    ];
    return `${opening}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${this.#view()}<sheetFormatPr defaultRowHeight="16"/><cols>${widths.join('')}</cols><sheetData>${above.join('')}`;
  }

  line({ cells }: SheetLine, look: (isCentred: boolean, cell: SheetCell) => CellStyle): string {
    const { columns } = this.#sheet;
    return this.#write(cells, (cell, column) => look(columns[column]?.isCentred === true, cell));
  }

  end(): string {
    const notes = (this.#sheet.notes ?? []).map((note) => this.#wide(note, cellStyles.remark, 18));
    const merges =
      this.#merges.length === 0
        ? ''
        : `<mergeCells count="${this.#merges.length}">${this.#merges.join('')}</mergeCells>`;
    const orientation = this.#sheet.isUpright ? 'portrait' : 'landscape';
    return `${notes.join('')}</sheetData>${merges}<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
  }

  #view(): string {
    const { heading, head } = linesAbove(this.#sheet);
    const fixed = heading + head;
    if (fixed === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
    return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${fixed}" topLeftCell="A${fixed + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  }

  #wide(text: string, style: CellStyle, height: number): string {
    const columns = this.#sheet.columns.length;
    const cells: SheetCell[] = [columns > 1 ? { value: text, columns } : text];
    const lines = Math.max(1, text.split('\n').length);
    return this.#write(cells, () => style, height * lines);
  }

  #write(cells: readonly SheetCell[], look: Look, height?: number): string {
    this.#row += 1;
    if (this.#row > sheetBounds.rows) throw new AppError('report.too-long', { limit: sheetBounds.rows });
    const below = [...this.#covered.keys()];
    let written = '';
    let column = 0;
    const skip = () => {
      while (this.#covered.has(column)) {
        written += `<c r="${this.#place(column)}" s="${look(null, column)}"/>`;
        column += 1;
      }
    };
    for (const cell of cells) {
      skip();
      const style = look(cell, column);
      written += this.#cell(cell, column, style);
      column += this.#span(cell, column, (at) => {
        written += `<c r="${this.#place(at)}" s="${style}"/>`;
      });
    }
    skip();
    this.#uncover(below);
    const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    return `<row r="${this.#row}"${tall}>${written}</row>`;
  }

  /** Notes what a cell covers; gives how many columns it takes. */
  #span(cell: SheetCell, column: number, fill: (column: number) => void): number {
    if (!isSpanCell(cell)) return 1;
    const { columns = 1, rows = 1 } = cell;
    for (let at = column + 1; at < column + columns; at += 1) fill(at);
    if (columns > 1 || rows > 1) {
      const last = `${columnLetter(column + columns - 1)}${this.#row + rows - 1}`;
      this.#merges.push(`<mergeCell ref="${this.#place(column)}:${last}"/>`);
    }
    if (rows > 1) for (let at = column; at < column + columns; at += 1) this.#covered.set(at, rows - 1);
    return columns;
  }

  /** One line less is left of what covered this line; what begins in it is counted from the next one on. */
  #uncover(below: readonly number[]): void {
    for (const column of below) {
      const left = (this.#covered.get(column) ?? 0) - 1;
      if (left > 0) this.#covered.set(column, left);
      else this.#covered.delete(column);
    }
  }

  #place(column: number): string {
    return `${columnLetter(column)}${this.#row}`;
  }

  #cell(cell: SheetCell, column: number, style: CellStyle): string {
    const at = `<c r="${this.#place(column)}" s="${style}"`;
    const serial = isDateCell(cell) ? serialOf(cell.date) : null;
    if (serial !== null) return `${at}><v>${serial}</v></c>`;
    const value = isDateCell(cell) ? cell.date : isSpanCell(cell) ? cell.value : cell;
    if (value === null || value === '') return `${at}/>`;
    if (typeof value === 'number') return Number.isFinite(value) ? `${at}><v>${value}</v></c>` : `${at}/>`;
    const text = value.slice(0, sheetBounds.cellCharacters);
    return `${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  }
}

/** Null for what is no whole day and no instant: `2024` and `2024-05` stay words. */
function serialOf(date: string): number | null {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(date)) {
    const ms = Date.parse(`${date}T00:00:00Z`);
    return Number.isNaN(ms) || ms / dayMs + epochDay < 61 ? null : ms / dayMs + epochDay;
  }
  const ms = date.includes('T') ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(ms)) return null;
  return Math.round(((ms + chinaOffsetMs) / dayMs + epochDay) * 86_400) / 86_400;
}

const opening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
