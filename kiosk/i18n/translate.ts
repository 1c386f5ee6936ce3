// Turns a message key into words of the language in use; a key missing in any language does not compile.
import { signal } from '@preact/signals';
import type { Language } from '#shared/errors/app-error.ts';
import { fillWords } from '#shared/words/fill-words.ts';
import { en } from './en/index.ts';
import { type MessageKey, zh } from './zh/index.ts';

export type { Language, MessageKey };

/** The language of the interface; content keeps its own. */
export const language = signal<Language>('zh-CN');

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Values<Text extends string> = [Placeholders<Text>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<Text>, string | number>>];
/** Words by key. */
type Catalogue = Readonly<Record<string, string>>;

/** What gives the words of a key, with its `{placeholders}` filled in. */
export type Translate<Zh extends Catalogue> = <Key extends keyof Zh & string>(
  key: Key,
  ...values: Values<Zh[Key]>
) => string;

/** The words of a part of the interface whose code is fetched by itself, and its words with it. */
export function translateWith<Zh extends Catalogue>(
  chinese: Zh,
  english: Readonly<Record<keyof Zh, string>>,
): Translate<Zh> {
  return (key, ...[values]) => {
    const text: string = (language.value === 'en' ? english[key] : chinese[key]) ?? key;
    return values === undefined ? text : fillWords(text, values);
  };
}

/** The words of `key`, with its `{placeholders}` filled in; reading it in a component follows the language. */
export const t: Translate<typeof zh> = translateWith(zh, en);
