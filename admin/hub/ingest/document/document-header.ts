// Reads the header of a single document out of its own words: labelled lines, number, signature and date.
import { cleanName, foldText } from '#shared/catalogue/clean-text.ts';
import { parseDate } from '#shared/catalogue/parse-date.ts';
import type { BagValue } from '../field-bag.ts';
import { fieldOfHeading } from '../import-fields.ts';

/** How far a header may reach, and how far up a signature may stand, in lines. */
const headLines = 30;
const tailLines = 15;
const labelled = /^[\s\u3000]*([^:：]{1,14}?)[\s\u3000]*[:：][\s\u3000]*(.*)$/u;
const headerFields = new Set([
  'title',
  'indexNo',
  'docNo',
  'agency',
  'date',
  'publishedOn',
  'topic',
  'genre',
  'validity',
  'expiresOn',
  'keywords',
  'summary',
]);
const docNo =
  /^[（(]?([\u4e00-\u9fff]{1,16}[〔[［(（]\d{4}[〕\]］)）]第?\d{1,5}号|[\u4e00-\u9fff]{2,16}(?:令|公告)?第\d{1,5}号|\d{4}年第\d{1,4}号)[)）]?$/u;
const agencyEnd =
  /^[\u4e00-\u9fff（）()、]{3,40}(?:局|委|委员会|政府|办公室|办公厅|部|厅|院|中心|处|大队|支队|站|所|馆|校|公司|会)$/u;

export interface DocumentHeader {
  /** Field → value with the label it stood under. */
  readonly values: Map<string, BagValue>;
  /** Agency of the signature; weaker than what a label or the operator says. */
  readonly signedBy: string | null;
  /** Lines of the text after a block of labelled lines; the whole text when there is none. */
  readonly bodyStart: number;
}

/** What the lines of a document say about it. `today` settles two-digit years. */
export function readDocumentHeader(lines: readonly string[], today: string): DocumentHeader {
  const { values, bodyStart } = readLabels(lines);
  if (!values.has('docNo')) {
    const number = lines
      .slice(0, headLines)
      .flatMap((line) => [...line.split(/[\s\u3000]+/u), line])
      .map(foldText)
      .find((words) => docNo.test(words));
    if (number !== undefined) values.set('docNo', { value: docNo.exec(number)?.[1] ?? number, column: '' });
  }
  const signature = readSignature(lines, today);
  if (!values.has('date') && signature.date !== null)
    values.set('date', { value: signature.date, column: '' });
  return { values, signedBy: signature.agency, bodyStart };
}

/** A line of the text, or the part of it that one label opens. */
interface LabelledPart {
  readonly text: string;
  /** Of the line among all lines. */
  readonly index: number;
}

/** `索引号：… 发布机构：…` on one line, as header tables come out: a part for each label we know. */
function partsByLabel(line: string, index: number): LabelledPart[] {
  const parts: string[] = [];
  for (const word of line.split(/[\s\u3000]+(?=[^\s:：]{1,14}[\s\u3000]*[:：])/u)) {
    const isKnown = fieldOfHeading('documents', labelled.exec(word)?.[1] ?? '') !== null;
    if (isKnown || parts.length === 0) parts.push(word);
    else parts[parts.length - 1] += ` ${word}`;
  }
  return parts.map((text) => ({ text, index }));
}

/** `索引号: …` lines at the top; a block of at least two of them is a header and no part of the body. */
function readLabels(lines: readonly string[]): { values: Map<string, BagValue>; bodyStart: number } {
  const values = new Map<string, BagValue>();
  let last = -1;
  for (const { text, index } of lines.slice(0, headLines).flatMap(partsByLabel)) {
    const match = labelled.exec(text);
    const label = match?.[1] ?? '';
    if (/^正文(?:[(（].*)?$/u.test(foldText(label))) {
      last = Math.max(last, index);
      break;
    }
    const field = match ? fieldOfHeading('documents', label) : null;
    if (field === null || !headerFields.has(field)) continue;
    last = index;
    const value = cleanName(match?.[2] ?? '');
    if (value !== '' && !values.has(field)) values.set(field, { value, column: cleanName(label) });
  }
  const isHeader = values.size >= 2;
  return isHeader ? { values, bodyStart: last + 1 } : { values: new Map(), bodyStart: 0 };
}

/** The last line that is nothing but a date, and the agency on the line before it. */
function readSignature(
  lines: readonly string[],
  today: string,
): { date: string | null; agency: string | null } {
  const tail = lines
    .map(foldText)
    .filter((line) => line !== '')
    .slice(-tailLines);
  for (let index = tail.length - 1; index >= 0; index -= 1) {
    const line = (tail[index] ?? '').replace(/^[（(]|[)）]$/gu, '');
    if (!/^[\d二〇○零一九].{5,20}日$/u.test(line)) continue;
    const { date } = parseDate(line, today);
    const above = tail[index - 1] ?? '';
    if (date !== null) return { date, agency: agencyEnd.test(above) ? above : null };
  }
  return { date: null, agency: null };
}

const redHead = /^.{2,40}(?:文件|公文|公报|简报)$/u;
const marginal = /^(?:签发人|紧急程度|密级|份号|特急|加急|急件|平急|机密|秘密|内部|\(?此件)/u;
const titleEnd =
  /(?:通知|公告|通告|通报|决定|命令|意见|报告|请示|批复|函|纪要|公报|办法|规定|细则|方案|规划|计划|要点|条例|目录|指南|公示|制度|总结|名单|清单|解读)(?:[（(].{1,20}[）)])?$/u;

/**
 * The title under a red head: the line that ends as titles do, with the lines above it that begin it
 * (`某县人民政府办公室` / `关于…的通知`); null when the text has no red head.
 */
export function titleUnderRedHead(text: string): string | null {
  const lines = text
    .split('\n', headLines)
    .map(cleanName)
    .filter((line) => line !== '');
  const isNumber = (line: string): boolean => docNo.test(foldText(line).replace(/签发人.*$/u, ''));
  const isHead = (line: string): boolean => redHead.test(line) || marginal.test(line) || isNumber(line);
  const from = lines.findIndex((line) => !isHead(line));
  const end = lines.findIndex((line, index) => index >= from && titleEnd.test(line));
  if (from < 1 || end < from || end - from > 3) return null;
  const title = lines.slice(from, end + 1).join('');
  return title.length <= 150 && !/[。；;：:]/u.test(title) ? title : null;
}

const genericStem =
  /^(?:新建|附件\d*|文档|文件|扫描|scan|img|image|document|untitled|无标题|副本|正文|\d|[a-z])/iu;

/** A title from the file's name when people gave it one; null for `scan0001` and the like. */
export function titleOfFileName(name: string): string | null {
  const stem = cleanName(
    stemOf(name)
      .replace(/^\d{1,3}[.、_\-\s]+/u, '')
      .replaceAll('_', ' '),
  );
  const chinese = stem.match(/[\u4e00-\u9fff]/gu)?.length ?? 0;
  return chinese >= 4 && !genericStem.test(stem) ? stem : null;
}

/** The file's name without folders and extension. */
export function stemOf(name: string): string {
  return name.replace(/^.*[\\/]/u, '').replace(/\.[a-z0-9]{1,8}$/iu, '');
}
