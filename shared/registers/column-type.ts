// Tells what a column of a spreadsheet holds from its heading and its cells.
import { parseDate } from '../catalogue/parse-date.ts';
import type { ColumnType } from '../catalogue/register.ts';
import { unitOfHeading } from './headings.ts';
import { parseAmount } from './parse-amount.ts';
import { parseSteps } from './steps.ts';

/** What one column of the sample looks like. */
export interface Look {
  readonly index: number;
  readonly heading: string;
  /** The heading as it is compared. */
  readonly word: string;
  /** Filled cells of the sample. */
  readonly cells: readonly string[];
}

/** Any fixed day will do: it settles the century of two-digit years only. */
const someDay = '2048-12-31';

/** The share of cells that pass a test; 0 of none. */
export function shareOf(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

const typeWords: readonly (readonly [RegExp, ColumnType])[] = [
  [/流程|步骤|程序$/u, 'steps'],
  [/(?:地址|住所|地点|场所|位置|住址|坐落|所在地)$/u, 'place'],
  [/(?:代码|编码|编号|证号|号码|文号|字号|条码|档号|账号|卡号)$/u, 'code'],
];

const agencyEnd = /(?:局|委|办|厅|部|院|政府|街道|办事处|委员会|中心|分局|支队|大队|所|科|处|股)$/u;

/** The type of a column by its heading and cells. */
export function typeOf(look: Look): ColumnType {
  const { word, cells } = look;
  if (isMostlyDates(look)) return 'date';
  for (const [pattern, type] of typeWords) {
    const isSteps = type !== 'steps' || shareOf(cells, (cell) => parseSteps(cell).length >= 2) >= 0.5;
    if (pattern.test(word) && isSteps) return type;
  }
  if (shareOf(cells, (cell) => /→|->/u.test(cell)) >= 0.5) return 'steps';
  if (isMostlyCodes(cells)) return 'code';
  if (isMostlyNumbers(look)) return isAboutMoney(look) ? 'money' : 'number';
  if (
    /(?:机关|部门|单位|主体|机构|局)$/u.test(word) &&
    shareOf(cells, (cell) => agencyEnd.test(cell.trim())) >= 0.6
  )
    return 'agency';
  return isChoice(cells) ? 'choice' : 'text';
}

function isMostlyDates({ word, cells }: Look): boolean {
  const isNamed = /日期|时间|年月|时限|日$|^有效期|期限$/u.test(word);
  const full = shareOf(
    cells,
    (cell) => (parseDate(cell, someDay).date ?? '').length >= (isNamed ? 4 : 10) && !/^\d{5}$/u.test(cell),
  );
  return full >= (isNamed ? 0.6 : 0.9);
}

/** Codes keep zeros in front, hold letters and digits alike, or are too long to be counted with. */
function isMostlyCodes(cells: readonly string[]): boolean {
  return (
    shareOf(
      cells,
      (cell) => /^(?=.*\d)[0-9A-Za-z\-_/]{6,40}$/u.test(cell.trim()) && !/^-?\d{1,8}$/u.test(cell.trim()),
    ) >= 0.8 || shareOf(cells, (cell) => /^0\d+$/u.test(cell.trim())) >= 0.5
  );
}

/** Words behind a number that make it a name: 3月, 12号, 1路. */
const namingUnit =
  /^(?:月份?|年度?|日|号|周|[上下]?旬|季度|期|届|批|路|线|组|班|级|楼|层|室|栋|幢|类|区|档)$/u;

function isMostlyNumbers({ word, cells }: Look): boolean {
  if (/电话|手机|邮编|邮政编码|年份|年度|月份|季度|传真/u.test(word)) return false;
  const said = cells.filter((cell) => !/^[-—–/\\\s]+$/u.test(cell));
  const isNumber = (cell: string) => {
    const { amount } = parseAmount(cell);
    return amount !== null && !namingUnit.test(amount.unit ?? '');
  };
  return said.length > 0 && shareOf(said, isNumber) >= 0.9;
}

function isAboutMoney({ heading, cells }: Look): boolean {
  const unit = unitOfHeading(heading);
  if (unit !== null) return /元/u.test(unit);
  return (
    /金额|经费|预算|决算|资金|收入|支出|价|费用|费$|款|工资|补贴|补助|资本|投资/u.test(heading) ||
    shareOf(cells, (cell) => /元/u.test(cell) || /[¥￥]/u.test(cell)) >= 0.5
  );
}

const longestChoice = 16;

/** A few short words that come back. */
function isChoice(cells: readonly string[]): boolean {
  const different = new Set(cells.map((cell) => cell.trim()));
  if (cells.length < 4 || [...different].some(({ length }) => length > longestChoice)) return false;
  return different.size <= Math.min(30, Math.max(2, Math.floor(cells.length / 2)));
}
