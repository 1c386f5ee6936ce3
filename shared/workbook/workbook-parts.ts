// The parts of a workbook that its sheets refer to: sheet list, shared strings, and which styles show dates.
import { AppError } from '../errors/app-error.ts';
import { workbookLimits } from './limits.ts';
import type { Breathe, OpenedArchive } from './opened-archive.ts';
import { parseXml } from './xml-stream.ts';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  /** Path inside the archive. */
  readonly path: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Day numbers count from 1904 instead of 1900. */
  readonly is1904: boolean;
  readonly strings: readonly string[];
  /** Cell formats (by their index) that show a number as date or time. */
  readonly dateStyles: ReadonlySet<number>;
  /** Cell formats (by their index) that set a text in, and by how many steps. */
  readonly indents: ReadonlyMap<number, number>;
}

/** Reads the common parts. Throws `ingest.unreadable` when the workbook is no workbook. */
export async function readWorkbookParts(archive: OpenedArchive, breathe: Breathe): Promise<WorkbookParts> {
  const targets = await readRelations(archive, breathe);
  const { sheets, is1904 } = await readSheetList(archive, targets, breathe);
  if (sheets.length === 0) throw new AppError('ingest.unreadable', { reason: 'workbook' });
  return {
    sheets,
    is1904,
    strings: await readStrings(archive, breathe),
    ...(await readStyles(archive, breathe)),
  };
}

async function* part(archive: OpenedArchive, path: string): AsyncGenerator<Uint8Array> {
  const member = archive.find(path);
  if (member) yield* archive.read(member, workbookLimits.sheetXmlBytes);
  else yield new TextEncoder().encode('<none/>');
}

async function readRelations(archive: OpenedArchive, breathe: Breathe): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await parseXml(part(archive, 'xl/_rels/workbook.xml.rels'), breathe, {
    open: (name, { Id, Target }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//u, '')}`);
    },
  });
  return targets;
}

async function readSheetList(
  archive: OpenedArchive,
  targets: ReadonlyMap<string, string>,
  breathe: Breathe,
): Promise<Pick<WorkbookParts, 'sheets' | 'is1904'>> {
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await parseXml(part(archive, 'xl/workbook.xml'), breathe, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/u.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || sheets.length >= workbookLimits.sheetColumns) return;
      const path = targets.get(attributes['r:id'] ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      const isHidden = attributes.state !== undefined && attributes.state !== 'visible';
      sheets.push({ name: attributes.name ?? `Sheet${sheets.length + 1}`, isHidden, path });
    },
  });
  return { sheets: sheets.filter(({ path }) => archive.find(path) !== null), is1904 };
}

/** Shared strings; the pinyin above characters (rPh) is no part of the text. */
async function readStrings(archive: OpenedArchive, breathe: Breathe): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let total = 0;
  let isText = false;
  let isPhonetic = false;
  await parseXml(part(archive, 'xl/sharedStrings.xml'), breathe, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text: (piece) => {
      if (isText && text.length < workbookLimits.cellCharacters) text += piece;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') {
        total += text.length + 8;
        if (total > workbookLimits.sharedStringCharacters) throw new AppError('ingest.archive-bomb');
        strings.push(unescapeControl(text));
      }
    },
  });
  return strings;
}

/** `_x000D_` is how a workbook writes a control character. */
export function unescapeControl(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Number formats that are dates by their number (ECMA-376 18.8.30, with the Chinese ones 27–36 and 50–58). */
const builtInDateFormats = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

async function readStyles(
  archive: OpenedArchive,
  breathe: Breathe,
): Promise<Pick<WorkbookParts, 'dateStyles' | 'indents'>> {
  const dateFormats = new Set(builtInDateFormats);
  const dateStyles = new Set<number>();
  const indents = new Map<number, number>();
  let isCellFormats = false;
  let index = 0;
  await parseXml(part(archive, 'xl/styles.xml'), breathe, {
    open: (name, attributes) => {
      if (name === 'numFmt' && showsDate(attributes.formatCode ?? ''))
        dateFormats.add(Number(attributes.numFmtId));
      if (name === 'cellXfs') isCellFormats = true;
      if (name === 'xf' && isCellFormats) {
        if (dateFormats.has(Number(attributes.numFmtId ?? 0))) dateStyles.add(index);
        index += 1;
      }
      const steps = Number(attributes.indent ?? 0);
      if (name === 'alignment' && isCellFormats && steps > 0) indents.set(index - 1, steps);
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false;
    },
  });
  return { dateStyles, indents };
}

/** Whether a format code shows a day: y, m with d, 年 … outside quotes and brackets. */
function showsDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./gu, '').toLowerCase();
  return /y|d/u.test(bare) && !/general|0|#/u.test(bare);
}
