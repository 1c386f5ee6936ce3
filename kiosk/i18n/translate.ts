// Turns a message key into words of the language in use; a key missing in any language does not compile.
import { signal } from '@preact/signals';
import type { Language } from '#shared/errors/app-error.ts';
import { en } from './en/index.ts';
import { type MessageKey, zh } from './zh/index.ts';

export type { Language, MessageKey };

/** The language of the interface; content keeps its own. */
export const language = signal<Language>('zh-CN');

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Values<Key extends MessageKey> = [Placeholders<(typeof zh)[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<(typeof zh)[Key]>, string | number>>];

/** The words of `key`, with its `{placeholders}` filled in; reading it in a component follows the language. */
export function t<Key extends MessageKey>(key: Key, ...[values]: Values<Key>): string {
  const text: string = language.value === 'en' ? en[key] : zh[key];
  return values === undefined ? text : fill(text, values as Readonly<Record<string, string | number>>);
}

/** A text with its `{placeholders}` filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
