// The articles of a law by their numbers: which digits lead on from what was typed, and what it names.
import { formatChineseNumber, parseChineseNumber } from '#shared/catalogue/chinese-number.ts';
import type { BodyMark } from './body-articles.ts';

/** An article that can be gone to by its number; 第一百二十条之一 has the number of 第一百二十条. */
export interface NumberedArticle {
  readonly number: number;
  readonly mark: BodyMark;
}

/** The longest number worth typing: the Civil Code has 1,260 articles; no document here has 10,000 pages. */
const mostDigits = 4;

/** Articles by number, in the order of the text; labels that are no number are left out. */
export function numberArticles(marks: readonly BodyMark[]): NumberedArticle[] {
  const articles: NumberedArticle[] = [];
  for (const mark of marks) {
    if (mark.kind !== 'article') continue;
    const number = parseChineseNumber(/^第(.+?)条/u.exec(mark.label)?.[1] ?? '');
    if (number !== null && number > 0) articles.push({ number, mark });
  }
  return articles;
}

/** The digits after which some number still begins with what is typed. */
export function nextDigits(numbers: readonly number[], typed: string): ReadonlySet<string> {
  const digits = new Set<string>();
  if (typed.length >= mostDigits) return digits;
  for (const number of numbers) {
    const written = String(number);
    if (written.startsWith(typed) && written.length > typed.length) digits.add(written.charAt(typed.length));
  }
  return digits;
}

/** The article with the number typed and those inserted after it (之一, 之二); of a number told twice, the first. */
export function articlesNamed(articles: readonly NumberedArticle[], typed: string): BodyMark[] {
  const named = new Map<string, BodyMark>();
  for (const { number, mark } of articles) {
    if (String(number) === typed && !named.has(mark.label)) named.set(mark.label, mark);
  }
  return [...named.values()];
}

/** 第32条, 32条 and ３２条 in a text someone typed, written as statutes write it: 第三十二条. */
export function inStatuteNumerals(text: string): string {
  return text.replace(/(?:第\s*)?([\d０-９]{1,4})\s*条/gu, (whole, digits: string) => {
    const number = parseChineseNumber(digits);
    return number === null || number === 0 ? whole : `第${formatChineseNumber(number)}条`;
  });
}
