// Tells titles, notes and remarks of a catalogue sheet from its data rows.
import { foldText } from '#shared/catalogue/clean-text.ts';
import type { SheetRow } from '#shared/workbook/sheet-row.ts';

export type RowRole = 'data' | 'title' | 'note';

const titleWords =
  /(?:标准目录|事项目录|公开目录|目录汇编|目录|一览表|清单|汇编|领域)(?:\(.*\)|[（(].*[）)])?$/u;
const sectionNumber =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[章节部类])\S/u;
const noteStart =
  /^[*※【[（(]?(?:备注|附注|注意|注|说明|填表说明|填报说明|编制说明|有关说明)[】\]）)]?\d*[:：.、\s]/u;
const remarkStart =
  /^(?:填报|制表|填表|编制|审核|报送|填写|单位|日期|时间|联系|主管|负责|公开方式|信息索取号|索引号|有效期|发布日期|更新)[^,，。]{0,12}[:：]/u;
const pageNumber =
  /^[-—–]*(?:第?\d{1,4}页(?:[,，/]?共\d{1,4}页)?|[-—–]\d{1,4}[-—–]|\d{1,4}\/\d{1,4}页?)[-—–]*$/u;
const signature = /[(（](?:盖章|公章|签章|签字|章)[)）]?$|^(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?$/u;
const totals = /^(?:合计|共计|总计|小计)/u;

/** The distinct words of a row; a merged title covers many columns but says one thing. */
function wordsOf(row: SheetRow): { readonly text: string; readonly column: number }[] {
  const words: { text: string; column: number }[] = [];
  for (const [column, text] of row.cells.entries()) {
    if (text !== '' && !words.some((word) => word.text === text)) words.push({ text, column });
  }
  return words;
}

/** `2、本表由办公室解释`: one numbered line and nothing else, as notes of several points have them. */
export function isNumberedLine(row: SheetRow): boolean {
  const [word, ...others] = wordsOf(row);
  return others.length === 0 && /^[(（]?\d{1,2}[)）.、．]\S{4,}/u.test(foldText(word?.text ?? ''));
}

/**
 * What a row is, given the last column a title can start in (the number column, or the first level column).
 * Only rows that say a single thing, or open with a remark, are anything but data.
 */
export function roleOf(row: SheetRow, lastTitleColumn: number): RowRole {
  const words = wordsOf(row);
  const [first] = words;
  if (!first) return 'note';
  const folded = foldText(first.text);
  if (remarkStart.test(folded) && words.every(({ text }) => remarkStart.test(foldText(text)))) return 'note';
  if (words.every(({ text }) => pageNumber.test(foldText(text)))) return 'note';
  if (words.every(({ text }) => signature.test(foldText(text)))) return 'note';
  if (words.length <= 2 && noteStart.test(`${first.text} `)) return 'note';
  if (words.length <= 3 && totals.test(folded) && first.column <= lastTitleColumn) return 'note';
  if (words.length > 1 || first.column > lastTitleColumn) return 'data';
  if (titleWords.test(folded) || sectionNumber.test(folded)) return 'title';
  // In the number column only numbers belong; other words alone there head a section.
  return first.column < lastTitleColumn && !/^[\d.]+$/u.test(folded) ? 'title' : 'data';
}
