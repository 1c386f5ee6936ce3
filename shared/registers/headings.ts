// What headings of a table say: the word itself, a unit in brackets, a year; and which column a heading means.
import { foldText } from '../catalogue/clean-text.ts';
import type { RegisterDefinition } from './register-definition.ts';
import type { RegisterTemplate } from './register-template.ts';
import { templateOf } from './templates.ts';
import { tidyLine } from './tidy-text.ts';

const unitWord =
  /^(?:单位)?[:：]?((?:百|千|万|百万|千万|亿)?(?:元|美元|人|件|人次|户|平方米|亩|吨)|%|‰|个|家|项|份|次|起|批次|批|公顷|千克|公斤|公里|千米|米|天|日|工作日|个工作日|个月|月|年|岁|分|卷|页|辆|台|套|名|张|条|宗|㎡|m2|元\/[\u4e00-\u9fff]{1,6}|千瓦时|立方米)$/u;

/** A heading as it is compared: no blanks, no remark in brackets, no quotation or punctuation. */
export function foldHeading(heading: string): string {
  return foldText(heading)
    .toLowerCase()
    .replace(/[〔【[]/gu, '(')
    .replace(/[〕】\]]/gu, ')')
    .replace(/\([^()]*\)/gu, '')
    .replace(/[:：*#“”"'‘’、,，.。]/gu, '')
    .replace(/单位(?:万元|元|千元|亿元)$/u, '');
}

/** The unit a heading names in brackets (`收费标准(元)`) or behind it (`金额 单位：万元`); null when it names none. */
export function unitOfHeading(heading: string): string | null {
  const folded = foldText(heading)
    .replace(/[〔【[]/gu, '(')
    .replace(/[〕】\]]/gu, ')');
  for (const [, inside = ''] of folded.matchAll(/\(([^()]*)\)/gu)) {
    const unit = unitWord.exec(inside)?.[1];
    if (unit !== undefined) return unit;
  }
  const behind = /单位[:：]?(.+)$/u.exec(folded)?.[1];
  return (
    (behind === undefined ? undefined : unitWord.exec(behind)?.[1]) ?? (/[%％]$/u.test(folded) ? '%' : null)
  );
}

/** The unit said once for a whole table, in its title or above its headings: `单位：万元`. */
export function unitOfTable(words: string): string | null {
  const match = /单位\s*[:：]\s*(?:人民币)?\s*((?:千|万|百万|亿)?元|件|人|家|项)/u.exec(
    words.normalize('NFKC'),
  );
  return match?.[1] ?? null;
}

const numeral = '[\\d一二三四五六七八九十]{1,3}';
const period = new RegExp(
  `(?:19|20)\\d{2}\\s*年(?:度)?(?:\\s*(?:第\\s*${numeral}\\s*(?:周|季度|期|批)|[上下]半年|前${numeral}个?月|${numeral}月份?(?:第${numeral}周|[上中下]旬)?|[一二三四]季度))?`,
  'u',
);

/** What time a table is about, as its title says it: 2023年, 2026年第47周, 2026年三季度; null when it does not. */
export function periodOfTitle(title: string): string | null {
  return period.exec(foldText(title))?.[0] ?? null;
}

const yearOfAmount = /^(?:19|20)(\d{2})年?(?:度)?(?!\d)(.*)$/u;
const changeWord = /增减|同比|增长|变动|比例|占比|比重|完成率|%/u;

/** The year a heading's figures belong to (`2022年预算数`); null for words and for changes between years. */
export function yearOfHeading(heading: string): number | null {
  const folded = foldHeading(heading);
  const match = yearOfAmount.exec(folded);
  return match && !changeWord.test(match[2] ?? '') ? Number(folded.slice(0, 4)) : null;
}

/** A heading for people, its unit taken out. */
export function bareHeading(heading: string): string {
  const tidy = tidyLine(heading.replace(/[\r\n]+/gu, ''));
  return unitOfHeading(tidy) === null
    ? tidy
    : tidy.replace(/[（(【[][^（()）]*[)）】\]]|单位[:：].*$/gu, '').trim() || tidy;
}

const rowNumber = /^(?:序号|序|编号序|行次|no|num|number|#)$/u;

/** Whether a heading only numbers the rows. */
export function isRowNumber(heading: string): boolean {
  return rowNumber.test(foldHeading(heading));
}

/**
 * Which column of a register each heading means; null for those it has no column for. Titles of columns count
 * first, then the other headings of the ready-made register, then headings that hold one of them.
 */
export function mapHeadings(
  definition: Pick<RegisterDefinition, 'columns' | 'template'>,
  headings: readonly string[],
): (string | null)[] {
  const template = templateOf(definition.template);
  const names = new Map<string, readonly string[]>();
  for (const { key, title } of definition.columns) {
    names.set(key, [title, ...(template?.headings.get(key) ?? [])].map(foldHeading));
  }
  return matchHeadings(names, headings, template?.years ?? null);
}

/** The same for a ready-made register, before there is a definition of one's own. */
export function mapTemplateHeadings(
  template: RegisterTemplate,
  headings: readonly string[],
): (string | null)[] {
  return mapHeadings(template.definition, headings);
}

function matchHeadings(
  names: Names,
  headings: readonly string[],
  years: RegisterTemplate['years'],
): (string | null)[] {
  const mapping: (string | null)[] = headings.map(() => null);
  const taken = new Set<string>();
  const assign = (index: number, key: string | undefined) => {
    if (key === undefined || taken.has(key) || mapping[index] !== null) return;
    mapping[index] = key;
    taken.add(key);
  };
  if (years !== null) assignYears(headings, years, assign);
  const folded = headings.map((heading) => (isRowNumber(heading) ? '' : foldHeading(heading)));
  const ways = [firstTitled, keysWith, partialKeys];
  for (const way of ways) {
    for (const [index, heading] of folded.entries()) {
      const bare = heading.replace(yearPrefix, '');
      const keys =
        heading === ''
          ? []
          : [...way(names, heading), ...(bare === heading || bare === '' ? [] : way(names, bare))];
      assign(
        index,
        keys.find((key) => !taken.has(key)),
      );
    }
  }
  return mapping;
}

/** `2023年`, and `2023年比2022年` before a change. */
const yearPrefix = /^(?:(?:19|20)\d{2}年?度?比?)+/u;
type Names = ReadonlyMap<string, readonly string[]>;

function firstTitled(names: Names, heading: string): string[] {
  return [...names].filter(([, [title]]) => title === heading).map(([key]) => key);
}

function keysWith(names: Names, heading: string): string[] {
  return [...names].filter(([, known]) => known.includes(heading)).map(([key]) => key);
}

/** Shorter words than these are part of too many headings. */
const shortestPart = 3;
const mostRest = 4;

/** Keys of columns whose known heading begins or ends this one, the longest first. */
function partialKeys(names: Names, heading: string): string[] {
  const scored = [...names].map(([key, known]) => {
    const parts = known.filter(
      (name) =>
        name.length >= shortestPart &&
        heading.length - name.length <= mostRest &&
        (heading.startsWith(name) || heading.endsWith(name)),
    );
    return { key, length: Math.max(0, ...parts.map(({ length }) => length)) };
  });
  return scored
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .map(({ key }) => key);
}

function assignYears(
  headings: readonly string[],
  years: { readonly previous: string; readonly current: string },
  assign: (index: number, key: string | undefined) => void,
): void {
  const dated = headings.flatMap((heading, index) => {
    const year = yearOfHeading(heading);
    return year === null ? [] : [{ index, year }];
  });
  dated.sort((a, b) => a.year - b.year);
  const [latest, before] = [dated.at(-1), dated.at(-2)];
  if (latest === undefined) return;
  assign(latest.index, years.current);
  if (before !== undefined && before.year < latest.year) assign(before.index, years.previous);
}
