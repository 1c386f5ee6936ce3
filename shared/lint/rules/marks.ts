// Marks of secrecy and of internal use where marks stand: at the head, alone on a line, in brackets behind a title.
import type { Rule } from '../rule.ts';
import type { SectionText } from '../section-text.ts';

/** Lines from the top of a document where marks are set (GB/T 9704: copy number, mark, urgency, name of the issuer). */
const headLines = 8;
const longestMark = 24;

const level = '绝\\s*密|机\\s*密|秘\\s*密';
const term =
  '(?:\\s*[★☆*✩]\\s*(?:长\\s*期|启用前|(?:[\\d一二三四五六七八九十]+)\\s*(?:年|个?月|日))?(?:\\s*[-—至]\\s*[\\d年月日.]+)?)';
const alone = new RegExp(
  `^(?:密\\s*级\\s*[:：]?\\s*)?(?:${level})\\s*(?:级|文件|资料|件)?${term}?(?:\\s{1,}.{0,12}|\\s*(?:特急|加急|急件))?$`,
  'u',
);
const starred = new RegExp(`(?:${level})\\s*[★☆✩]`, 'u');
const stated = new RegExp(`密\\s*级\\s*[:：\\t]\\s*(?:${level})`, 'u');
const bracketed = new RegExp(`[（(【\\[［〔](?:${level})(?:级|件|文件|资料)?${term}?[）)】\\]］〕]`, 'u');

const internalWords =
  '内部(?:资料|文件|材料|使用|参考|参阅|传阅|掌握|刊物|情况|信息|通报|明电|讨论|交流|研究)|仅供内部(?:使用|参考|传阅|参阅|工作使用|掌握)?|仅限内部(?:使用|传阅)?|(?:不得|严禁|请勿|禁止|切勿)(?:外传|外泄|对外提供|转发外传|上网公开)|注意保(?:存|密)|限.{0,6}内部(?:使用|传阅)|不(?:予|宜|得)公开|(?:会|阅|用)后(?:即)?(?:收回|退回|销毁|即毁)';
const internalAlone = new RegExp(
  `^[（(【\\[《]?\\s*(?:(?:(?:本|此)(?:件|文件|资料|材料|文|表|内容|报告)|会议(?:材料|文件|资料))[，,\\s]*)?(?:为|系|属)?(?:${internalWords}|(?<=件)不公开)(?:[，,、。！!；;\\s]*(?:${internalWords}|妥善保管|用后收回|阅后(?:退回|即毁|销毁)|会后收回))*[）)】\\]》]?[。！!]?$`,
  'u',
);
const internalBracketed = new RegExp(`[（(【\\[](?:${internalWords})[^）)】\\]]{0,14}[）)】\\]]`, 'u');
const internalSentence =
  /(?:本|此)(?:文件|件|资料|材料|文稿|通知|表格|报告|汇编)[^，。；\n]{0,8}(?:仅供内部|仅限内部|为内部|属内部|不得外传|严禁外传|不予公开|不宜公开)/u;

/** 保守国家秘密 within a sentence is no mark: position and form decide. */
export const findMarks: Rule = function* (text) {
  for (const [index] of text.section.lines.entries()) {
    const line = text.lineText(index);
    const found = classificationOf(text, line, index);
    if (found !== null) {
      yield {
        ...rangeOf(text, index, line, found),
        rule: 'classification',
        severity: 'must-answer',
        value: found,
      };
      continue;
    }
    const internal = internalOf(text, line, index);
    if (internal !== null) {
      yield {
        ...rangeOf(text, index, line, internal),
        rule: 'internal-mark',
        severity: 'must-answer',
        value: internal,
      };
    }
  }
};

function classificationOf(text: SectionText, line: string, index: number): string | null {
  const trimmed = line.trim();
  for (const pattern of [starred, stated]) {
    const match = pattern.exec(line);
    if (match !== null) return match[0];
  }
  if (trimmed.length <= longestMark && alone.test(bare(trimmed))) return trimmed;
  if (isHeadPosition(text, index)) return bracketed.exec(line)?.[0] ?? null;
  const head = text.section.lines[index]?.heads?.findIndex((one) => /^密\s*级$/u.test(one.trim())) ?? -1;
  const cell = head < 0 ? '' : (line.split('\t')[head]?.trim() ?? '');
  return new RegExp(`^(?:${level})`, 'u').test(cell) ? cell : null;
}

function internalOf(text: SectionText, line: string, index: number): string | null {
  const trimmed = line.trim();
  if (trimmed.length <= longestMark * 2 && internalAlone.test(trimmed)) return trimmed;
  if (isHeadPosition(text, index) || trimmed.length <= longestMark * 2) {
    const match = internalBracketed.exec(line);
    if (match !== null) return match[0];
  }
  return internalSentence.exec(line)?.[0] ?? null;
}

/** Marks in brackets of any form, and a mark spaced out over the line. */
const bare = (line: string) => line.replace(/^[（(【[《〔]\s*|\s*[）)】\]》〕]$/gu, '');

function isHeadPosition(text: SectionText, index: number): boolean {
  const { part } = text.section;
  if (part === 'body') return index < headLines || isTopOfPage(text, index);
  return part !== 'field' && part !== 'summary';
}

/** The first two lines and the last of a page, where running heads stand. */
function isTopOfPage(text: SectionText, index: number): boolean {
  const { lines } = text.section;
  const page = lines[index]?.page;
  if (page === undefined) return false;
  return lines[index - 2]?.page !== page || lines[index + 1]?.page !== page;
}

function rangeOf(text: SectionText, index: number, line: string, found: string) {
  const start = text.startOfLine(index) + Math.max(0, line.indexOf(found));
  return { start, end: start + found.length };
}
