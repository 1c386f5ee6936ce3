// What a promise failed with, as the code people are told by.
import { AppError } from '#shared/errors/app-error.ts';

/** The code of the error; `done` when there was none. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code;
    throw thrown;
  }
  return 'done';
}
