// Reads the tables of a web page as a sheet, with row and column spans as merged cells.
import { cleanName } from '#shared/catalogue/clean-text.ts';
import {
  type CoveredCell,
  isBlankRow,
  type Sheet,
  type SheetRow,
  stepsBefore,
} from '#shared/workbook/sheet-row.ts';
import { attributeOf, decodeEntities, scanHtml } from './html-scanner.ts';
import { ingestLimits } from './limits.ts';
import { sanitiseHtml } from './sanitise-html.ts';

/** A page's rows: each table row is one, each block of text between tables a row of a single cell. */
export function htmlSheet(html: string): Sheet {
  const rows = new TableWalker().walk(sanitiseHtml(html).html);
  return { name: null, problems: [], open: () => once(rows) };
}

async function* once(rows: readonly SheetRow[]): AsyncGenerator<readonly SheetRow[]> {
  for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500);
}

/** A cell that reaches down into the rows below. */
interface OpenSpan extends CoveredCell {
  readonly column: number;
  rowsLeft: number;
}

class TableWalker {
  private readonly rows: SheetRow[] = [];
  private number = 0;
  private depth = 0;
  private loose = '';
  private cells: string[] = [];
  private indents = new Map<number, number>();
  private covered = new Map<number, CoveredCell>();
  private spans: OpenSpan[] = [];
  private text = '';
  private open: { colspan: number; rowspan: number } | null = null;

  walk(html: string): SheetRow[] {
    for (const token of scanHtml(html)) {
      if (token.type === 'text') this.takeText(decodeEntities(token.raw));
      else if (token.tag === 'br' || token.tag === 'p' || token.tag === 'li') this.takeBreak();
      else if (token.type === 'open') this.openTag(token.tag, token.raw);
      else this.closeTag(token.tag);
      if (this.rows.length >= ingestLimits.sheetRows) break;
    }
    this.endLoose();
    return this.rows;
  }

  private takeText(text: string): void {
    if (this.open) this.text += text;
    else if (this.depth === 0) this.loose += text;
  }

  private takeBreak(): void {
    if (this.open) this.text += '\n';
    else if (this.depth === 0) this.endLoose();
  }

  private openTag(tag: string, raw: string): void {
    if (tag === 'table') {
      this.endLoose();
      this.depth += 1;
    } else if (this.depth !== 1) return;
    else if (tag === 'tr') this.beginRow();
    else if (tag === 'td' || tag === 'th') {
      this.open = { colspan: spanOf(raw, 'colspan'), rowspan: spanOf(raw, 'rowspan') };
      this.text = '';
    }
  }

  private closeTag(tag: string): void {
    if (tag === 'table') {
      this.depth -= 1;
      if (this.depth === 0) this.spans = [];
    } else if (this.depth === 0) this.endLoose();
    else if (this.depth === 1 && (tag === 'td' || tag === 'th')) this.endCell();
    else if (this.depth === 1 && tag === 'tr') this.endRow();
  }

  private beginRow(): void {
    this.number += 1;
    this.cells = [];
    this.indents = new Map();
    this.covered = new Map(this.spans.map(({ column, ...cell }) => [column, cell]));
  }

  private endCell(): void {
    const span = this.open;
    this.open = null;
    if (!span) return;
    let column = this.cells.length;
    while (this.covered.has(column)) column += 1;
    if (column >= ingestLimits.sheetColumns) return;
    while (this.cells.length < column) this.cells.push('');
    const text = this.text
      .replace(/[ \t\u00a0]+/gu, ' ')
      .replace(/\s*\n\s*/gu, '\n')
      .trim()
      .slice(0, ingestLimits.cellCharacters);
    this.cells[column] = text;
    const steps = stepsBefore(this.text.replace(/^[\t\n]+/u, ''));
    if (steps > 0) this.indents.set(column, steps);
    const cell = { text, anchorRow: this.number, anchorColumn: column };
    const last = Math.min(column + span.colspan, ingestLimits.sheetColumns);
    for (let at = column; at < last; at += 1) {
      if (at > column) {
        this.cells[at] = '';
        this.covered.set(at, cell);
      }
      if (span.rowspan > 1) this.spans.push({ ...cell, column: at, rowsLeft: span.rowspan });
    }
  }

  private endRow(): void {
    const row: SheetRow = {
      number: this.number,
      cells: this.cells,
      covered: this.covered,
      ...(this.indents.size === 0 ? {} : { indents: this.indents }),
    };
    if (!isBlankRow(row)) this.rows.push(row);
    for (const span of this.spans) span.rowsLeft -= 1;
    this.spans = this.spans.filter(({ rowsLeft }) => rowsLeft > 0);
  }

  private endLoose(): void {
    const text = cleanName(this.loose);
    this.loose = '';
    if (text === '') return;
    this.number += 1;
    this.rows.push({ number: this.number, cells: [text] });
  }
}

function spanOf(raw: string, name: string): number {
  return Math.min(500, Math.max(1, Number(attributeOf(raw, name) ?? 1) || 1));
}
