// Reads one story of a Word file (body, header, note …): what is seen, what is hidden, what tracked changes keep.
import type { Hiding, Line } from '#shared/lint/finding.ts';
import { type TableRow, tableLines } from '#shared/lint/table-lines.ts';
import type { XmlHandlers } from '#shared/workbook/xml-stream.ts';
import { isDarkFill, isTiny, lookWith, overlaid, plainLook, type RunLook } from './word-styles.ts';

/** What a story holds, each with the paragraphs it comes from. */
export interface WordStory {
  readonly seen: readonly Line[];
  readonly hidden: ReadonlyMap<Hiding, readonly Line[]>;
  readonly changes: readonly Line[];
  readonly boxes: readonly Line[];
  readonly alternatives: readonly Line[];
  readonly links: readonly Line[];
}

/** Styles of tables that colour nothing, so that white in them is white on white. */
const plainTable = /^(?:TableGrid|TableNormal|a\d?|)$/iu;

interface Table {
  readonly rows: TableRow[];
  cells: string[];
  isPlain: boolean;
}

export class WordStoryReader {
  private readonly styles: ReadonlyMap<string, RunLook>;
  private readonly lines: Line[] = [];
  private readonly hiddenLines = new Map<Hiding, Line[]>();
  private readonly changeLines: Line[] = [];
  private readonly boxLines: Line[] = [];
  private readonly alternativeLines: Line[] = [];
  private readonly linkLines: Line[] = [];
  private readonly tables: Table[] = [];
  private readonly parts = { seen: '', hidden: new Map<Hiding, string>(), change: '' };
  private paragraph = 0;
  private paragraphLook = plainLook;
  private runLook = plainLook;
  private isRun = false;
  private isText = false;
  private isInstruction = false;
  private instruction = '';
  private deletedDepth = 0;
  private insertedDepth = 0;
  private boxDepth = 0;
  private skippedDepth = 0;
  private cellText: string[] = [];
  private cellSpan = 1;
  private isCellDark = false;
  private outer: string[] = [];

  constructor(styles: ReadonlyMap<string, RunLook>) {
    this.styles = styles;
  }

  readonly handlers: XmlHandlers = {
    open: (tag, attributes) => this.open(tag, attributes),
    text: (text) => this.take(text),
    close: (tag) => this.close(tag),
  };

  story(): WordStory {
    this.endParagraph();
    return {
      seen: this.lines,
      hidden: this.hiddenLines,
      changes: this.changeLines,
      boxes: this.boxLines,
      alternatives: this.alternativeLines,
      links: this.linkLines,
    };
  }

  private open(tag: string, attributes: Readonly<Record<string, string>>): void {
    // What old programs show instead repeats what new ones show.
    if (this.skippedDepth > 0 || tag === 'Fallback') {
      this.skippedDepth += 1;
      return;
    }
    if (tag === 'p') this.beginParagraph();
    else if (tag === 'r') this.beginRun();
    else if (tag === 'tbl') this.tables.push({ rows: [], cells: [], isPlain: true });
    else if (tag === 'tc') this.beginCell();
    else if (tag === 'ins' || tag === 'moveTo') this.insertedDepth += 1;
    else if (tag === 'del' || tag === 'moveFrom') this.deletedDepth += 1;
    else if (tag === 'txbxContent') this.beginBox();
    else if (tag === 't' || tag === 'delText') this.isText = true;
    else if (tag === 'instrText') this.isInstruction = true;
    else if (tag === 'tab' || tag === 'br' || tag === 'cr') this.isRun && this.add(' ');
    else this.property(tag, attributes);
  }

  private property(tag: string, attributes: Readonly<Record<string, string>>): void {
    const table = this.tables.at(-1);
    if (tag === 'pStyle') this.paragraphLook = this.styles.get(attributes['w:val'] ?? '') ?? plainLook;
    else if (tag === 'rStyle')
      this.runLook = overlaid(this.runLook, this.styles.get(attributes['w:val'] ?? '') ?? plainLook);
    else if (tag === 'tblStyle' && table) table.isPlain = plainTable.test(attributes['w:val'] ?? '');
    else if (tag === 'gridSpan') this.cellSpan = Math.min(64, Number(attributes['w:val']) || 1);
    else if (tag === 'shd' && !this.isRun) this.shade(attributes);
    else if (tag === 'docPr' || tag === 'cNvPr') this.alternative(attributes);
    else if (tag === 'bdo' || tag === 'rPr') return;
    else if (this.isRun) this.runLook = lookWith(this.runLook, tag, attributes);
  }

  private shade(attributes: Readonly<Record<string, string>>): void {
    if (!isDarkFill(attributes)) return;
    if (this.tables.length > 0) this.isCellDark = true;
    else this.paragraphLook = { ...this.paragraphLook, isShaded: true };
  }

  private alternative({ descr = '', title = '' }: Readonly<Record<string, string>>): void {
    for (const text of [descr, title])
      if (text.trim() !== '') this.alternativeLines.push({ text, paragraph: this.paragraph });
  }

  private close(tag: string): void {
    if (this.skippedDepth > 0) {
      this.skippedDepth -= 1;
      return;
    }
    if (tag === 'p') this.endParagraph();
    else if (tag === 'r') this.isRun = false;
    else if (tag === 't' || tag === 'delText') this.isText = false;
    else if (tag === 'instrText') this.endInstruction();
    else if (tag === 'ins' || tag === 'moveTo') this.insertedDepth -= 1;
    else if (tag === 'del' || tag === 'moveFrom') this.deletedDepth -= 1;
    else if (tag === 'tc') this.endCell();
    else if (tag === 'tr') this.endRow();
    else if (tag === 'tbl') this.endTable();
    else if (tag === 'txbxContent') this.endBox();
  }

  private take(text: string): void {
    if (this.skippedDepth > 0) return;
    if (this.isInstruction) this.instruction += text.slice(0, 2000);
    else if (this.isText) this.add(text);
  }

  /** A piece of a run goes where its look and the changes around it say. */
  private add(text: string): void {
    if (this.deletedDepth > 0) {
      this.parts.change += text;
      return;
    }
    if (this.insertedDepth > 0) this.parts.change += text;
    const hiding = this.hidingOf();
    if (hiding === null) this.parts.seen += text;
    else this.parts.hidden.set(hiding, (this.parts.hidden.get(hiding) ?? '') + text);
  }

  private hidingOf(): Hiding | null {
    const look = overlaid(this.paragraphLook, this.runLook);
    if (look.isHidden === true) return 'marked-hidden';
    if (isTiny(look)) return 'tiny-text';
    const isOnWhite = !look.isShaded && !this.isCellDark && (this.tables.at(-1)?.isPlain ?? true);
    return look.isWhite === true && isOnWhite && this.boxDepth === 0 ? 'white-text' : null;
  }

  private beginParagraph(): void {
    this.endParagraph();
    this.paragraph += 1;
    this.paragraphLook = plainLook;
  }

  private beginRun(): void {
    this.isRun = true;
    this.runLook = plainLook;
  }

  private endParagraph(): void {
    const { seen, hidden, change } = this.parts;
    const place = { paragraph: Math.max(1, this.paragraph) };
    if (change.trim() !== '') this.changeLines.push({ text: change, ...place });
    for (const [hiding, text] of hidden) {
      if (text.trim() === '') continue;
      this.hiddenLines.set(hiding, [...(this.hiddenLines.get(hiding) ?? []), { text, ...place }]);
    }
    if (this.boxDepth > 0 && seen.trim() !== '') this.boxLines.push({ text: seen, ...place });
    else if (this.tables.length > 0) this.cellText.push(seen);
    else if (seen.trim() !== '') this.lines.push({ text: seen, ...place });
    this.parts.seen = '';
    this.parts.change = '';
    this.parts.hidden.clear();
  }

  private endInstruction(): void {
    this.isInstruction = false;
    if (/HYPERLINK|INCLUDE|LINK/iu.test(this.instruction))
      this.linkLines.push({ text: this.instruction.trim() });
    this.instruction = '';
  }

  private beginCell(): void {
    if (this.tables.length > 1) return;
    this.cellText = [];
    this.cellSpan = 1;
    this.isCellDark = false;
  }

  /** Cells of a table within a table belong to the cell around it. */
  private endCell(): void {
    this.endParagraph();
    if (this.tables.length !== 1) return;
    const table = this.tables[0];
    table?.cells.push(this.cellText.join(' ').trim(), ...Array.from({ length: this.cellSpan - 1 }, () => ''));
    this.cellText = [];
    this.isCellDark = false;
  }

  private endRow(): void {
    const table = this.tables.length === 1 ? this.tables[0] : undefined;
    if (table === undefined) return;
    table.rows.push({ cells: table.cells, paragraph: this.paragraph });
    table.cells = [];
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (table !== undefined && this.tables.length === 0) this.lines.push(...tableLines(table.rows));
  }

  /** A box stands within a paragraph, which goes on behind it. */
  private beginBox(): void {
    this.outer.push(this.parts.seen);
    this.parts.seen = '';
    this.boxDepth += 1;
  }

  private endBox(): void {
    this.endParagraph();
    this.boxDepth -= 1;
    this.parts.seen = this.outer.pop() ?? '';
  }
}
