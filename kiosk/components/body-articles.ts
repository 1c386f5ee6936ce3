// Finds the articles and chapters of a law in its text, for the rail and the list of articles.

const numeral = '[一二三四五六七八九十百千零〇\\d]+';
const chapterPattern = new RegExp(`^第${numeral}(编|分编|章|节)[\\s\\u3000]`);
/** An article's own number; a sentence about another article (第三条规定的…) is none. */
const articlePattern = new RegExp(`^第${numeral}条(之${numeral})?(?!规定|所|的|、|和|至|中|第|及|或|以)`);
/** Chapters are short lines; a sentence that begins with 第三章 is not one. */
const longestChapter = 60;

/** A place in a body one can jump to. */
export interface BodyMark {
  readonly kind: 'chapter' | 'article';
  /** 第三章 公开的范围, 第二十六条. */
  readonly label: string;
  readonly element: Element;
}

function markOf(element: Element): BodyMark | null {
  const text = (element.textContent ?? '').trim().slice(0, longestChapter + 1);
  if (!text.startsWith('第')) return null;
  if (text.length <= longestChapter && chapterPattern.test(text)) {
    return { kind: 'chapter', label: text.replace(/[\s\u3000]+/g, ' '), element };
  }
  const article = articlePattern.exec(text)?.[0];
  return article ? { kind: 'article', label: article, element } : null;
}

/** Marks of the paragraphs and headings inside `part`, in order. */
export function findMarks(part: Element): BodyMark[] {
  const marks: BodyMark[] = [];
  for (const element of part.querySelectorAll('p, h2, h3, h4, h5, h6')) {
    const mark = markOf(element);
    if (mark) marks.push(mark);
  }
  return marks;
}

/** All marks of a body; a chapter the table of contents also names counts where it stands last. */
export function joinMarks(marks: readonly BodyMark[]): BodyMark[] {
  const last = new Map<string, Element>();
  for (const mark of marks) if (mark.kind === 'chapter') last.set(mark.label, mark.element);
  return marks.filter((mark) => mark.kind === 'article' || last.get(mark.label) === mark.element);
}
