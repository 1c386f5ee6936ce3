// The legal basis of a guide: reads laws and articles out of its words, and names them again.
import { numberCharacters, parseChineseNumber } from './chinese-number.ts';
import type { GuideDetails, GuideLaw } from './details.ts';

/** One item of a basis: its words as people read them, and the laws they cite in order. */
export interface BasisItem {
  readonly words: string;
  readonly laws: readonly GuideLaw[];
}

const number = `[${numberCharacters}]{1,9}`;
const title = /《([^《》]{2,200})》/gu;
/** 渚政规〔2024〕2号; brackets as people type them. */
const bracketedNumber = /\p{Script=Han}{1,20}[〔［[【(（]\d{4}[〕］\]】)）]\s*第?\s*\d{1,5}\s*号/u;
/** 国务院令第649号. */
const orderNumber = new RegExp(`\\p{Script=Han}{2,15}令\\s*[（(]?第?\\s*${number}\\s*号`, 'u');
const article = new RegExp(`第(${number})条(?:之(${number}))?`, 'u');
/** From the first article to the last, with paragraphs and points: 第十条、第十一条第二款, 第九至十三条. */
const articles = new RegExp(
  `第${number}(?:[条款项目](?:之${number})?)?(?:[第至到和、，,及与以—\\-~～]|[条款项目]|之|${number}|[（(]${number}[)）])*[条款项目]`,
  'u',
);
/** Names and articles past these lengths are prose, not citations. */
const longestArticle = 100;
const mostLaws = 20;

/**
 * The laws a text cites: every 《name》 with the number and the articles that follow it, or a document number that
 * stands alone. A text that cites nothing gives none.
 */
export function parseCitations(text: string): GuideLaw[] {
  const titles = [...text.matchAll(title)].slice(0, mostLaws);
  if (titles.length === 0) {
    const docNo = docNoIn(text);
    return docNo === null ? [] : [{ name: null, docNo, article: articleIn(text) }];
  }
  return titles.map((match, at) => {
    const start = match.index + match[0].length;
    const tail = text.slice(start, titles[at + 1]?.index ?? text.length);
    return { name: (match[1] ?? '').trim(), docNo: docNoIn(tail), article: articleIn(tail) };
  });
}

function docNoIn(text: string): string | null {
  const found = bracketedNumber.exec(text) ?? orderNumber.exec(text);
  return found === null ? null : found[0].replace(/\s+/gu, '');
}

function articleIn(text: string): string | null {
  // Beyond the colon an article is quoted, and quotes other articles.
  const cited = text.split(/[:：“"]/u, 1)[0] ?? '';
  const found = articles.exec(cited)?.[0] ?? '';
  return found.includes('条') && found.length <= longestArticle ? found : null;
}

/** The anchor of the first article that words name: 第九条至第十三条 → `art-9`, 第一百二十条之一 → `art-120-1`. */
export function articleAnchor(words: string | null): string | null {
  const match = words === null ? null : (article.exec(words) ?? startOfRange.exec(words));
  if (match === null) return null;
  const main = parseChineseNumber(match[1] ?? '');
  const sub = match[2] === undefined ? null : parseChineseNumber(match[2]);
  if (main === null || main > 9999 || (sub !== null && sub > 999)) return null;
  return sub === null ? `art-${main}` : `art-${main}-${sub}`;
}

/** 第九至十三条 begins at article 9. */
const startOfRange = new RegExp(`^第(${number})[至到、—\\-~～]`, 'u');

/** A law as it is cited: 《name》（number）article. */
export function lawWords({ name, docNo, article: articleWords }: GuideLaw): string {
  const cited = name === null ? (docNo ?? '') : `《${name}》${docNo === null ? '' : `（${docNo}）`}`;
  return `${cited}${articleWords ?? ''}`;
}

/** Everything a guide rests on: what it says in its own words, then what it names item by item. */
export function basisItems({ basis, laws = [] }: Pick<GuideDetails, 'basis' | 'laws'>): BasisItem[] {
  const named = laws.map((law) => ({ words: lawWords(law), laws: [law] }));
  const said = basis.map((words) => ({ words, laws: parseCitations(words) }));
  return [...said, ...named].filter(({ words }) => words !== '');
}
