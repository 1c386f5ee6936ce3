// Words of one screen that travel with its own code, so that the first screen need not wait for them.
import { fillWords, type WordValues } from '#shared/words/fill-words.ts';
import { language } from './translate.ts';

/** Reads the words of a group in the language in use; every key of the Chinese group stands in the English one. */
export function groupWords<const Zh extends Readonly<Record<string, string>>>(
  zh: Zh,
  en: Readonly<Record<keyof Zh, string>>,
) {
  return (key: keyof Zh & string, values: WordValues = {}): string =>
    fillWords(language.value === 'en' ? en[key] : (zh[key] ?? key), values);
}
