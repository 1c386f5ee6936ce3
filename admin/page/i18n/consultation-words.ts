// The words of the consultations' screens, fetched with them.
import { consultationEnglish } from './consultation-words-en.ts';
import { consultationChinese } from './consultation-words-zh.ts';
import { deskLanguage } from './index.ts';

export type ConsultationKey = keyof typeof consultationChinese;

/** The message in the chosen language with its `{placeholders}` filled in. */
export function ct(key: ConsultationKey, values: Readonly<Record<string, string | number>> = {}): string {
  const words = deskLanguage.value === 'en' ? consultationEnglish : consultationChinese;
  return words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
