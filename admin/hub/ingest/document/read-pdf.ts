// Reads a .pdf: its text for searching and reading, the file itself as attachment.
import type { IngestSource } from '../draft.ts';
import { htmlToText } from '../html-to-text.ts';
import { ingestLimits } from '../limits.ts';
import { readHead } from '../read-chunks.ts';
import { textToHtml } from '../text-to-html.ts';
import type { ReadDocument } from './build-document.ts';
import { extractPdf } from './document-thread.ts';

/** Fewer characters a page than this is a scan with a stray stamp, not a text. */
const leastCharactersPerPage = 8;

/** Throws `ingest.unreadable` or `ingest.password-protected`. */
export async function readPdf(source: IngestSource, size: number): Promise<ReadDocument> {
  const content = await readHead(source.path, size);
  const { paragraphs, largeTitle, pages } = await extractPdf(content, ingestLimits.pdfPages);
  const words = paragraphs.join('\n');
  const isScan =
    words.replace(/\s/gu, '').length < leastCharactersPerPage * Math.min(pages, ingestLimits.pdfPages);
  const bodyHtml = textToHtml(words);
  const name = (source.name.split(/[\\/]/u).at(-1) ?? source.name).replace(/\.[a-z0-9]{1,5}$/iu, '');
  return {
    fileName: source.name,
    bodyHtml,
    bodyText: htmlToText(bodyHtml),
    markedTitle: null,
    guessedTitle: largeTitle,
    attachments: [{ name: `${name}.pdf`, mediaType: 'application/pdf', content }],
    problems: [
      ...(isScan ? [{ code: 'ingest.no-text', details: {} } as const] : []),
      ...(pages > ingestLimits.pdfPages
        ? [{ code: 'ingest.too-many-pages', details: { limit: ingestLimits.pdfPages } } as const]
        : []),
    ],
  };
}
