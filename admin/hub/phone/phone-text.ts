// Chooses the words of the phone pages.
import type { Language } from '#shared/errors/app-error.ts';
import { english } from './text-en.ts';
import { chinese, type PhoneText } from './text-zh.ts';

export type { PhoneText };

export function phoneText(language: Language): PhoneText {
  return language === 'en' ? english : chinese;
}
