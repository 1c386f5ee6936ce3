// Joins the lines of PDF pages to paragraphs: by indent, by where lines end, by size.

export interface PdfLine {
  readonly text: string;
  /** In points from the left edge. */
  readonly left: number;
  readonly right: number;
  /** Baseline, in points from the bottom edge. */
  readonly bottom: number;
  /** Height of the letters in points. */
  readonly size: number;
  /** How often words on it stand as far apart as columns do. */
  readonly gaps: number;
}
export type PdfPage = readonly PdfLine[];

const pageNumber =
  /^[—–\-·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[—–\-·\s]*$/u;
/** A title is set at least this much larger than the text. */
const titleRatio = 1.25;
/** Lines of a title stand within the first dozen of the first page. */
const titleLines = 12;

/** Paragraphs of all pages in order, and what stands large at the top of the first. */
export function paragraphsOf(pages: readonly PdfPage[]): { paragraphs: string[]; largeTitle: string | null } {
  const paragraphs: string[] = [];
  const textSize = median(pages.flatMap((page) => page.map(({ size }) => size)));
  let previous: PdfLine | null = null;
  for (const page of pages) {
    const lines = withoutPageNumbers(page);
    const left = Math.min(...lines.map((line) => line.left));
    const right = Math.max(...lines.map((line) => line.right));
    for (const [index, line] of lines.entries()) {
      const last = paragraphs.length - 1;
      if (previous !== null && last >= 0 && continues(line, previous, { left, right }, index === 0)) {
        paragraphs[last] =
          `${paragraphs[last]}${needsBlank(previous.text, line.text) ? ' ' : ''}${line.text}`;
      } else paragraphs.push(line.text);
      previous = line;
    }
  }
  return { paragraphs, largeTitle: largeTitleOf(pages[0] ?? [], textSize) };
}

/** Whether a line carries on the one before: that one reached the margin, and this one is not indented. */
function continues(
  line: PdfLine,
  previous: PdfLine,
  margins: { left: number; right: number },
  isPageTop: boolean,
): boolean {
  const isSameSize = Math.abs(line.size - previous.size) < previous.size * 0.15;
  const isIndented = line.left > margins.left + line.size * 1.2;
  const isPreviousFull = previous.right > margins.right - previous.size * 2.5;
  const isClose = isPageTop || previous.bottom - line.bottom < Math.max(line.size, previous.size) * 2.6;
  const isTableRow = line.gaps >= 2 || previous.gaps >= 2;
  return isSameSize && !isTableRow && !isIndented && isPreviousFull && isClose;
}

function needsBlank(before: string, after: string): boolean {
  return /[A-Za-z0-9,.]$/u.test(before) && /^[A-Za-z0-9]/u.test(after);
}

function withoutPageNumbers(page: PdfPage): PdfPage {
  return page.filter(
    (line, index) => !((index === 0 || index >= page.length - 2) && pageNumber.test(line.text)),
  );
}

function largeTitleOf(page: PdfPage, textSize: number): string | null {
  const head = page.slice(0, titleLines);
  const largest = Math.max(0, ...head.map(({ size }) => size));
  if (largest < textSize * titleRatio) return null;
  const start = head.findIndex(({ size }) => size > largest * 0.95);
  const rest = head.slice(start);
  const end = rest.findIndex(({ size }) => size <= largest * 0.95);
  const title = (end < 0 ? rest : rest.slice(0, end)).map(({ text }) => text).join('');
  return title.length >= 4 && title.length <= 150 ? title : null;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
