// The visitor's reading aids: large text, high contrast, low reach, language. They last until the visit ends.
import { effect, signal } from '@preact/signals';
import { type Language, language } from '../i18n/translate.ts';
import { answerFirst } from '../paint-first.ts';
import { isTallGlass } from './screen-units.ts';
import { readStored, writeStored } from './session-value.ts';
import { noteVisit } from './visit-notes.ts';

const defaultLanguage: Language = 'zh-CN';
const key = 'mingchuang.modes';
const session = () => sessionStorage;

export const isElder = signal(false);
export const isContrast = signal(false);
/** All controls in the lower half; it shows only on glass that is tall enough to need it. */
export const isLowReach = signal(false);

/** Whether any aid differs from what the next visitor should find. */
export function hasModes(): boolean {
  return isElder.peek() || isContrast.peek() || isLowReach.peek() || language.peek() !== defaultLanguage;
}

/** Puts everything back to what the next visitor should find. */
export function resetModes(): void {
  isElder.value = false;
  isContrast.value = false;
  isLowReach.value = false;
  language.value = defaultLanguage;
}

export function toggleLanguage(): void {
  language.value = language.peek() === 'en' ? 'zh-CN' : 'en';
}

/**
 * Takes the modes of this visit from session storage and `?lang=` of the address, then keeps the root
 * element's attributes and the storage in step with them.
 */
export function startModes(root: HTMLElement, search: string): void {
  const words = (readStored(session, key) ?? '').split(' ');
  isElder.value = words.includes('elder');
  isContrast.value = words.includes('contrast');
  isLowReach.value = words.includes('low');
  const asked = new URLSearchParams(search).get('lang');
  language.value = asked === 'en' || (asked === null && words.includes('en')) ? 'en' : defaultLanguage;
  effect(() => {
    const shown = [isElder.value, isContrast.value, isLowReach.value && isTallGlass.value] as const;
    const active = [
      isElder.value && 'elder',
      isContrast.value && 'contrast',
      isLowReach.value && 'low',
      language.value === 'en' && 'en',
    ];
    for (const mode of active) if (mode) noteVisit(`mode.${mode}`);
    writeStored(session, key, active.filter(Boolean).join(' ') || null);
    // Every element takes another size or colour: together with the words that are drawn anew.
    answerFirst(() => showModes(root, language.peek(), shown));
  });
}

function showModes(
  root: HTMLElement,
  lang: Language,
  [elder, contrast, lowReach]: readonly [boolean, boolean, boolean],
): void {
  root.lang = lang;
  root.classList.toggle('is-elder', elder);
  root.classList.toggle('is-contrast', contrast);
  root.classList.toggle('is-low-reach', lowReach);
}
