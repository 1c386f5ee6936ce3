// Reads a workbook for the linter: every sheet, hidden or not, comments, names, headers, properties, embedded files.
import type { Hiding, Section } from '#shared/lint/finding.ts';
import { type TableRow, tableLines } from '#shared/lint/table-lines.ts';
import { readWorkbookParts, type SheetPart } from '#shared/workbook/workbook-parts.ts';
import { FormatReader } from './format-reader.ts';
import type { MemoryArchive } from './memory-archive.ts';
import { linksOf, nestedOf, propertiesOf } from './office-parts.ts';
import type { ReadFile } from './read-result.ts';
import { SheetReader, type UnseenFormats } from './sheet-reader.ts';
import { parsePart } from './xml-part.ts';

const breathe = async (): Promise<void> => {};

/** Throws `ingest.unreadable` where the file is none. */
export async function readWorkbookFile(archive: MemoryArchive): Promise<ReadFile> {
  const { sheets, strings } = await readWorkbookParts(archive, breathe);
  const formats = readFormats(archive);
  return {
    sections: [
      ...sheets.flatMap((sheet) => sheetSections(archive, sheet, strings, formats)),
      ...namesOf(archive),
      ...textsOf(
        archive,
        /^xl\/(?:comments\d*|comments\/comment\d*|threadedcomments\/[^/]+)\.xml$/u,
        'comment',
      ),
      ...textsOf(archive, /^xl\/drawings\/drawing\d*\.xml$/u, 'text-box'),
      ...propertiesOf(archive),
      ...linksOf(archive),
    ],
    findings: [],
    nested: nestedOf(archive),
  };
}

function sheetSections(
  archive: MemoryArchive,
  sheet: SheetPart,
  strings: readonly string[],
  formats: UnseenFormats,
): Section[] {
  const reader = new SheetReader(strings, formats);
  parsePart(archive, sheet.path, reader.handlers);
  const { seen, inHiddenRows, inHiddenColumns, unseen, headers } = reader.cells;
  const label = sheet.name;
  const heads = tableLines(seen).find((line) => line.heads !== undefined)?.heads;
  const section = (rows: readonly TableRow[], hiding: Hiding | null): Section[] =>
    rows.length === 0 ? [] : [{ part: 'sheet', label, hiding, lines: withHeads(rows, heads) }];
  const plain = sheet.isHidden ? 'hidden-sheet' : null;
  return [
    ...section(seen, plain),
    ...section(inHiddenRows, plain ?? 'hidden-rows'),
    ...section(inHiddenColumns, plain ?? 'hidden-columns'),
    ...section(unseen, plain ?? 'white-text'),
    ...headers
      .filter((text) => text !== '')
      .map((text): Section => ({ part: 'page-header', label, hiding: null, lines: [{ text }] })),
  ];
}

/** Hidden rows have the headings of those that are seen; hidden columns have their own in their first row. */
function withHeads(rows: readonly TableRow[], heads: readonly string[] | undefined) {
  const lines = tableLines(rows);
  if (lines.some((line) => line.heads !== undefined) || heads === undefined) return lines;
  return lines.map((line) => ({ ...line, heads }));
}

function readFormats(archive: MemoryArchive): UnseenFormats {
  const reader = new FormatReader();
  parsePart(archive, 'xl/styles.xml', { open: (tag, attributes) => reader.open(tag, attributes) });
  return reader;
}

/** Names that were hidden on purpose; a program's own begin with `_xl`. */
function namesOf(archive: MemoryArchive): Section[] {
  const names: Section[] = [];
  let current: { name: string; text: string } | null = null;
  parsePart(archive, 'xl/workbook.xml', {
    open: (tag, { name = '', hidden, comment }) => {
      if (tag !== 'definedName') return;
      const isHidden = hidden === '1' || hidden === 'true';
      current = /^_xl/iu.test(name) || !(isHidden || comment) ? null : { name, text: comment ?? '' };
    },
    text: (piece) => {
      if (current !== null) current.text += piece;
    },
    close: (tag) => {
      if (tag !== 'definedName' || current === null) return;
      names.push({
        part: 'sheet',
        label: current.name,
        hiding: 'hidden-name',
        lines: [{ text: current.text }],
      });
      current = null;
    },
  });
  return names;
}

/** The texts of comments or boxes, one section each comment. */
function textsOf(archive: MemoryArchive, pattern: RegExp, part: 'comment' | 'text-box'): Section[] {
  const sections: Section[] = [];
  for (const member of archive.matching(pattern)) {
    let text = '';
    let cell = '';
    let isText = false;
    parsePart(archive, member.name, {
      open: (tag, attributes) => {
        if (/^(?:comment|threadedComment|sp|txBody)$/u.test(tag)) {
          text = '';
          cell = attributes.ref ?? cell;
        } else if (tag === 't' || tag === 'text') isText = true;
      },
      text: (piece) => {
        if (isText) text += piece;
      },
      close: (tag) => {
        if (tag === 't' || tag === 'text') isText = false;
        if (tag === 'p') text += ' ';
        if (!/^(?:comment|threadedComment|txBody)$/u.test(tag) || text.trim() === '') return;
        sections.push({
          part,
          hiding: null,
          ...(cell === '' ? {} : { label: cell }),
          lines: [{ text: text.trim() }],
        });
        text = '';
      },
    });
  }
  return sections;
}
