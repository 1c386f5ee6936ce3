// Holds the figures of a register as it stands against each other, and says what a total row should come to.
import type { FigureFaults, TotalSums } from '#shared/protocol/registers-api.ts';
import { checkSums } from '#shared/registers/check-sums.ts';
import { levelsOf } from '#shared/registers/item-levels.ts';
import { decimalsOf, formatValue } from '#shared/registers/parse-amount.ts';
import { mostTableRows } from '#shared/registers/project-register.ts';
import { columnOf, type RegisterDefinition, titleColumn } from '#shared/registers/register-definition.ts';
import { SumCheck } from '#shared/registers/sum-check.ts';
import { addedUp, isWrong, sumAt } from '#shared/registers/sum-rows.ts';
import { summedColumns } from '#shared/registers/wrong-sums.ts';
import type { Desk } from '../editorial/desk.ts';
import { breathe } from '../ingest/breathe.ts';
import { type TotalDraft, totalOf } from './edit-total.ts';
import type { Cells } from './entry-store.ts';
import { countCurrent, currentCells } from './ordered-cells.ts';
import { loadRegister, type StoredRegister } from './stored-register.ts';
import { linesInOrder, type StoredTotal, totalKey } from './stored-totals.ts';

/** More than these are of a table nobody has looked at yet; the rest shows once these are mended. */
const mostFaults = 100;

interface Line {
  readonly row: string | null;
  readonly total: StoredTotal | null;
  readonly cells: Cells;
}

async function* linesOf({ db }: Desk, { id, totals }: StoredRegister): AsyncGenerator<Line> {
  for await (const line of linesInOrder(currentCells(db, id), totals)) {
    await breathe();
    if ('total' in line) yield { row: null, total: line.total, cells: line.total.cells };
    else yield { row: line.entry.id, total: null, cells: line.entry.cells };
  }
}

/** What does not add up, in the order of the table. Throws `not-found`. */
export async function checkFigures(desk: Desk, registerId: string): Promise<FigureFaults> {
  const register = await loadRegister(desk.db, registerId);
  const { definition, totals } = register;
  const isRead = (await countCurrent(desk.db, registerId)) <= mostTableRows;
  // A long register without totals is no table of figures.
  if (!isRead && totals.length === 0) return { sums: [], notes: [] };
  const check = new SumCheck(definition);
  const lines: Pick<Line, 'row' | 'total'>[] = [];
  const rows: Cells[] = [];
  for await (const { row, total, cells } of linesOf(desk, register)) {
    lines.push({ row, total });
    check.add(lines.length - 1, cells);
    if (isRead) rows.push(cells);
  }
  const sums = check.findings().slice(0, mostFaults);
  return {
    sums: sums.map(({ row: at, key, name, stated, added, gap, isRounding }) => {
      const { row = null, total = null } = lines[at] ?? {};
      const column = columnOf(definition, key);
      const [columnTitle, unit] = [column?.title ?? key, column?.unit ?? ''];
      const figures = { stated: stated + unit, added: added + unit, gap: gap + unit };
      return { row, total: total && totalKey(total), columnTitle, name, ...figures, isRounding };
    }),
    notes: isRead
      ? checkSums(withoutSums(definition), rows).map(({ text, textEn }) => ({ text, textEn }))
      : [],
  };
}

/** Sums are told with their lines; these are the rest. */
function withoutSums(definition: RegisterDefinition): RegisterDefinition {
  return { ...definition, checks: definition.checks.filter(({ check }) => check !== 'sums') };
}

/**
 * What each figure of a total row should come to where it is to stand; nothing for a register too long to be read as a
 * table. `key` names the total it takes the place of. Throws `not-found`.
 */
export async function proposeTotal(
  desk: Desk,
  registerId: string,
  { key, ...draft }: TotalDraft & { readonly key: string | null },
): Promise<TotalSums> {
  const register = await loadRegister(desk.db, registerId);
  const { definition } = register;
  if ((await countCurrent(desk.db, registerId)) > mostTableRows) return { sums: [] };
  const before = register.totals.find((total) => totalKey(total) === key);
  const place = before?.after ?? Number.MAX_SAFE_INTEGER;
  const total = await totalOf(desk, register, draft, place);
  const totals = [...register.totals.filter((one) => one !== before), total];
  const rows: Cells[] = [];
  let at = -1;
  for await (const line of linesOf(desk, { ...register, totals })) {
    if (line.total === total) at = rows.length;
    rows.push(line.cells);
  }
  return { sums: sumsOf(definition, rows, at) };
}

function sumsOf(definition: RegisterDefinition, rows: readonly Cells[], at: number): TotalSums['sums'] {
  const title = titleColumn(definition).key;
  const levels = levelsOf(rows.map((row) => row[title] ?? ''));
  return summedColumns(definition).flatMap(({ key }) => {
    const sum = sumAt(levels, rows, key, at);
    const added = sum === null ? null : addedUp(sum, rows, key);
    if (sum === null || added === null) return [];
    const decimals = Math.max(0, ...sum.parts.map((part) => decimalsOf(rows[part]?.[key] ?? '')));
    return [{ column: key, added: formatValue(added, decimals), isWrong: isWrong(sum, rows, key) }];
  });
}
