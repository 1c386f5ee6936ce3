// Writes spreadsheets as .xlsx in a stream: real numbers and dates, print set-up, heads that stay in sight.
import { Zip, ZipDeflate } from 'fflate';
import { escapeXml, linesAbove, writeSheetXml } from './sheet-xml.ts';
import { sheetBounds, type WritableSheet } from './workbook-sheet.ts';
import { stylesXml } from './workbook-styles.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Archives know these years only; a wrong clock is no reason to refuse. */
const firstZipMs = Date.UTC(1980, 0, 2);
const lastZipMs = Date.UTC(2099, 0, 1);

/** Pieces of XML gathered before they are compressed. */
const pieceCharacters = 64 * 1024;

/** The bytes of the file, as they come. Throws `report.too-long` past what the format can hold. */
export async function* writeWorkbook(
  sheets: readonly WritableSheet[],
  madeAtMs: number,
): AsyncGenerator<Uint8Array> {
  const archive = new StreamedArchive(madeAtMs);
  const names = sheetNames(sheets);
  archive.add('[Content_Types].xml', typesXml(sheets.length));
  archive.add('_rels/.rels', relationsXml([['officeDocument', 'xl/workbook.xml']]));
  archive.add('xl/workbook.xml', workbookXml(sheets, names));
  const targets = sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const);
  archive.add('xl/_rels/workbook.xml.rels', relationsXml([...targets, ['styles', 'styles.xml']]));
  archive.add('xl/styles.xml', stylesXml);
  for (const [at, sheet] of sheets.entries()) {
    const file = archive.open(`xl/worksheets/sheet${at + 1}.xml`);
    for await (const piece of joined(writeSheetXml(sheet))) {
      file.push(piece);
      yield* archive.take();
    }
    file.end();
  }
  archive.end();
  yield* archive.take();
}

class StreamedArchive {
  readonly #zip: Zip;
  readonly #encoder = new TextEncoder();
  readonly #madeAtMs: number;
  #ready: Uint8Array[] = [];

  constructor(madeAtMs: number) {
    this.#madeAtMs = Math.min(Math.max(madeAtMs, firstZipMs), lastZipMs);
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      this.#ready.push(bytes);
    });
  }

  open(path: string) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = this.#madeAtMs;
    this.#zip.add(file);
    return {
      push: (text: string) => file.push(this.#encoder.encode(text)),
      end: () => file.push(new Uint8Array(), true),
    };
  }

  add(path: string, text: string): void {
    const file = this.open(path);
    file.push(text);
    file.end();
  }

  end(): void {
    this.#zip.end();
  }

  take(): readonly Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}

async function* joined(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < pieceCharacters) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Names as spreadsheets allow them, each once. */
export function sheetNames(sheets: readonly Pick<WritableSheet, 'name'>[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, at) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/gu, ' ')
        .replace(/^'+|'+$/gu, '')
        .trim() || `Sheet${at + 1}`;
    let unique = clean.slice(0, sheetBounds.nameCharacters);
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) {
      const ending = ` ${number}`;
      unique = clean.slice(0, sheetBounds.nameCharacters - ending.length) + ending;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function typesXml(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  );
  return `${head}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${parts.join('')}</Types>`;
}

function relationsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packageRelations}">${all.join('')}</Relationships>`;
}

/** Names the sheets, and for each the lines that are printed on top of every page. */
function workbookXml(sheets: readonly WritableSheet[], names: readonly string[]): string {
  const list = names.map(
    (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const titles = sheets.flatMap((sheet, at) => {
    const { heading, head: heads } = linesAbove(sheet);
    if (heads === 0) return [];
    const quoted = escapeXml(`'${(names[at] ?? '').replaceAll("'", "''")}'`);
    const lines = `${quoted}!$${heading + 1}:$${heading + heads}`;
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${lines}</definedName>`];
  });
  const defined = titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets>${defined}</workbook>`;
}
