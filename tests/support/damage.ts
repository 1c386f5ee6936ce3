// Tells which error a step of the search engine ends with, for tests of damaged blocks.
import { AppError } from '#shared/errors/app-error.ts';
import type { BlockPlace } from '#shared/search/byte-reader.ts';

/** Where the bytes of a test are said to come from. */
export const somewhere: BlockPlace = { segment: 's', section: 'terms', block: 0 };

/** The code of the error, `no error`, or what was thrown that is no error of ours. */
export function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return codeOfError(error);
  }
  return 'no error';
}

/** The same for what takes its time. */
export function codeOfPromise(promise: Promise<unknown>): Promise<string> {
  return promise.then(() => 'no error', codeOfError);
}

function codeOfError(error: unknown): string {
  return error instanceof AppError ? error.code : `foreign: ${String(error)}`;
}
