// Looks through a register's figures for what does not add up, and says it so that readers can see it too.
import type { RegisterColumn, RegisterNote } from '../catalogue/register.ts';
import { disagreement } from './check-row.ts';
import { type ItemLevel, levelsOf } from './item-levels.ts';
import { decimalsOf, formatValue, storedNumber } from './parse-amount.ts';
import { type StoredCells, shownCell } from './project-entry.ts';
import { columnOf, type RegisterCheck, type RegisterDefinition, titleColumn } from './register-definition.ts';
import { add, totalOf } from './sum-rows.ts';
import { findWrongSums, type WrongSum } from './wrong-sums.ts';

/** Notes beyond this many are counted, not told. */
const mostNotes = 12;

interface Figures {
  readonly definition: RegisterDefinition;
  readonly rows: readonly StoredCells[];
  readonly levels: readonly ItemLevel[];
}

/** What does not add up: sums, totals in a row, changes between years, shares; in the order of the checks. */
export function checkSums(definition: RegisterDefinition, rows: readonly StoredCells[]): RegisterNote[] {
  const label = titleColumn(definition).key;
  const levels = levelsOf(rows.map((row) => row[label] ?? ''));
  const figures: Figures = { definition, rows, levels };
  const notes = definition.checks.flatMap((check) => notesOf(check, figures));
  const rest = notes.length - mostNotes;
  if (rest <= 0) return notes;
  const more = { text: `另有${rest}处数字对不上。`, textEn: `${rest} more figures do not add up.` };
  return [...notes.slice(0, mostNotes), more];
}

function notesOf(check: RegisterCheck, figures: Figures): RegisterNote[] {
  if (check.check === 'sums') return check.columns.flatMap((key) => sumNotes(key, figures));
  if (check.check === 'share') return shareNotes(check.value, check.share, figures);
  if (check.check === 'row-total') return rowNotes(check.total, figures, (row) => partsOf(row, check.parts));
  if (check.check === 'difference')
    return rowNotes(check.result, figures, (row) => changeOf(row, check.from, check.to));
  return [];
}

function partsOf(row: StoredCells, parts: readonly string[]): number | null {
  const values = parts.flatMap((key) => storedNumber(row[key]) ?? []);
  return values.length === 0 ? null : add(values);
}

function changeOf(row: StoredCells, from: string, to: string): number | null {
  const [before, after] = [storedNumber(row[from]), storedNumber(row[to])];
  return before === null || after === null ? null : after - before;
}

function rowNotes(
  key: string,
  { definition, rows }: Figures,
  expectedOf: (row: StoredCells) => number | null,
): RegisterNote[] {
  const column = columnOf(definition, key);
  if (column === undefined) return [];
  return rows.flatMap((row) => {
    const wrong = disagreement(row, key, expectedOf(row));
    if (wrong === null) return [];
    const [name, unit] = [nameOf(definition, row), column.unit ?? ''];
    return [
      {
        text: `“${name}”的${column.title}写的是${wrong.found}${unit}，按表中数字应为${wrong.expected}${unit}。`,
        textEn: `“${name}”, ${column.title}: the table says ${wrong.found} ${unit}, its own figures give ${wrong.expected} ${unit}.`,
      },
    ];
  });
}

function nameOf(definition: RegisterDefinition, row: StoredCells): string {
  const column = titleColumn(definition);
  return shownCell(column, row);
}

function sumNotes(key: string, { definition, rows }: Figures): RegisterNote[] {
  const column = columnOf(definition, key);
  if (column === undefined) return [];
  return findWrongSums(definition, rows, key).map((sum) => sumNote(sum, column));
}

function sumNote({ name, stated, added, gap, isRounding }: WrongSum, column: RegisterColumn): RegisterNote {
  const unit = column.unit ?? '';
  return {
    text: `“${name}”的${column.title}为${stated}${unit}，分项相加为${added}${unit}，相差${gap}${unit}${isRounding ? '（可能因四舍五入）' : ''}。`,
    textEn: `“${name}”, ${column.title}: stated ${stated} ${unit}, its items add up to ${added} ${unit}, a difference of ${gap}${isRounding ? ' (perhaps from rounding)' : ''}.`,
  };
}

/** Shares of the total, in per cent; off by more than rounding. */
function shareNotes(value: string, share: string, figures: Figures): RegisterNote[] {
  const { definition, rows, levels } = figures;
  const column = columnOf(definition, share);
  const total = totalOf(figures, value);
  if (column === undefined || total === null || total === 0) return [];
  return rows.flatMap((row, at) => {
    const [found, amount] = [storedNumber(row[share]), storedNumber(row[value])];
    if (found === null || amount === null || levels[at]?.isTotal) return [];
    const decimals = decimalsOf(row[share] ?? '');
    const expected = (amount / total) * 100;
    if (Math.abs(found - expected) <= 10 ** -decimals + 1e-9) return [];
    const [a, b] = [formatValue(found, decimals), formatValue(expected, decimals)];
    const name = nameOf(definition, row);
    return [
      {
        text: `“${name}”的${column.title}写的是${a}%，按表中数字应为${b}%。`,
        textEn: `“${name}”, ${column.title}: the table says ${a}%, its own figures give ${b}%.`,
      },
    ];
  });
}
