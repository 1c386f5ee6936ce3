// Chooses the words of the phone's forms.
import type { Language } from '#shared/errors/app-error.ts';
import { formsEnglish } from './text-forms-en.ts';
import { type FormsText, formsChinese } from './text-forms-zh.ts';
import { kindsEnglish } from './text-kinds-en.ts';
import { type KindsText, kindsChinese } from './text-kinds-zh.ts';
import { progressEnglish } from './text-progress-en.ts';
import { type ProgressText, progressChinese } from './text-progress-zh.ts';

export interface FormText {
  readonly forms: FormsText;
  readonly kinds: KindsText;
  readonly progress: ProgressText;
}

const chinese: FormText = { forms: formsChinese, kinds: kindsChinese, progress: progressChinese };
const english: FormText = { forms: formsEnglish, kinds: kindsEnglish, progress: progressEnglish };

export function formText(language: Language): FormText {
  return language === 'en' ? english : chinese;
}
