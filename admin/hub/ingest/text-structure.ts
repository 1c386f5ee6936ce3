// Recognises the build of Chinese legal texts: parts, chapters and sections, articles with their anchors.
import { numberCharacters, parseChineseNumber } from '#shared/catalogue/chinese-number.ts';

const number = `[${numberCharacters}]{1,9}`;
const division = new RegExp(
  `^第(?:${number})(分编|编|章|节|部分)(?=[\\s\\u3000]|$)[\\s\\u3000]*.{0,60}$`,
  'u',
);
const article = new RegExp(`^第(${number})条(?:之(${number}))?(?=[\\s\\u3000:：（(【]|$)`, 'u');
const divisionLevels: Readonly<Record<string, number>> = { 编: 2, 分编: 2, 部分: 2, 章: 2, 节: 3 };
/** `一、总体要求` on a short line of its own heads a section. */
const numberedHeading = /^[一二三四五六七八九十]{1,3}、[^。；;!！?？：:]{1,30}$/u;

/** Heading level of a line that heads a part, chapter, section or numbered section; null for other lines. */
export function headingLevelOf(line: string): number | null {
  const unit = division.exec(line)?.[1];
  if (unit !== undefined) return divisionLevels[unit] ?? 2;
  return numberedHeading.test(line) ? 3 : null;
}

/** Anchor of the article a line opens: 第三十二条 → `art-32`, 第一百二十条之一 → `art-120-1`; else null. */
export function articleAnchorOf(line: string): string | null {
  const match = article.exec(line);
  if (!match) return null;
  const main = parseChineseNumber(match[1] ?? '');
  const sub = match[2] === undefined ? null : parseChineseNumber(match[2]);
  if (main === null || main > 9999 || (sub !== null && sub > 999)) return null;
  return sub === null ? `art-${main}` : `art-${main}-${sub}`;
}

/** Plain paragraphs of sanitised HTML that open an article or head a chapter get their anchor or heading tag. */
export function markStructure(html: string): string {
  const anchors = new Set<string>();
  return html.replace(
    /<p>((?:<(?:strong|em|u)>)*)([^<]{2,80})([\s\S]*?)<\/p>/gu,
    (whole, open: string, start: string, rest: string) => {
      const level = /^(?:<\/(?:strong|em|u)>)*$/u.test(rest) ? headingLevelOf(start.trim()) : null;
      if (level !== null) return `<h${level}>${start.trim()}</h${level}>`;
      const anchor = articleAnchorOf(start.trim());
      if (anchor === null || anchors.has(anchor)) return whole;
      anchors.add(anchor);
      return `<p id="${anchor}">${open}${start}${rest}</p>`;
    },
  );
}
