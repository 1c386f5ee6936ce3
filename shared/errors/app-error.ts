// The one error type of the project, and the catalogue its texts come from.
import { type ErrorCode, errorMessages } from './messages/index.ts';

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
    super(`${code}: ${describeError(code, details, 'en')}`, options);
    this.code = code;
    this.details = details;
  }
}

/** The message of a code in one language, with its placeholders filled in. */
export function describeError(code: ErrorCode, details: ErrorDetails, language: Language): string {
  const text = errorMessages[code][language === 'en' ? 'en' : 'zh'];
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = details[key];
    return value === undefined || value === null ? whole : String(value);
  });
}

/** The HTTP status a code maps to at the hub's edge. */
export function statusOf(code: ErrorCode): number {
  return errorMessages[code].status;
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

/** Rebuilds an AppError on the far side of a boundary; unknown codes become `internal`. */
export function fromPlainError(plain: PlainError): AppError {
  return Object.hasOwn(errorMessages, plain.code)
    ? new AppError(plain.code, plain.details)
    : new AppError('internal');
}
