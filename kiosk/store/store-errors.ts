// Turns what IndexedDB throws into errors someone can act on.
import { AppError } from '#shared/errors/app-error.ts';

function nameOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown ? String(thrown.name) : '';
}

/** True when the connection was closed under the caller, so that opening again may help. */
export function isConnectionLost(thrown: unknown): boolean {
  return nameOf(thrown) === 'InvalidStateError';
}

/** `kiosk.disk-full` for a quota, `kiosk.store-failed` for anything else of the database; AppErrors pass. */
export function toStoreError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = nameOf(thrown) === 'QuotaExceededError' ? 'kiosk.disk-full' : 'kiosk.store-failed';
  return new AppError(code, {}, { cause: thrown });
}
