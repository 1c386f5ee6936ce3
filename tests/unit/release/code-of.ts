// The code of the AppError something throws, for short expectations.
import { AppError } from '#shared/errors/app-error.ts';

export function codeOf(act: () => unknown): unknown {
  try {
    act();
    return 'accepted';
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : thrown;
  }
}
