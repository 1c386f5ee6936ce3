// Cuts a text into pages that can be read standing still: whole sentences, as many rows as the panel has.

/** How much text a panel takes. */
export interface TextRoom {
  /** Width of a row in full-width characters. */
  readonly columns: number;
  readonly rows: number;
}

/** Space between two paragraphs, in rows. */
const paragraphGap = 0.35;

/** Width of a character in em, never less than the fonts we use give it. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2000) return 1;
  if (character === ' ') return 0.3;
  return /[A-Z@%&mw]/.test(character) ? 0.9 : 0.62;
}

/** Runs a browser does not break: Latin words and figures stay whole, every other character stands alone. */
function runsOf(text: string): string[] {
  return text.match(/[\u0021-\u024f]+|[^\u0021-\u024f]/gu) ?? [];
}

const widthOfRun = (run: string) => Array.from(run, widthOf).reduce((sum, width) => sum + width, 0);

/** Rows `text` fills when set in rows of so many full-width characters; at least one. */
export function rowsOf(text: string, columns: number): number {
  // Punctuation that may not begin a row takes the character before it along: one column stays in reserve.
  const room = Math.max(1, columns - 1);
  let rows = 1;
  let filled = 0;
  for (const run of runsOf(text)) {
    const width = widthOfRun(run);
    if (filled > 0 && filled + width > room) {
      rows += 1;
      filled = 0;
    }
    const more = Math.max(0, Math.ceil(width / room) - 1);
    rows += more;
    filled += width - more * room;
  }
  return rows;
}

/** Rows several paragraphs fill, the space between them included. */
export function rowsOfAll(paragraphs: readonly string[], columns: number): number {
  const gaps = Math.max(0, paragraphs.length - 1) * paragraphGap;
  return paragraphs.reduce((sum, paragraph) => sum + rowsOf(paragraph, columns), gaps);
}

/** Keeps the groups of a telephone number on one row. */
export function keepNumbers(text: string): string {
  return text.replace(/(?<=\d) (?=\d)/g, '\u00a0').replace(/(?<=\d)-(?=\d)/g, '\u2011');
}

/** Sentences with their closing marks; joined they are the paragraph. */
function sentencesOf(paragraph: string): string[] {
  return paragraph.match(/[^。！？；!?;]+[。！？；!?;]*[”’」』）)]*|[。！？；!?;]+/gu) ?? [];
}

/** A sentence that alone is longer than a page, in pieces that are not. */
function cutToFit(sentence: string, { columns, rows }: TextRoom): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of sentence) {
    if (piece !== '' && rowsOf(piece + character, columns) > rows) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/**
 * The paragraphs of each page, none of which fills more than `room.rows` rows. Nothing is left out: joined, the pages
 * are the text. Breaks fall between sentences, and inside one only where it is longer than a page.
 */
export function pageText(paragraphs: readonly string[], room: TextRoom): string[][] {
  const pages: string[][] = [];
  let page: string[] = [];
  const add = (piece: string, startsParagraph: boolean) => {
    const isStart = startsParagraph || page.length === 0;
    const grown = isStart ? [...page, piece] : [...page.slice(0, -1), (page.at(-1) ?? '') + piece];
    if (page.length > 0 && rowsOfAll(grown, room.columns) > room.rows) {
      pages.push(page);
      page = [piece];
    } else page = grown;
  };
  for (const paragraph of paragraphs) {
    const pieces = sentencesOf(paragraph).flatMap((sentence) =>
      rowsOf(sentence, room.columns) > room.rows ? cutToFit(sentence, room) : [sentence],
    );
    for (const [index, piece] of pieces.entries()) add(piece, index === 0);
  }
  return page.length === 0 ? pages : [...pages, page];
}
