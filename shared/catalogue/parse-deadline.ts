// Turns the words of a 公开时限 cell into a typed deadline rule.
import { numberCharacters, parseChineseNumber } from './chinese-number.ts';
import { cleanName, foldText } from './clean-text.ts';
import type { DeadlinePeriod, DeadlineRule, DeadlineTrigger } from './deadline-rule.ts';

export interface ParsedDeadline {
  readonly rule: DeadlineRule;
  /** True when the words name more than one rule; `rule` is then the first that binds publication. */
  readonly hasSeveral: boolean;
}

/** A rule without its text, found at a place of the folded words. */
interface FoundRule {
  readonly at: number;
  readonly end: number;
  readonly rule: RuleShape;
}
type WithoutText<T> = T extends unknown ? Omit<T, 'text'> : never;
type RuleShape = WithoutText<DeadlineRule>;

const number = `([${numberCharacters}]{1,6})`;
const longestDays = 3650;

const beforeEvent = new RegExp(
  `(?:提前|至少提前|前)${number}个?(工作日|日|天|周|星期|月|小时)|${number}个?(工作日|日|天|周|星期|月|小时)(?:以前|之前|前)`,
  'gu',
);
const afterDays = new RegExp(`${number}个?(工作日|自然日|日历日|日|天|周|星期|小时)(?!前|以前|之前)`, 'gu');
const perPeriod = new RegExp(
  `(?:每个?|按|(?<!\\d)一)(自然)?(日|天|周|星期|旬|月|季度?|半年|学期|学年|年度?)(?:[^,，;；。]{0,8}?${number}次)?`,
  'gu',
);
const halfYearly = new RegExp(`半年(?!内|以内|之内|后|前)(?:[^,，;；。]{0,8}?${number}次)?`, 'gu');
const periodic = /(?<![\d一二三四五六七八九十])(月度|季度|年度)(?=公开|更新|公布|发布|$)/gu;
const atOnce = /实时|及时|即时|适时|立即|随时|即日|第一时间|当日|当天/u;
const longTerm = /长期|常年|永久|长久|持续公开/u;

const periods: Readonly<Record<string, readonly [times: number, every: DeadlinePeriod]>> = {
  日: [1, 'day'],
  天: [1, 'day'],
  周: [1, 'week'],
  星期: [1, 'week'],
  旬: [3, 'month'],
  月: [1, 'month'],
  月度: [1, 'month'],
  季: [1, 'quarter'],
  季度: [1, 'quarter'],
  半年: [1, 'half-year'],
  学期: [1, 'half-year'],
  年: [1, 'year'],
  年度: [1, 'year'],
  学年: [1, 'year'],
};
const eventUnits = {
  工作日: 'working-day',
  日: 'day',
  天: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  小时: 'day',
} as const;

/**
 * The rule a deadline cell states. Words that state none become `{ type: 'text' }`, so the source is never
 * lost; `同上` is text here, because only the sheet knows what stands above.
 */
export function parseDeadline(text: string): ParsedDeadline {
  const words = cleanName(text);
  const folded = plainUnits(foldText(text));
  const firm = withoutOverlaps([
    ...findBeforeEvent(folded),
    ...findFrequencies(folded),
    ...findDays(folded),
  ]).filter((found) => !isDisplayPeriod(folded, found));
  const first = firm[0];
  const periodic = first === undefined ? null : readPeriodic(folded, first, firm);
  if (periodic) return { rule: { ...periodic.rule, text: words }, hasSeveral: periodic.hasSeveral };
  if (first) return { rule: { ...first.rule, text: words } as DeadlineRule, hasSeveral: firm.length > 1 };
  if (atOnce.test(folded)) return { rule: { type: 'at-once', text: words }, hasSeveral: false };
  if (longTerm.test(folded)) return { rule: { type: 'long-term', text: words }, hasSeveral: false };
  return { rule: { type: 'text', text: words }, hasSeveral: false };
}

/** 季度结束后15日内: a rule of periods, also where 每 is left out, with the days its information may take. */
const afterPeriod = new RegExp(
  `(月|季度?|半年|年|年度|学期|学年)(?:结束|终了|届满|期满)(?:之日)?(?:起|后|以后|之后)*的?${number}个?(工作日|自然日|日历日|日|天)(?!前|以前|之前)`,
  'u',
);
/** 每年3月31日前, 每年1月底前: the day of the year by which the past one's information is due. */
const yearlyBy =
  /每(?:自然)?年度?的?(\d{1,2})月(?:份)?(?:(\d{1,2})[日号](?:以前|之前|前)|(底|末)(?:以前|之前|前)?)/u;

type FrequencyRule = Extract<DeadlineRule, { type: 'frequency' }>;

/** The rule of periods among those found with what the words say about when each is due; null when they say nothing. */
function readPeriodic(
  text: string,
  first: FoundRule,
  firm: readonly FoundRule[],
): { readonly rule: Omit<FrequencyRule, 'text'>; readonly hasSeveral: boolean } | null {
  const after = afterPeriod.exec(text);
  const days = after === null ? null : parseChineseNumber(after[2] ?? '');
  const counted = firm.find(({ rule, at }) => isDayRule(rule) && after !== null && at >= after.index);
  if (after !== null && days !== null && days >= 1 && days <= longestDays && counted !== undefined) {
    const [times, every] = periods[after[1] ?? ''] ?? [1, 'year'];
    const base =
      first.rule.type === 'frequency' ? first.rule : ({ type: 'frequency', times, every } as const);
    const unit = after[3] === '工作日' ? 'working-day' : 'calendar-day';
    if (first !== counted && first.rule.type !== 'frequency') return null;
    const others = firm.filter((found) => found !== counted && found !== first);
    return { rule: { ...base, within: { days, unit } }, hasSeveral: others.length > 0 };
  }
  const by = first.rule.type === 'frequency' && first.rule.every === 'year' ? yearlyBy.exec(text) : null;
  const byDate = by === null ? null : monthDay(Number(by[1]), by[2] === undefined ? null : Number(by[2]));
  if (first.rule.type !== 'frequency' || byDate === null) return null;
  return { rule: { ...first.rule, byDate }, hasSeveral: firm.length > 1 };
}

const isDayRule = (rule: RuleShape): boolean => rule.type === 'working-days' || rule.type === 'calendar-days';

/** Null for a day no year has; 28 February stands for the month's end, so that every year has it. */
function monthDay(month: number, day: number | null): string | null {
  const longest = month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  const chosen = day ?? longest;
  if (month < 1 || month > 12 || chosen < 1 || chosen > longest) return null;
  return `${String(month).padStart(2, '0')}-${String(chosen).padStart(2, '0')}`;
}

/** Unusual spellings of units: `20日(工作日)` are working days, half a month is fifteen days. */
function plainUnits(text: string): string {
  return text
    .replace(/个?[日天][(（]工作日[)）]/gu, '个工作日')
    .replace(/(?<!每)半个?月(?=内|以内|之内|以前|之前|前)|(?<=提前)半个?月/gu, '15日')
    .replace(/每半个?月/gu, '每月2次')
    .replace(/逐(?=[日月季年])/gu, '每')
    .replace(/一(日|周|月|季度?|年)一(?=公开|公示|公布|更新|清|结)/gu, '每$1');
}

/** Whether a cell only points at the one above. */
export function saysSameAsAbove(text: string): boolean {
  return /^[(（]?(?:同上[栏行条格]?|同前|如上|〃|″|′′|''|"|“|”)[)）]?[。.]?$/u.test(foldText(text));
}

function findDays(text: string): FoundRule[] {
  const found: FoundRule[] = [];
  for (const match of text.matchAll(afterDays)) {
    const amount = parseChineseNumber(match[1] ?? '');
    const unit = match[2] ?? '';
    const isDateOfMonth = (unit === '日' || unit === '天') && /[月年]$/u.test(text.slice(0, match.index));
    if (amount === null || isDateOfMonth) continue;
    const days = inDays(amount, unit);
    if (days < 1 || days > longestDays) continue;
    const type = unit === '工作日' ? 'working-days' : 'calendar-days';
    const from = triggerOf(text.slice(0, match.index), text.slice(match.index));
    found.push({ at: match.index, end: match.index + match[0].length, rule: { type, days, from } });
  }
  return found;
}

function inDays(amount: number, unit: string): number {
  if (unit === '周' || unit === '星期') return amount * 7;
  return unit === '小时' ? Math.ceil(amount / 24) : amount;
}

function triggerOf(before: string, whole: string): DeadlineTrigger {
  const clause = before.split(/[,，;；。]/u).at(-1) ?? '';
  const words = clause === '' ? (whole.split(/[;；。]/u)[0] ?? '') : clause;
  if (/制定|制作|获取/u.test(words)) return 'made-or-obtained';
  if (/批准|批复|审批通过|审议通过/u.test(words)) return 'approved';
  if (/决定/u.test(words) && /作出|做出|下达|送达|之日|形成/u.test(words)) return 'decided';
  return /形成|产生|变更/u.test(words) ? 'formed-or-changed' : 'other';
}

function findFrequencies(text: string): FoundRule[] {
  const found: FoundRule[] = [];
  const add = (match: RegExpExecArray, period: string, count: string | undefined): void => {
    const [times, every] = periods[period] ?? [0, 'year'];
    const counted = count === undefined ? times : (parseChineseNumber(count) ?? 0);
    if (counted < 1 || counted > 366) return;
    const rule = { type: 'frequency', times: counted, every } as const;
    found.push({ at: match.index, end: match.index + match[0].length, rule });
  };
  for (const match of text.matchAll(perPeriod)) {
    const isRate = match[0].startsWith('一') ? match[3] !== undefined : true;
    if (isRate) add(match, match[2] ?? '', match[3]);
  }
  for (const match of text.matchAll(halfYearly)) add(match, '半年', match[1]);
  for (const match of text.matchAll(periodic)) add(match, match[1] ?? '', undefined);
  return found;
}

function findBeforeEvent(text: string): FoundRule[] {
  const found: FoundRule[] = [];
  for (const match of text.matchAll(beforeEvent)) {
    const amount = parseChineseNumber(match[1] ?? match[3] ?? '');
    const word = (match[2] ?? match[4] ?? '日') as keyof typeof eventUnits;
    const isDateOfMonth = match[3] !== undefined && /[月年]$/u.test(text.slice(0, match.index));
    if (amount === null || amount < 1 || amount > longestDays || isDateOfMonth) continue;
    const rule = {
      type: 'before-event',
      amount: word === '小时' ? Math.ceil(amount / 24) : amount,
      unit: eventUnits[word],
    } as const;
    found.push({ at: match.index, end: match.index + match[0].length, rule });
  }
  return found;
}

/** Keeps the earliest of rules that share words: `每年3月31日前` is yearly, not 31 days. */
function withoutOverlaps(found: readonly FoundRule[]): FoundRule[] {
  const sorted = [...found].sort((a, b) => a.at - b.at || b.end - a.end);
  const kept: FoundRule[] = [];
  for (const rule of sorted) {
    const previous = kept.at(-1);
    if (!previous || rule.at >= previous.end) kept.push(rule);
  }
  return kept;
}

/** `公示7个工作日`, `征求意见期不少于30日` say how long something hangs, not when it must be public. */
function isDisplayPeriod(text: string, found: FoundRule): boolean {
  return /(?:公示|公告|征求意见|公开征集|征集意见)(?:的)?(?:期|时间)?(?:限)?(?:为|不少于|不得少于|至少|满)?$/u.test(
    text.slice(0, found.at),
  );
}
