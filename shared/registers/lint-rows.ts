// Reads rows of a register, as they would be published, for what must not be: told by column, for a person to answer.
import type { Finding, Line } from '../lint/finding.ts';
import { lintSections } from '../lint/lint-sections.ts';
import type { RuleId } from '../lint/rule-table.ts';
import { maskCell } from './mask-cell.ts';
import type { RegisterDefinition } from './register-definition.ts';

/** One kind of thing in one column. */
export interface RegisterFinding {
  /** Tells it from the others of the register: column and rule. */
  readonly key: string;
  readonly columnKey: string;
  readonly columnTitle: string;
  readonly rule: RuleId;
  readonly count: number;
  /** Rows of the register counting from 1, with what stands there, masked. */
  readonly examples: readonly { readonly row: number; readonly excerpt: string }[];
}

/** Rows handed to the rules at a time: context within a table is its headings, not its neighbours. */
const rowsAtOnce = 100;
const mostExamples = 3;
/** What no rule about persons, secrecy or drafts could find anything in; nearly every cell of nearly every register. */
const mayMatter = /\d[\d\s\-Xx]{5,}|[@＠]|密|内部|征求意见|草案|[号室栋幢单元]|待定|××|XX/u;

/**
 * Takes rows one after the other; what is masked or hidden in publishing is masked or hidden here too, and not found.
 * Only findings that must be answered count.
 */
export class RowLinter {
  readonly #definition: RegisterDefinition;
  readonly #heads: readonly string[];
  readonly #found = new Map<string, { finding: RegisterFinding; count: number }>();
  #waiting: Line[] = [];

  constructor(definition: RegisterDefinition) {
    this.#definition = definition;
    this.#heads = definition.columns.map(({ title }) => title);
  }

  /** `row` counts from 1. */
  add(cells: Readonly<Record<string, string>>, row: number): void {
    const texts = this.#definition.columns.map(({ key, mask }) =>
      maskCell(mask, cells[key] ?? '').replace(/\s+/gu, ' '),
    );
    if (!texts.some((text) => mayMatter.test(text))) return;
    this.#waiting.push({ text: texts.join('\t'), row, heads: this.#heads });
    if (this.#waiting.length >= rowsAtOnce) this.#read();
  }

  /** The most frequent first. */
  findings(): readonly RegisterFinding[] {
    this.#read();
    return [...this.#found.values()]
      .map(({ finding, count }) => ({ ...finding, count }))
      .sort((left, right) => right.count - left.count || left.key.localeCompare(right.key));
  }

  #read(): void {
    const lines = this.#waiting;
    this.#waiting = [];
    if (lines.length === 0) return;
    const caption = this.#definition.title;
    const section = {
      part: 'sheet',
      hiding: null,
      lines: lines.map((line) => ({ ...line, caption })),
    } as const;
    for (const finding of lintSections([section]))
      if (finding.severity === 'must-answer') this.#note(finding);
  }

  #note({ rule, place, excerpt, count }: Finding): void {
    const { column, row } = placeOf(place.cell ?? '');
    const found = this.#definition.columns[column];
    if (found === undefined) return;
    const key = `${found.key}:${rule}`;
    const known = this.#found.get(key);
    const examples = known?.finding.examples ?? [];
    const finding = {
      ...{ key, rule, columnKey: found.key, columnTitle: found.title, count: 0 },
      examples: examples.length < mostExamples ? [...examples, { row, excerpt }] : examples,
    };
    this.#found.set(key, { finding, count: (known?.count ?? 0) + count });
  }
}

/** `C7` as column 2 and row 7. */
function placeOf(cell: string): { readonly column: number; readonly row: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(cell) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) };
}
