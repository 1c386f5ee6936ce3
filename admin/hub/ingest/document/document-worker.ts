// A thread of its own for Word and PDF: foreign parsers on foreign files, stoppable and bounded in memory.
import { parentPort } from 'node:worker_threads';
import { readPdfPages } from './pdf-pages.ts';
import { readWordHtml } from './word-html.ts';

export type DocumentJob =
  | { readonly type: 'word'; readonly content: Uint8Array }
  | { readonly type: 'pdf'; readonly content: Uint8Array; readonly maxPages: number };

export type DocumentAnswer =
  | { readonly type: 'word'; readonly html: string }
  | { readonly type: 'pdf'; readonly text: PdfText }
  | {
      readonly type: 'failed';
      readonly reason: 'damaged' | 'password';
      readonly message: string;
    };

/** The text of a PDF, line by line put back into paragraphs. */
export interface PdfText {
  readonly paragraphs: readonly string[];
  /** Lines set clearly larger than the rest at the top of the first page, joined. */
  readonly largeTitle: string | null;
  readonly pages: number;
}

async function answer(job: DocumentJob): Promise<DocumentAnswer> {
  try {
    if (job.type === 'word') return { type: 'word', html: await readWordHtml(job.content) };
    return { type: 'pdf', text: await readPdfPages(job.content, job.maxPages) };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const message = error instanceof Error ? error.message.slice(0, 200) : '';
    return {
      type: 'failed',
      reason: name === 'PasswordException' ? 'password' : 'damaged',
      message,
    };
  }
}

parentPort?.on('message', (job: DocumentJob) => {
  answer(job).then((result) => parentPort?.postMessage(result));
});
