// What an error says to the person in front of it, in Chinese and English, and to the hub's callers.
import type { ErrorCode, ErrorDetails, Language } from './app-error.ts';
import { errorMessages } from './messages/index.ts';

/** The message of a code in one language, with its placeholders filled in; of `internal` when there is no such code. */
export function describeError(code: ErrorCode, details: ErrorDetails, language: Language): string {
  const known = Object.hasOwn(errorMessages, code) ? code : 'internal';
  const text = errorMessages[known][language === 'en' ? 'en' : 'zh'];
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = details[key];
    return value === undefined || value === null ? whole : String(value);
  });
}

/** The HTTP status a code maps to at the hub's edge. */
export function statusOf(code: ErrorCode): number {
  return errorMessages[code].status;
}
