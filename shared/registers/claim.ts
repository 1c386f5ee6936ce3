// Takes an untrusted object apart member by member, naming the place of whatever is wrong with it.
import { AppError } from '../errors/app-error.ts';

/** Refuses a definition: where, and what is wrong there. */
export function refuse(place: string, fault: string): never {
  throw new AppError('register.bad-definition', { place, fault });
}

/** What somebody claims to be a part of a definition. */
export class Claim {
  readonly #members: ReadonlyMap<string, unknown>;
  readonly #place: string;

  constructor(value: unknown, place: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      refuse(place, 'expected an object');
    this.#members = new Map(Object.entries(value as object));
    this.#place = place;
  }

  #at(name: string): string {
    return `${this.#place}.${name}`;
  }

  text(name: string, most: number, least = 0): string {
    const value = this.#members.get(name);
    if (typeof value !== 'string') return refuse(this.#at(name), 'expected text');
    const text = value.trim();
    if (text.length < least) refuse(this.#at(name), 'is empty');
    if (text.length > most) refuse(this.#at(name), `has more than ${most} characters`);
    return text;
  }

  /** Null where it is absent, null or empty. */
  optionalText(name: string, most: number): string | null {
    const value = this.#members.get(name);
    if (value === undefined || value === null) return null;
    return this.text(name, most) || null;
  }

  matching(name: string, pattern: RegExp): string {
    const text = this.text(name, 100);
    return pattern.test(text) ? text : refuse(this.#at(name), 'takes small letters, digits and hyphens only');
  }

  oneOf<T extends string>(name: string, words: readonly T[]): T {
    const value = this.#members.get(name);
    return (
      words.find((word) => word === value) ?? refuse(this.#at(name), `expected one of ${words.join(', ')}`)
    );
  }

  yesOrNo(name: string): boolean {
    const value = this.#members.get(name);
    return typeof value === 'boolean' ? value : refuse(this.#at(name), 'expected true or false');
  }

  key(name: string, keys: ReadonlySet<string>): string {
    const text = this.text(name, 100);
    return keys.has(text) ? text : refuse(this.#at(name), 'no column has this key');
  }

  list<T>(name: string, most: number, parse: (item: unknown, place: string) => T): T[] {
    const value = this.#members.get(name);
    if (!Array.isArray(value)) return refuse(this.#at(name), 'expected a list');
    if (value.length > most) refuse(this.#at(name), `has more than ${most} members`);
    return value.map((item, index) => parse(item, `${this.#at(name)}[${index}]`));
  }
}
