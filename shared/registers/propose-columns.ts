// Proposes the columns of a sheet from its headings and the first rows: type, unit, mask, role, facet.
import { parseDate } from '../catalogue/parse-date.ts';
import type { ColumnType, Mask, RegisterColumn } from '../catalogue/register.ts';
import { facetPlaces } from '../catalogue/register.ts';
import { checkCreditCode } from './credit-code.ts';
import { bareHeading, foldHeading, isRowNumber, unitOfHeading, unitOfTable } from './headings.ts';
import { holdsIdNumber } from './id-number.ts';
import { isOrganisationName } from './mask-person-name.ts';
import { parseAmount } from './parse-amount.ts';
import { parseSteps } from './steps.ts';
import type { TableSample } from './table-sample.ts';

/** A column and where in the sheet it stands. */
export interface ProposedColumn {
  readonly index: number;
  readonly column: RegisterColumn;
}

/** What one column of the sample looks like. */
interface Look {
  readonly index: number;
  readonly heading: string;
  /** The heading as it is compared. */
  readonly word: string;
  /** Filled cells of the sample. */
  readonly cells: readonly string[];
}

const mostLookedAt = 300;
/** Any fixed day will do: it settles the century of two-digit years only. */
const someDay = '2048-12-31';

/** The columns for headings that are not taken yet; those that only number rows, and empty ones, are left out. */
export function proposeColumns(
  table: TableSample & { readonly taken: readonly (string | null)[] },
): ProposedColumn[] {
  const looks = table.headings.flatMap((heading, index): Look[] => {
    const cells = table.sample
      .slice(0, mostLookedAt)
      .flatMap((row) => (row[index]?.trim() ? [row[index] as string] : []));
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

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

const typeWords: readonly (readonly [RegExp, ColumnType])[] = [
  [/流程|步骤|程序$/u, 'steps'],
  [/(?:地址|住所|地点|场所|位置|住址|坐落|所在地)$/u, 'place'],
  [/(?:代码|编码|编号|证号|号码|文号|字号|条码|档号|账号|卡号)$/u, 'code'],
];

const agencyEnd = /(?:局|委|办|厅|部|院|政府|街道|办事处|委员会|中心|分局|支队|大队|所|科|处|股)$/u;

function typeOf(look: Look): ColumnType {
  const { word, cells } = look;
  if (isMostlyDates(look)) return 'date';
  for (const [pattern, type] of typeWords) {
    const isSteps = type !== 'steps' || share(cells, (cell) => parseSteps(cell).length >= 2) >= 0.5;
    if (pattern.test(word) && isSteps) return type;
  }
  if (share(cells, (cell) => /→|->/u.test(cell)) >= 0.5) return 'steps';
  if (isMostlyCodes(cells)) return 'code';
  if (isMostlyNumbers(look)) return isAboutMoney(look) ? 'money' : 'number';
  if (
    /(?:机关|部门|单位|主体|机构|局)$/u.test(word) &&
    share(cells, (cell) => agencyEnd.test(cell.trim())) >= 0.6
  )
    return 'agency';
  return isChoice(cells) ? 'choice' : 'text';
}

function isMostlyDates({ word, cells }: Look): boolean {
  const isNamed = /日期|时间|年月|时限|日$|^有效期|期限$/u.test(word);
  const full = share(
    cells,
    (cell) => (parseDate(cell, someDay).date ?? '').length >= (isNamed ? 4 : 10) && !/^\d{5}$/u.test(cell),
  );
  return full >= (isNamed ? 0.6 : 0.9);
}

/** Codes keep zeros in front, hold letters and digits alike, or are too long to be counted with. */
function isMostlyCodes(cells: readonly string[]): boolean {
  return (
    share(
      cells,
      (cell) => /^(?=.*\d)[0-9A-Za-z\-_/]{6,40}$/u.test(cell.trim()) && !/^-?\d{1,8}$/u.test(cell.trim()),
    ) >= 0.8 || share(cells, (cell) => /^0\d+$/u.test(cell.trim())) >= 0.5
  );
}

function isMostlyNumbers({ word, cells }: Look): boolean {
  if (/电话|手机|邮编|邮政编码|年份|年度|传真/u.test(word)) return false;
  const said = cells.filter((cell) => !/^[-—–/\\\s]+$/u.test(cell));
  return (
    said.length > 0 &&
    share(said, (cell) => {
      const { amount } = parseAmount(cell);
      return amount !== null;
    }) >= 0.9
  );
}

function isAboutMoney({ heading, cells }: Look): boolean {
  const unit = unitOfHeading(heading);
  if (unit !== null) return /元/u.test(unit);
  return (
    /金额|经费|预算|决算|资金|收入|支出|价|费用|费$|款|工资|补贴|补助|资本|投资/u.test(heading) ||
    share(cells, (cell) => /元/u.test(cell) || /[¥￥]/u.test(cell)) >= 0.5
  );
}

const longestChoice = 16;

/** A few short words that come back. */
function isChoice(cells: readonly string[]): boolean {
  const different = new Set(cells.map((cell) => cell.trim()));
  if (cells.length < 4 || [...different].some(({ length }) => length > longestChoice)) return false;
  return different.size <= Math.min(30, Math.max(2, Math.floor(cells.length / 2)));
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

const masksByWord: readonly (readonly [RegExp, Mask])[] = [
  [/银行卡|银行账号|账号|卡号|病情|病种|残疾类别|婚姻/u, 'hidden'],
  [/身份证|证件号|公民身份号码/u, 'id-number'],
  [/手机|移动电话/u, 'phone'],
  [/家庭住址|家庭地址|住址|户籍地|户籍地址|居住地址/u, 'address'],
  [
    /姓名|考生|学生|申请人|受益人|户主|经营者|当事人|家长|患者|获奖人|保障对象|救助对象|监护人/u,
    'person-name',
  ],
];

/** People in office are named; everybody else is not, unless staff say so. */
const inOffice = /领导|负责人|责任人|局长|主任|书记|法定代表人|河长|院长|校长|村主任|经办人/u;

function maskOf({ word, cells }: Look, type: ColumnType): Mask {
  if (share(cells, holdsIdNumber) >= 0.2) return 'id-number';
  if (share(cells, (cell) => /(?<!\d)1[3-9]\d{9}(?!\d)/u.test(cell)) >= 0.3) return 'phone';
  if (inOffice.test(word)) return 'none';
  const byWord = masksByWord.find(([pattern]) => pattern.test(word))?.[1];
  if (byWord === 'id-number' && type === 'code' && share(cells, isCreditCode) >= 0.9) return 'none';
  if (byWord === 'person-name' && share(cells, isOrganisationName) >= 0.95) return 'none';
  return byWord ?? 'none';
}

function isCreditCode(cell: string): boolean {
  return checkCreditCode(cell.trim().toUpperCase()).state === 'valid';
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
      column.type === 'code' && look.cells.length === sample.length && distinct([look.index]),
  );
  if (code !== undefined && sample.length > 1) return new Set([code.index]);
  const chosen = [title];
  for (const { index, column } of placed) {
    if (distinct(chosen) || chosen.length >= 4) break;
    if (index !== title && !isValue(column)) chosen.push(index);
  }
  return new Set(distinct(chosen) ? chosen : [title]);
}
