// Words that say a text is not finished: drafts in titles, placeholders, days no calendar has.
import type { Objection, Rule } from '../rule.ts';
import type { SectionText } from '../section-text.ts';

/** Lines from the top where a title may stand. */
const titleLines = 6;
const longestTitle = 80;

const draftWord =
  '征求意见稿|公开征求意见稿|送审稿|讨论稿|审议稿|报批稿|会签稿|代拟稿|修改稿|修订稿|初稿|草稿|试拟稿|评审稿|意见稿|待审稿|审核稿|(?:修订|修正|决定)?草案';
const draftBracketed = new RegExp(
  `[（(【〔\\[]\\s*(?:[^）)】〕\\]\\n]{0,8})?(?:${draftWord})[^）)】〕\\]\\n]{0,8}[）)】〕\\]]`,
  'u',
);
const draftAtEnd = new RegExp(`(?:${draftWord})\\s*(?:第[一二三四五六七八九十\\d]+[稿版次])?$`, 'u');
/** Titles in which a draft is what the document is about. */
const aboutDraft =
  /征求|征集|听证|说明|报告|决议|决定[》）)]?$|审议|审查|汇报|解读|反馈|采纳|起草|提请|意见的|公告|公示|通知|议案/u;

/** A draft's mark in the title of what is published as final. */
export const findDraftWording: Rule = function* (text, { asksForOpinions }) {
  const { part } = text.section;
  const isTitle = part === 'title' || part === 'file-name';
  if (
    asksForOpinions ||
    !(
      isTitle ||
      part === 'body' ||
      part === 'sheet' ||
      part === 'page-header' ||
      part === 'page-footer' ||
      part === 'metadata'
    )
  )
    return;
  for (const [index] of text.section.lines.entries()) {
    if ((part === 'body' || part === 'sheet') && index >= titleLines) break;
    const line = text.lineText(index).trim();
    const match = line.length <= longestTitle ? draftOf(line, isTitle) : null;
    if (match === null) continue;
    const start = text.startOfLine(index) + text.lineText(index).indexOf(match);
    yield { start, end: start + match.length, rule: 'draft-wording', severity: 'must-answer', value: match };
  }
};

function draftOf(line: string, isTitle: boolean): string | null {
  const name = isTitle ? line.replace(/\.[a-z0-9]{1,5}$/iu, '') : line;
  const match = draftBracketed.exec(name) ?? draftAtEnd.exec(name);
  if (match === null) return null;
  // In a body the mark ends its line; within a sentence it names somebody's draft.
  if (!isTitle && !/^[》”"\s]*$/u.test(name.slice(match.index + match[0].length))) return null;
  // 关于〈某办法（草案）〉的说明 is about a draft and finished itself.
  const rest = name.slice(0, match.index) + name.slice(match.index + match[0].length);
  const isWithinQuote = !isTitle && /《[^》]*$/u.test(name);
  return isWithinQuote || aboutDraft.test(rest) ? null : match[0].trim();
}

const placeholder =
  /(?<![A-Za-z0-9×])(?:[Xx]{2,}|[×╳✕]{2,})(?![A-Za-z0-9×])|TO[D]O|TBD|FIXM[E]|待定(?![位义义罪])|待补充|待填写|待完善|待核实|此处(?:填写|插入|补充|略)|请(?:在此)?填写|某某(?:局|单位|公司|市|县|区|镇|年)|[?？]{3,}|_{2,}年_{2,}月|lorem ipsum/giu;
const maskedName = /[\u4e00-\u9fff]$/u;
const documentNumber = /〔\s*(?:\d{4}|[Xx×]{2,4})?\s*〕\s*(?:[Xx×]+|\s{1,4})\s*号/u;

/** In a title or a field it must not stay; in a body it may be a form. */
export const findPlaceholders: Rule = function* (text) {
  const { part } = text.section;
  const isStrict = part === 'title' || part === 'field' || part === 'summary';
  let isTold = false;
  for (const match of text.text.matchAll(placeholder)) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (/^[Xx×╳✕]/u.test(match[0]) && isMaskedName(text, range)) continue;
    if (isTold && !isStrict) continue;
    isTold = true;
    yield { ...range, rule: 'placeholder', severity: isStrict ? 'must-answer' : 'hint', value: match[0] };
  }
  const number = documentNumber.exec(text.text);
  if (number !== null) {
    const range = { start: number.index, end: number.index + number[0].length };
    yield { ...range, rule: 'placeholder', severity: isStrict ? 'must-answer' : 'hint', value: number[0] };
  }
};

/** 张×× and 李XX are persons whose names were hidden on purpose. */
function isMaskedName(text: SectionText, range: { readonly start: number; readonly end: number }): boolean {
  if (range.end - range.start > 2) return false;
  const before = text.text.slice(Math.max(0, range.start - 2), range.start);
  return (
    maskedName.test(before) &&
    /^(?:[\s，,、。；）)]|$|某|男|女)/u.test(text.text.slice(range.end, range.end + 1))
  );
}

const day = /(?<!\d)((?:19|20)\d{2})\s?[年\-./]\s?(\d{1,2})\s?[月\-./]\s?(\d{1,2})(?:\s?日)?(?!\d)/gu;

/** 2023年2月29日: somebody mistyped what others will count by. */
export const findImpossibleDates: Rule = function* (text): Generator<Objection> {
  for (const match of text.text.matchAll(day)) {
    const [whole, year, month, date] = match;
    if (!/[年]/u.test(whole) || isDay(Number(year), Number(month), Number(date))) continue;
    yield {
      start: match.index,
      end: match.index + whole.length,
      rule: 'impossible-date',
      severity: 'hint',
      value: whole,
    };
  }
};

function isDay(year: number, month: number, date: number): boolean {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
}
