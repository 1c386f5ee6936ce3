// Looks through a register's figures for what does not add up, and says it so that readers can see it too.
import type { RegisterColumn, RegisterNote } from '../catalogue/register.ts';
import { disagreement } from './check-row.ts';
import { type ItemLevel, levelsOf } from './item-levels.ts';
import { decimalsOf, formatValue, storedNumber } from './parse-amount.ts';
import { type StoredCells, shownText } from './project-entry.ts';
import { columnOf, type RegisterCheck, type RegisterDefinition, titleColumn } from './register-definition.ts';

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

/** Adds without the dust that binary fractions leave. */
export function add(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6;
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
  return shownText(column, row[column.key] ?? '');
}

/** One sum to be checked: the row that states it, and the rows it is made of. */
interface Sum {
  readonly at: number;
  readonly parts: readonly number[];
  /** 其中: the parts named may be fewer than all, so only more than the whole is wrong. */
  readonly isPartial: boolean;
}

function sumNotes(key: string, figures: Figures): RegisterNote[] {
  const column = columnOf(figures.definition, key);
  if (column === undefined) return [];
  const { rows, levels } = figures;
  const wrong = [...totalSums(levels, rows, key), ...itemSums(levels)].filter((sum) =>
    isWrong(sum, rows, key),
  );
  return wrong.sort((a, b) => a.at - b.at).map((sum) => sumNote(sum, column, figures));
}

/** Items with their sub-items, where the marks leave no doubt. */
function itemSums(levels: readonly ItemLevel[]): Sum[] {
  return levels.flatMap((item, at): Sum[] => {
    if (item.isTotal) return [];
    const parts: number[] = [];
    for (let next = at + 1; next < levels.length; next++) {
      const below = levels[next];
      if (below === undefined || below.isTotal || below.level <= item.level) break;
      if (below.level === item.level + 1) parts.push(next);
    }
    const members = parts.map((part) => levels[part]);
    if (parts.length === 0 || members.some((member) => member?.isCertain === false)) return [];
    const isOfWhich = members.some((member) => member?.isOfWhich);
    const isWholeBreakdown = members.filter((member) => member?.isOfWhich).length >= 2 && isNumbered(members);
    return parts.length === 1 && !isOfWhich ? [] : [{ at, parts, isPartial: isOfWhich && !isWholeBreakdown }];
  });
}

/** 其中：（1）… （2）…: parts that are counted through are all there are. */
function isNumbered(members: readonly (ItemLevel | undefined)[]): boolean {
  return members.every((member) => member?.isNumbered === true);
}

/** Totals are made of the items above them, or of those below where they stand first. */
function totalSums(levels: readonly ItemLevel[], rows: readonly StoredCells[], key: string): Sum[] {
  const totals = levels.flatMap(({ isTotal }, at) => (isTotal ? [at] : []));
  return totals.flatMap((at, index): Sum[] => {
    const before = totals[index - 1] ?? -1;
    const after = totals[index + 1] ?? levels.length;
    const above = itemsBetween(levels, before, at);
    const below = itemsBetween(levels, at, after);
    const all = itemsBetween(levels, -1, levels.length);
    const subtotals = totals.filter((one) => one !== at);
    const withLast = before < 0 ? above : [before, ...above];
    const ways = [index === 0 && above.length === 0 ? below : above, below, all, withLast, subtotals];
    const usable = ways
      .filter((parts) => parts.length > 0)
      .map((parts): Sum => ({ at, parts, isPartial: false }));
    const [natural] = usable;
    return natural === undefined || usable.some((sum) => !isWrong(sum, rows, key)) ? [] : [natural];
  });
}

function itemsBetween(levels: readonly ItemLevel[], start: number, end: number): number[] {
  return levels.flatMap(({ level, isTotal }, at) =>
    at > start && at < end && level === 0 && !isTotal ? [at] : [],
  );
}

function addedUp(sum: Sum, rows: readonly StoredCells[], key: string): number | null {
  const values = sum.parts.flatMap((at) => storedNumber(rows[at]?.[key]) ?? []);
  return values.length === 0 ? null : add(values);
}

function isWrong(sum: Sum, rows: readonly StoredCells[], key: string): boolean {
  const stated = storedNumber(rows[sum.at]?.[key]);
  const added = addedUp(sum, rows, key);
  if (stated === null || added === null) return false;
  const excess = added - stated;
  // A negative whole with negative parts is exceeded downwards.
  if (sum.isPartial) return stated >= 0 && excess > 1e-6;
  return Math.abs(excess) > Math.max(1e-6, Math.abs(stated) * 1e-12);
}

function sumNote(sum: Sum, column: RegisterColumn, { definition, rows, levels }: Figures): RegisterNote {
  const cell = rows[sum.at]?.[column.key] ?? '';
  const stated = storedNumber(cell) ?? 0;
  const added = addedUp(sum, rows, column.key) ?? 0;
  const decimals = Math.max(
    decimalsOf(cell),
    ...sum.parts.map((at) => decimalsOf(rows[at]?.[column.key] ?? '')),
  );
  const [a, b, gap] = [stated, added, Math.abs(added - stated)].map((value) => formatValue(value, decimals));
  const isRounding = Math.abs(added - stated) <= (sum.parts.length / 2) * 10 ** -decimals + 1e-9;
  const name = levels[sum.at]?.name ?? nameOf(definition, rows[sum.at] ?? {});
  const unit = column.unit ?? '';
  return {
    text: `“${name}”的${column.title}为${a}${unit}，分项相加为${b}${unit}，相差${gap}${unit}${isRounding ? '（可能因四舍五入）' : ''}。`,
    textEn: `“${name}”, ${column.title}: stated ${a} ${unit}, its items add up to ${b} ${unit}, a difference of ${gap}${isRounding ? ' (perhaps from rounding)' : ''}.`,
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

/** What a column comes to: its stated total, else the sum of its items. */
export function totalOf({ rows, levels }: Omit<Figures, 'definition'>, key: string): number | null {
  const stated = levels.findLastIndex(({ isTotal }) => isTotal);
  const first = levels.findIndex(({ isTotal }) => isTotal);
  const single = first === stated ? storedNumber(rows[stated]?.[key]) : null;
  if (single !== null) return single;
  const values = rows.flatMap((row, at) =>
    levels[at]?.level === 0 && !levels[at]?.isTotal ? (storedNumber(row[key]) ?? []) : [],
  );
  return values.length === 0 ? null : add(values);
}
