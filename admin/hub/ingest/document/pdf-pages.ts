// Takes the text out of a PDF page by page and puts its lines back into paragraphs.
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { PdfText } from './document-worker.ts';
import { openPdf } from './open-pdf.ts';
import { type PdfLine, type PdfPage, paragraphsOf } from './pdf-paragraphs.ts';

/** Text of the whole book stays below this; a page that yields more is cut. */
const pageCharacters = 200_000;
/** Gap between Chinese runs, in letter heights, from which they are columns and not one word. */
const columnGap = 1.6;
/** Gap that parts words of one line, such as 第一章 and 总则. */
const wordGap = 0.8;

/** Throws pdf.js errors: `PasswordException`, `InvalidPDFException` and others. */
export async function readPdfPages(content: Uint8Array, maxPages: number): Promise<PdfText> {
  const task = openPdf(content);
  try {
    const pdf = await task.promise;
    const pages: PdfPage[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter((item): item is TextItem => 'str' in item)));
      page.cleanup();
    }
    return { ...paragraphsOf(pages), pages: pdf.numPages };
  } finally {
    await task.destroy();
  }
}

/** Runs of text put together to lines by their height on the page. */
function linesOf(items: readonly TextItem[]): PdfPage {
  const lines: PdfLine[] = [];
  let line: { text: string; left: number; right: number; bottom: number; size: number; gaps: number } | null =
    null;
  let characters = 0;
  for (const item of items) {
    const [, , , , left = 0, bottom = 0] = item.transform as number[];
    const size = item.height || Math.abs(Number(item.transform[3])) || 10;
    characters += item.str.length;
    if (item.str.trim() === '' || characters > pageCharacters) continue;
    const isSameLine =
      line !== null &&
      Math.abs(line.bottom - bottom) < Math.max(size, line.size) * 0.5 &&
      left >= line.right - size;
    if (line === null || !isSameLine) {
      line = { text: item.str.trim(), left, right: left + item.width, bottom, size, gaps: 0 };
      lines.push(line);
    } else {
      line.text += gap(line.text, item.str, left - line.right, size) + item.str.trim();
      if (left - line.right > size * columnGap) line.gaps += 1;
      line.right = left + item.width;
      line.size = Math.max(line.size, size);
    }
  }
  return lines;
}

/** A blank between two runs only where they clearly stand apart. */
function gap(before: string, after: string, distance: number, size: number): string {
  const isLatin = /[A-Za-z0-9]$/u.test(before.trim()) && /^\s*[A-Za-z0-9]/u.test(after);
  const isApart = distance > size * (isLatin ? 0.15 : wordGap) || (isLatin && /^\s/u.test(after));
  return isApart ? ' ' : '';
}
