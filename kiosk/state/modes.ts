// The visitor's reading aids: large text, high contrast, language. They last until the visit ends.
import { effect, signal } from '@preact/signals';
import { type Language, language } from '../i18n/translate.ts';
import { readStored, writeStored } from './session-value.ts';

const defaultLanguage: Language = 'zh-CN';
const key = 'mingchuang.modes';
const session = () => sessionStorage;

export const isElder = signal(false);
export const isContrast = signal(false);

/** Whether any aid differs from what the next visitor should find. */
export function hasModes(): boolean {
  return isElder.peek() || isContrast.peek() || language.peek() !== defaultLanguage;
}

/** Puts everything back to what the next visitor should find. */
export function resetModes(): void {
  isElder.value = false;
  isContrast.value = false;
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
  const asked = new URLSearchParams(search).get('lang');
  language.value = asked === 'en' || (asked === null && words.includes('en')) ? 'en' : defaultLanguage;
  effect(() => {
    root.lang = language.value;
    root.classList.toggle('is-elder', isElder.value);
    root.classList.toggle('is-contrast', isContrast.value);
    const active = [
      isElder.value && 'elder',
      isContrast.value && 'contrast',
      language.value === 'en' && 'en',
    ];
    writeStored(session, key, active.filter(Boolean).join(' ') || null);
  });
}
