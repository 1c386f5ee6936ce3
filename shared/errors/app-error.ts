// The one error type of the project. Its texts stand apart (describe-error.ts), so that a page starts without them.
import type { ErrorCode } from './messages/index.ts';

export type { ErrorCode };

export type Language = 'zh-CN' | 'en';

/** Values named in a message's `{placeholders}`; they reach people, so they hold nothing secret. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** An error someone can act on: a stable code, the facts for its message, and the cause for the log. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(Object.keys(details).length === 0 ? code : `${code} ${JSON.stringify(details)}`, options);
    this.code = code;
    this.details = details;
  }
}

/** Anything thrown, as an AppError: foreign errors become `internal` with the original as cause. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('internal', {}, { cause: thrown });
}

/** An AppError as plain data, to cross a worker or HTTP boundary. */
export interface PlainError {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** Takes an error apart for a boundary that cannot carry class instances. */
export function toPlainError(thrown: unknown): PlainError {
  const error = toAppError(thrown);
  return { code: error.code, details: error.details };
}

/** Rebuilds an AppError on the far side of a boundary; what can't be a code becomes `internal`. */
export function fromPlainError(plain: PlainError): AppError {
  return /^[a-z][a-z0-9.-]{0,80}$/.test(plain.code)
    ? new AppError(plain.code, plain.details)
    : new AppError('internal');
}
