// Words worth looking for in a text, so that nobody needs to type: what was searched, keywords, defined terms.

const mostWords = 8;
const longestWord = 16;
/** 本条例所称政府信息，是指……; 本法所称的个人信息是…… */
const definition =
  /本(?:法|条例|办法|规定|规则|细则|决定|制度|指南)所称的?([\p{Script=Han}\w、]{2,14}?)[，,]?(?:是指|指的是|系指|包括|，指)/gu;
const chapterHead = /^第[一二三四五六七八九十百零]+[编章节]\s*/u;

/** Terms the paragraphs define themselves, in their order. */
export function definedTerms(paragraphs: readonly string[]): string[] {
  const terms: string[] = [];
  for (const paragraph of paragraphs) {
    for (const [, term = ''] of paragraph.matchAll(definition)) terms.push(term);
  }
  return terms;
}

/** 第八章 监督和保障 is looked for as 监督和保障. */
export function chapterTopic(label: string): string {
  return label.replace(chapterHead, '').trim();
}

/** A word with how often it stands in the text. */
export interface FindWord {
  readonly word: string;
  readonly count: number;
}

/** The words that do occur, each once, the first sources first. */
export function chooseWords(
  sources: readonly (readonly string[])[],
  countOf: (word: string) => number,
): FindWord[] {
  const chosen = new Map<string, FindWord>();
  for (const word of sources.flat().map((text) => text.trim())) {
    if (word === '' || word.length > longestWord || chosen.has(word)) continue;
    const count = countOf(word);
    if (count > 0) chosen.set(word, { word, count });
    if (chosen.size === mostWords) break;
  }
  return [...chosen.values()];
}
