// One section as rules read it: its lines in one folded text, with the place, the line and the column of every match.
import { fieldName } from './field-words.ts';
import type { Line, Place, Section } from './finding.ts';
import { foldText } from './folded-text.ts';

/** Something a rule points at; offsets are into `SectionText.text`. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** Characters kept on either side when the surroundings of a match are asked for. */
const reach = 40;

export class SectionText {
  readonly section: Section;
  /** Lines joined by line breaks, folded. */
  readonly text: string;
  private readonly starts: readonly number[];
  private readonly folds: readonly ReturnType<typeof foldText>[];

  constructor(section: Section) {
    this.section = section;
    this.folds = section.lines.map((line) => foldText(line.text));
    this.text = this.folds.map((fold) => fold.text).join('\n');
    let start = 0;
    this.starts = this.folds.map((fold) => {
      const own = start;
      start += fold.text.length + 1;
      return own;
    });
  }

  get isTable(): boolean {
    return this.section.lines.some((line) => line.heads !== undefined);
  }

  /** The line a place lies in. */
  lineAt(offset: number): { readonly line: Line; readonly index: number; readonly start: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: this.section.lines[low] ?? { text: '' }, index: low, start: this.starts[low] ?? 0 };
  }

  startOfLine(index: number): number {
    return this.starts[index] ?? 0;
  }

  /** The folded text of a line. */
  lineText(index: number): string {
    return this.folds[index]?.text ?? '';
  }

  /** What stands before a match, up to the end of a sentence. */
  before({ start }: Match, length = reach): string {
    const text = this.text.slice(Math.max(0, start - length), start);
    return text.slice(text.search(/[^。；;]*$/u));
  }

  after({ end }: Match, length = reach): string {
    return /^[^。；;]*/u.exec(this.text.slice(end, end + length))?.[0] ?? '';
  }

  /** Heading of the column a match stands in, or the name of the field. */
  headOf(match: Match): string {
    const { line, start } = this.lineAt(match.start);
    if (line.heads === undefined)
      return this.section.part === 'field' ? fieldName(this.section.label ?? '') : '';
    return line.heads[columnAt(this.text.slice(start, match.start))] ?? '';
  }

  /** Headings of the table a match stands in, joined. */
  headsOf(match: Match): string {
    return this.lineAt(match.start).line.heads?.join('\t') ?? '';
  }

  place(match: Match): Place {
    const { part, label, file } = this.section;
    const { line, index, start } = this.lineAt(match.start);
    const fold = this.folds[index];
    const from = fold?.at(match.start - start) ?? 0;
    const to = Math.max(from, fold?.at(Math.min(match.end - start, fold.text.length)) ?? from);
    const cellStart = line.text.lastIndexOf('\t', from - 1) + 1;
    const inCell = line.row !== undefined;
    return {
      part,
      ...(label === undefined ? {} : { label }),
      ...(file === undefined ? {} : { file }),
      ...(line.page === undefined ? {} : { page: line.page }),
      ...(line.paragraph === undefined ? {} : { paragraph: line.paragraph }),
      ...(line.row === undefined
        ? {}
        : { cell: `${columnLetters(columnAt(line.text.slice(0, from)))}${line.row}` }),
      offset: inCell ? from - cellStart : from,
      length: to - from,
    };
  }
}

const columnAt = (before: string) => before.split('\t').length - 1;

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
