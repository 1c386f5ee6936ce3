// Sends Word and PDF files to the document thread, one after the other, and gives up on one that takes too long.
import { AppError } from '#shared/errors/app-error.ts';
import type { DocumentAnswer, DocumentJob } from './document-worker.ts';
import { JobThread } from './job-thread.ts';

const thread = new JobThread<DocumentJob, DocumentAnswer>(new URL('./document-worker.ts', import.meta.url), {
  // A thousand-page PDF takes about 20 s; longer means the file is made to keep us busy.
  jobMs: 120_000,
  // Parsing holds several times the file in memory.
  memoryMegabytes: 768,
});

/** Throws `ingest.unreadable` or `ingest.password-protected`. */
async function read(job: DocumentJob): Promise<DocumentAnswer> {
  const outcome = await thread.run(job);
  const unreadable = (cause: unknown) =>
    new AppError('ingest.unreadable', { reason: job.type === 'pdf' ? 'PDF' : 'Word' }, { cause });
  if ('failure' in outcome) throw unreadable(outcome.cause);
  const { answer } = outcome;
  if (answer.type !== 'failed') return answer;
  if (answer.reason === 'password') throw new AppError('ingest.password-protected');
  throw unreadable(answer.message);
}

/** Body HTML of a .docx, not yet sanitised. */
export async function convertWord(content: Uint8Array): Promise<string> {
  const answer = await read({ type: 'word', content });
  return answer.type === 'word' ? answer.html : '';
}

/** Text of a PDF, at most `maxPages` pages of it. */
export async function extractPdf(content: Uint8Array, maxPages: number) {
  const answer = await read({ type: 'pdf', content, maxPages });
  return answer.type === 'pdf' ? answer.text : { paragraphs: [], largeTitle: null, pages: 0 };
}
