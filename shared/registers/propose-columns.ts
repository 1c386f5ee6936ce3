// Proposes the columns of a sheet from its headings and the first rows: type, unit, mask, role, facet.
import type { ColumnType, RegisterColumn } from '../catalogue/register.ts';
import { facetPlaces } from '../catalogue/register.ts';
import { type Look, typeOf } from './column-type.ts';
import { bareHeading, foldHeading, isRowNumber, unitOfHeading, unitOfTable } from './headings.ts';
import { parseAmount } from './parse-amount.ts';
import { maskOf } from './propose-mask.ts';
import { isTotalLine } from './read-total.ts';
import type { TableSample } from './table-sample.ts';

/** A column and where in the sheet it stands. */
export interface ProposedColumn {
  readonly index: number;
  readonly column: RegisterColumn;
}

const mostLookedAt = 300;

/** The columns for headings that are not taken yet; those that only number rows, and empty ones, are left out. */
export function proposeColumns({
  sample,
  ...around
}: TableSample & { readonly taken: readonly (string | null)[] }): ProposedColumn[] {
  const table = { ...around, sample: sample.filter((row) => !isTotalLine(row)) };
  const looks = table.headings.flatMap((heading, index): Look[] => {
    const cells = table.sample.slice(0, mostLookedAt).flatMap((row) => row[index]?.trim() || []);
    const isUseless = isRowNumber(heading) || (heading.trim() === '' && cells.length === 0);
    return isUseless || table.taken[index] !== null
      ? []
      : [{ index, heading, word: foldHeading(heading), cells }];
  });
  const typed = looks.map((look) => ({ look, type: typeOf(look) }));
  const plain = typed.map(({ look, type }) => ({
    index: look.index,
    column: plainColumn(look, type, table.title),
    look,
  }));
  return withRoles(withFacets(plain), table);
}

function plainColumn(look: Look, type: ColumnType, tableTitle: string): RegisterColumn {
  const isCounted = type === 'number' || type === 'money';
  const unit =
    unitOfHeading(look.heading) ??
    (type === 'money' ? (unitOfTable(tableTitle) ?? commonUnit(look.cells)) : null);
  const mask = maskOf(look, type);
  return {
    key: `c${look.index + 1}`,
    title: bareHeading(look.heading) || `第${look.index + 1}列`,
    type,
    unit: isCounted ? unit : null,
    isSearchable: ['text', 'code', 'agency', 'place', 'record'].includes(type) && mask !== 'hidden',
    isShown: mask !== 'hidden',
    isFacet: false,
    isSortable: isCounted || type === 'date',
    mask,
    roles: [],
  };
}

/** The unit most cells write themselves. */
function commonUnit(cells: readonly string[]): string | null {
  const units = cells.flatMap((cell) => parseAmount(cell).amount?.unit ?? []);
  const [first] = units;
  return first !== undefined && units.length * 2 >= cells.length && units.every((unit) => unit === first)
    ? first
    : null;
}

interface Placed extends ProposedColumn {
  readonly look: Look;
}

/** Words that tell entries into groups narrow results: choices first, then agencies. */
function withFacets(placed: readonly Placed[]): Placed[] {
  const fits = placed.filter(({ column, look }) => {
    const different = new Set(look.cells).size;
    return (
      ['choice', 'agency'].includes(column.type) &&
      column.mask === 'none' &&
      different >= 2 &&
      different <= 40
    );
  });
  const order = (one: Placed) => (one.column.type === 'choice' ? 0 : 1);
  const chosen = new Set([...fits].sort((a, b) => order(a) - order(b)).slice(0, facetPlaces.length));
  return placed.map((one) => (chosen.has(one) ? { ...one, column: { ...one.column, isFacet: true } } : one));
}

const titleWord = /名称|姓名|标题|题名|项目|事项|企业|单位|主体|对象|名$|类别$|科目/u;

function withRoles(placed: readonly Placed[], table: TableSample): ProposedColumn[] {
  const title = titleIndex(placed);
  const identity = identityIndexes(placed, title, table);
  const value = placed.find(
    ({ column, look }) => isValue(column) && !/占比|比例|率|%/u.test(look.heading),
  )?.index;
  return placed.map(({ index, column }) => {
    const roles: RegisterColumn['roles'][number][] = [];
    if (index === title) roles.push('title');
    if (identity.has(index)) roles.push('identity');
    if (index === value) roles.push('value');
    const isTitle = index === title;
    return {
      index,
      column: {
        ...column,
        roles,
        isSearchable: column.isSearchable || isTitle,
        isShown: column.isShown || isTitle,
      },
    };
  });
}

function isValue({ type }: RegisterColumn): boolean {
  return type === 'number' || type === 'money';
}

function titleIndex(placed: readonly Placed[]): number {
  const usable = placed.filter(
    ({ column }) => column.mask !== 'hidden' && !isValue(column) && column.type !== 'date',
  );
  const texts = usable.filter(({ column }) => ['text', 'record', 'agency', 'choice'].includes(column.type));
  const named = texts.find(({ look }) => titleWord.test(look.word));
  return (named ?? texts[0] ?? usable[0] ?? placed[0])?.index ?? 0;
}

/** Numbers that change while the entry stays the same. */
const reachesSomebody = /电话|手机|传真|邮编|邮政编码|联系方式/u;

/** A code that differs in every row; else the title, with as many columns as it takes. */
function identityIndexes(
  placed: readonly Placed[],
  title: number,
  { sample }: TableSample,
): ReadonlySet<number> {
  const distinct = (indexes: readonly number[]) =>
    new Set(sample.map((row) => indexes.map((index) => row[index] ?? '').join('\n'))).size === sample.length;
  const code = placed.find(
    ({ column, look }) =>
      column.type === 'code' &&
      !reachesSomebody.test(look.word) &&
      look.cells.length === sample.length &&
      distinct([look.index]),
  );
  if (code !== undefined && sample.length > 1) return new Set([code.index]);
  const chosen = [title];
  for (const { index, column } of placed) {
    if (distinct(chosen) || chosen.length >= 4) break;
    if (index !== title && !isValue(column)) chosen.push(index);
  }
  return new Set(distinct(chosen) ? chosen : [title]);
}
