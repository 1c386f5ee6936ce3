// The thread that builds previews: an index keeps a core busy, and the hub must go on answering.
import { parentPort } from 'node:worker_threads';
import { type PlainError, toPlainError } from '#shared/errors/app-error.ts';
import { type BuiltPreview, buildPreview, type PreviewJob } from './build-preview.ts';

export type PreviewAnswer =
  | { readonly built: BuiltPreview }
  | { readonly error: PlainError; readonly stack: string | undefined };

parentPort?.on('message', async (job: PreviewJob) => {
  const answer: PreviewAnswer = await buildPreview(job).then(
    (built) => ({ built }),
    (thrown: unknown) => ({
      error: toPlainError(thrown),
      stack: thrown instanceof Error ? thrown.stack : undefined,
    }),
  );
  parentPort?.postMessage(answer);
});
