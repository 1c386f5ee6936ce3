// Sends Word and PDF files to the document thread, one after the other, and gives up on one that takes too long.
import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors/app-error.ts';
import type { DocumentAnswer, DocumentJob } from './document-worker.ts';

/** A thousand-page PDF takes about 20 s; longer means the file is made to keep us busy. */
const longestJobMs = 120_000;
/** Parsing holds several times the file in memory; past this the thread is ended, not the hub. */
const memoryMegabytes = 768;
/** The thread goes away when nothing came for a while. */
const idleMs = 5_000;

type Request = DocumentJob extends infer J ? (J extends DocumentJob ? Omit<J, 'id'> : never) : never;

class DocumentThread {
  private worker: Worker | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private idleTimer: NodeJS.Timeout | null = null;
  private nextId = 1;

  /** Waits its turn. Throws `ingest.unreadable` or `ingest.password-protected`. */
  run(request: Request): Promise<DocumentAnswer> {
    const turn = this.queue.then(() => this.runNow({ ...request, id: this.nextId++ } as DocumentJob));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async runNow(job: DocumentJob): Promise<DocumentAnswer> {
    if (this.idleTimer) clearTimeout(this.idleTimer);
    const worker = this.open();
    worker.ref();
    try {
      const answer = await this.ask(worker, job);
      if (answer.type !== 'failed') return answer;
      if (answer.reason === 'password') throw new AppError('ingest.password-protected');
      throw new AppError(
        'ingest.unreadable',
        { reason: job.type === 'pdf' ? 'PDF' : 'Word' },
        { cause: answer.message },
      );
    } finally {
      worker.unref();
      this.idleTimer = setTimeout(() => this.end(), idleMs).unref();
    }
  }

  private open(): Worker {
    this.worker ??= new Worker(new URL('./document-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    return this.worker;
  }

  private ask(worker: Worker, job: DocumentJob): Promise<DocumentAnswer> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
        finish();
      };
      const onMessage = (answer: DocumentAnswer): void => settle(() => resolve(answer));
      const onEnd = (cause: unknown): void => {
        this.end();
        settle(() =>
          reject(
            new AppError('ingest.unreadable', { reason: job.type === 'pdf' ? 'PDF' : 'Word' }, { cause }),
          ),
        );
      };
      const timer = setTimeout(() => onEnd('timeout'), longestJobMs);
      worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
      worker.postMessage(job);
    });
  }

  private end(): void {
    const worker = this.worker;
    this.worker = null;
    worker?.on('error', () => undefined);
    void worker?.terminate();
  }
}

const thread = new DocumentThread();

/** Body HTML of a .docx, not yet sanitised. */
export async function convertWord(content: Uint8Array): Promise<string> {
  const answer = await thread.run({ type: 'word', content });
  return answer.type === 'word' ? answer.html : '';
}

/** Text of a PDF, at most `maxPages` pages of it. */
export async function extractPdf(content: Uint8Array, maxPages: number) {
  const answer = await thread.run({ type: 'pdf', content, maxPages });
  return answer.type === 'pdf' ? answer.text : { paragraphs: [], largeTitle: null, pages: 0 };
}
