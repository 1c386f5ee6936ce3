// Reading untrusted JSON: every value is taken as unknown, held to a bound, then typed.

/** What is wrong and where; callers turn it into an AppError of their own. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** A JSON object whose keys have not been looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses UTF-8 JSON. Throws ShapeError for broken UTF-8, broken JSON or nesting past the engine's stack. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new ShapeError('not JSON in UTF-8');
  }
}

export function asObject(value: unknown, where: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ShapeError(`${where} is not an object`);
  }
  return value as JsonObject;
}

/** A field of an object itself, never one inherited from its prototype. */
export function field(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function asArray(value: unknown, max: number, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ShapeError(`${where} is not a list`);
  if (value.length > max) throw new ShapeError(`${where} has more than ${max} entries`);
  return value;
}

/** The own entries of an object used as a map. */
export function asEntries(value: unknown, max: number, where: string): [string, unknown][] {
  const entries = Object.entries(asObject(value, where));
  if (entries.length > max) throw new ShapeError(`${where} has more than ${max} entries`);
  return entries;
}

export function asString(value: unknown, max: number, where: string): string {
  if (typeof value !== 'string') throw new ShapeError(`${where} is not a string`);
  if (value.length > max) throw new ShapeError(`${where} is longer than ${max} characters`);
  return value;
}

export function asNullableString(value: unknown, max: number, where: string): string | null {
  return value === null ? null : asString(value, max, where);
}

export function asMatch(value: unknown, pattern: RegExp, max: number, where: string): string {
  const text = asString(value, max, where);
  if (!pattern.test(text)) throw new ShapeError(`${where} has the wrong form`);
  return text;
}

/** An integer from `min` to `max`, both included; `max` is at most 2^53 - 1. */
export function asInteger(value: unknown, min: number, max: number, where: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new ShapeError(`${where} is not an integer`);
  }
  if (value < min || value > max) throw new ShapeError(`${where} is out of range`);
  return value;
}

/** Throws when a list that must hold distinct strings repeats one. */
export function requireDistinct(values: readonly string[], where: string): void {
  if (new Set(values).size !== values.length) throw new ShapeError(`${where} repeats an entry`);
}
