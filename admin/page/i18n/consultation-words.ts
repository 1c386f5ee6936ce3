// The words of the consultations' screens, fetched with them.
import { fillWords, type WordValues } from '#shared/words/fill-words.ts';
import { consultationEnglish } from './consultation-words-en.ts';
import { consultationChinese } from './consultation-words-zh.ts';
import { deskLanguage } from './index.ts';

export type ConsultationKey = keyof typeof consultationChinese;

/** The message in the chosen language with its `{placeholders}` filled in. */
export function ct(key: ConsultationKey, values: WordValues = {}): string {
  const words = deskLanguage.value === 'en' ? consultationEnglish : consultationChinese;
  return fillWords(words[key], values);
}
