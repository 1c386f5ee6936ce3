// Which texts a text says it repeals: 《…》同时废止, so that what it took the place of is not shown as in force.

/** A text named as repealed, by title and where it stands beside it by document number. */
export interface RepealedText {
  readonly title: string;
  readonly docNo: string | null;
}

/** Longer clauses are not about a repeal alone. */
const longestTitle = 120;
const mostRepeals = 200;
const named = new RegExp(
  `《([^《》]{2,${longestTitle}}(?:〈[^〉]*〉[^《》]*)?)》(?:\\(([^()]{3,60})\\))?`,
  'gu',
);
const repeals = /废止|不再执行|停止执行/u;
/** 自2020年废止的…, 尚未废止, 不予废止 repeal nothing. */
const repealsNothing = /尚未废止|未被?废止|不予废止|是否废止|拟废止|废止或者修改|立改废/u;

/** The texts named in clauses that say they cease to be in force; a clause runs from full stop to full stop. */
export function findRepealedTexts(text: string): RepealedText[] {
  const found = new Map<string, RepealedText>();
  if (!text.includes('废止') && !text.includes('执行')) return [];
  for (const clause of fold(text).split(/[。！？\n]/u)) {
    const verb = repeals.exec(clause);
    if (verb === null || repealsNothing.test(clause)) continue;
    for (const match of clause.slice(0, verb.index).matchAll(named)) {
      const title = (match[1] ?? '').trim();
      const isBasis = /(?:根据|依据|按照|依照)$/u.test(clause.slice(0, match.index));
      const isNamed = isRepealedHere(clause, match.index + match[0].length, verb.index);
      if (found.size < mostRepeals && !isBasis && isNamed)
        found.set(title, { title, docNo: docNumber(match[2]) });
    }
  }
  return [...found.values()];
}

const fold = (text: string): string => text.normalize('NFKC').replace(/[ \t\u3000]+/gu, '');

/** Between the title and the verb only other titles, numbers and linking words: 根据《…》废止 is about another. */
function isRepealedHere(clause: string, from: number, verbAt: number): boolean {
  const between = clause.slice(from, verbAt).replace(named, '');
  return between.length <= 40 && !/根据|依据|按照|依照|规定的|的决定/u.test(between);
}

const docNumber = (words: string | undefined): string | null =>
  words !== undefined && /[号令]/u.test(words) ? words : null;
