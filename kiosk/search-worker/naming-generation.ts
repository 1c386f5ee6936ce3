// Says of a damaged block which generation it belongs to: the engine does not know, and repairing it takes that.
import { AppError } from '#shared/errors/app-error.ts';

/** Runs a question about a generation; its `search.block-damaged` then names the version too. */
export async function namingGeneration<T>(version: number, question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'search.block-damaged') throw thrown;
    throw new AppError(thrown.code, { ...thrown.details, version }, { cause: thrown });
  }
}
