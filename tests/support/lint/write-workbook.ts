// Writes small .xlsx files with hidden sheets, rows and columns, comments and white cells.
import { strToU8, zipSync } from 'fflate';
import { xml } from './write-word.ts';

export interface SheetParts {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** Rows counting from 1, columns counting from 1. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Cells whose letters are white, as `C3`. */
  readonly whiteCells?: readonly string[];
  readonly header?: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  readonly comment?: string;
  readonly definedName?: string;
  readonly creator?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

const letter = (column: number) => String.fromCharCode(65 + column);

function sheetXml({
  rows,
  hiddenRows = [],
  hiddenColumns = [],
  whiteCells = [],
  header,
}: SheetParts): string {
  const columns = hiddenColumns.map(
    (column) => `<col min="${column}" max="${column}" width="9" hidden="1"/>`,
  );
  const cell = (text: string, row: number, column: number) => {
    const reference = `${letter(column)}${row}`;
    const style = whiteCells.includes(reference) ? ' s="1"' : '';
    return /^\d{1,11}$/u.test(text)
      ? `<c r="${reference}"${style}><v>${text}</v></c>`
      : `<c r="${reference}"${style} t="inlineStr"><is><t>${xml(text)}</t></is></c>`;
  };
  const lines = rows.map((cells, index) => {
    const row = index + 1;
    const hidden = hiddenRows.includes(row) ? ' hidden="1"' : '';
    return `<row r="${row}"${hidden}>${cells.map((text, column) => cell(text, row, column)).join('')}</row>`;
  });
  return `<?xml version="1.0"?><worksheet>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData>${header === undefined ? '' : `<headerFooter><oddHeader>&amp;C${xml(header)}</oddHeader></headerFooter>`}</worksheet>`;
}

/** The bytes of the file. */
export function writeWorkbook({ sheets, comment, definedName, creator, files }: WorkbookParts): Uint8Array {
  const parts: Record<string, Uint8Array> = {
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${xml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
        )
        .join(
          '',
        )}</sheets>${definedName === undefined ? '' : `<definedNames><definedName name="底数" hidden="1">${xml(definedName)}</definedName></definedNames>`}</workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      '<?xml version="1.0"?><styleSheet><fonts><font><color rgb="FF000000"/></font><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/></cellXfs></styleSheet>',
    ),
    ...files,
  };
  for (const [index, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(sheetXml(sheet));
  if (comment !== undefined) {
    parts['xl/comments1.xml'] = strToU8(
      `<?xml version="1.0"?><comments><commentList><comment ref="B2" authorId="0"><text><r><t>${xml(comment)}</t></r></text></comment></commentList></comments>`,
    );
  }
  if (creator !== undefined) {
    parts['docProps/core.xml'] = strToU8(
      `<?xml version="1.0"?><cp:coreProperties xmlns:cp="a" xmlns:dc="b"><cp:lastModifiedBy>${xml(creator)}</cp:lastModifiedBy></cp:coreProperties>`,
    );
  }
  return zipSync(parts);
}
