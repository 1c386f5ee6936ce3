// Picks the words of the consultation's pages for a language.
import type { Language } from '#shared/errors/app-error.ts';
import { consultEnglish } from './consult-text-en.ts';
import { consultChinese } from './consult-text-zh.ts';

export type ConsultText = typeof consultChinese;

export const consultText = (language: Language): ConsultText =>
  language === 'en' ? consultEnglish : consultChinese;
