// A register's table as HTML and as plain text. Every text is escaped, so nothing a cell says becomes markup.
import type { RegisterColumn } from '../catalogue/register.ts';
import { levelsOf } from './item-levels.ts';
import { type StoredCells, shownCell, shownColumns } from './project-entry.ts';
import { placeRows } from './project-ranking.ts';
import { columnOf, type RegisterDefinition, titleColumn } from './register-definition.ts';

const placeTitle = '名次';

/** The table's caption, its headings, and its rows with the depth of each. */
interface Table {
  readonly caption: string;
  readonly columns: readonly RegisterColumn[];
  /** Whether all amounts share the unit named in the caption. */
  readonly sharedUnit: string | null;
  readonly hasPlaces: boolean;
  readonly lines: readonly { readonly row: StoredCells; readonly place: string; readonly level: number }[];
}

/** Writes the rows of a register: in the order of the ranking where it is one, else in their own. */
export function writeTable(
  definition: RegisterDefinition,
  rows: readonly StoredCells[],
  period: string | null,
): { html: string; text: string } {
  const table = arrange(definition, rows, period);
  const head = headings(table).map(
    ({ title, isNumber }) => `<th scope="col"${numberClass(isNumber)}>${escapeText(title)}</th>`,
  );
  const body = table.lines.map((line) => `<tr>${writeLine(table, line, titleColumn(definition).key)}</tr>`);
  const html = `<table><caption>${escapeText(table.caption)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  const lines = table.lines.map(({ row, place }) =>
    [...(table.hasPlaces ? [place] : []), ...table.columns.map((column) => cellText(column, row))]
      .join(' ')
      .trim(),
  );
  const titles = headings(table).map(({ title }) => title);
  return { html, text: [table.caption, titles.join(' '), ...lines].join('\n') };
}

function arrange(definition: RegisterDefinition, rows: readonly StoredCells[], period: string | null): Table {
  const columns = shownColumns(definition).filter((column) =>
    rows.some((row) => cellText(column, row) !== ''),
  );
  const units = new Set(
    columns.filter(({ type, unit }) => type === 'money' && unit !== null).map(({ unit }) => unit),
  );
  const [only] = units;
  const sharedUnit = units.size === 1 ? (only ?? null) : null;
  const remarks = [
    period !== null && !definition.title.includes(period) ? period : '',
    sharedUnit === null ? '' : `单位：${sharedUnit}`,
  ].filter((remark) => remark !== '');
  const caption = remarks.length === 0 ? definition.title : `${definition.title}（${remarks.join('，')}）`;
  return { caption, columns, sharedUnit, ...orderLines(definition, rows) };
}

function orderLines(
  definition: RegisterDefinition,
  rows: readonly StoredCells[],
): Pick<Table, 'hasPlaces' | 'lines'> {
  const label = titleColumn(definition).key;
  const levels = levelsOf(rows.map((row) => row[label] ?? ''));
  const ranking = definition.views.find((view) => view.view === 'ranking');
  if (ranking === undefined || columnOf(definition, ranking.value) === undefined) {
    return {
      hasPlaces: false,
      lines: rows.map((row, at) => ({ row, place: '', level: levels[at]?.level ?? 0 })),
    };
  }
  const placed = placeRows(definition, ranking.value, rows);
  const isPlaced = new Set(placed.map(({ at }) => at));
  const rest = rows.flatMap((row, at) =>
    isPlaced.has(at) ? [] : [{ row, place: '', level: levels[at]?.level ?? 0 }],
  );
  const ordered = placed.map(({ at, place }) => ({ row: rows[at] ?? {}, place: String(place), level: 0 }));
  return { hasPlaces: true, lines: [...ordered, ...rest] };
}

function headings({ columns, sharedUnit, hasPlaces }: Table): { title: string; isNumber: boolean }[] {
  const titled = columns.map((column) => {
    const isNamed = column.unit === null || (column.type === 'money' && column.unit === sharedUnit);
    return {
      title: isNamed ? column.title : `${column.title}（${column.unit}）`,
      isNumber: isNumber(column),
    };
  });
  return hasPlaces ? [{ title: placeTitle, isNumber: true }, ...titled] : titled;
}

function isNumber({ type }: RegisterColumn): boolean {
  return type === 'number' || type === 'money';
}

function cellText(column: RegisterColumn, row: StoredCells): string {
  return shownCell(column, row);
}

function writeLine(
  { columns, hasPlaces }: Table,
  { row, place, level }: Table['lines'][number],
  title: string,
): string {
  const cells = columns.map((column) => {
    const text = escapeText(cellText(column, row)).replace(/\n/gu, '<br>');
    if (column.key !== title) return `<td${numberClass(isNumber(column))}>${text}</td>`;
    return `<th scope="row"${level > 0 ? ` class="level-${Math.min(level, 4)}"` : ''}>${text}</th>`;
  });
  return (hasPlaces ? `<td${numberClass(true)}>${place}</td>` : '') + cells.join('');
}

function numberClass(isOne: boolean): string {
  return isOne ? ' class="number"' : '';
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
