// Where a finding stands, in words people use: 第 3 页, 工作表“名单”C7, 附件 …
import type { Hiding, Place, SectionPart } from './finding.ts';

type Words = readonly [zh: string, en: string];

const partWords: Readonly<Record<SectionPart, Words>> = {
  title: ['标题', 'title'],
  field: ['著录项', 'field'],
  summary: ['内容概述', 'summary'],
  body: ['正文', 'text'],
  'file-name': ['文件名', 'file name'],
  'page-header': ['页眉', 'page header'],
  'page-footer': ['页脚', 'page footer'],
  footnote: ['脚注', 'footnotes'],
  'text-box': ['文本框', 'text box'],
  comment: ['批注', 'comment'],
  change: ['修订', 'tracked changes'],
  sheet: ['表格', 'sheet'],
  metadata: ['文件属性', 'properties'],
  'alternative-text': ['替代文字和隐含内容', 'alternative text'],
  image: ['图片', 'picture'],
  embedded: ['夹带文件', 'embedded file'],
  link: ['链接', 'link'],
  file: ['整个文件', 'whole file'],
};

export const hidingWords: Readonly<Record<Hiding, Words>> = {
  'marked-hidden': ['设为隐藏', 'set hidden'],
  'white-text': ['与底色同色', 'in the colour of its ground'],
  'tiny-text': ['字小得看不见', 'too small to see'],
  covered: ['被遮盖', 'covered'],
  invisible: ['透明', 'invisible'],
  'off-page': ['在页面之外', 'outside the page'],
  'hidden-layer': ['在隐藏图层', 'in a hidden layer'],
  'hidden-sheet': ['隐藏工作表', 'hidden sheet'],
  'hidden-rows': ['隐藏行', 'hidden rows'],
  'hidden-columns': ['隐藏列', 'hidden columns'],
  'hidden-name': ['隐藏名称', 'hidden name'],
};

/** A place as it comes from a schema: what does not apply may also be undefined. */
type LoosePlace = { readonly [Key in keyof Place]: Place[Key] | undefined } & Pick<Place, 'part'>;

/** From the file inwards: file, part, name, page, paragraph or cell. `fieldName` words the label of a field. */
export function placeWords(
  place: LoosePlace,
  language: 'zh-CN' | 'en',
  fieldName?: (label: string) => string,
): string {
  const isEnglish = language === 'en';
  const { part, label, file, page, paragraph, cell } = place;
  const named = part === 'field' && label !== undefined && fieldName ? fieldName(label) : label;
  const parts = [
    file,
    part === 'field' && named !== undefined ? named : partWords[part][isEnglish ? 1 : 0],
    part === 'field' || named === undefined ? undefined : isEnglish ? `“${named}”` : `“${named}”`,
    page === undefined ? undefined : isEnglish ? `page ${page}` : `第 ${page} 页`,
    cell ??
      (paragraph === undefined || part === 'field'
        ? undefined
        : isEnglish
          ? `paragraph ${paragraph}`
          : `第 ${paragraph} 段`),
  ];
  return parts.filter((one) => one !== undefined && one !== '').join(isEnglish ? ', ' : ' · ');
}
