// Chooses the language of the desk and fills in messages.

import { computed, signal } from '@preact/signals';
import { fillWords, type WordValues } from '#shared/words/fill-words.ts';
import { zhCN } from './zh-CN.ts';

export type MessageKey = keyof typeof zhCN;
export type Messages = Readonly<Record<MessageKey, string>>;
export type DeskLanguage = 'zh-CN' | 'en';

/** Chinese comes with the page, English when somebody asks for it. */
const catalogues = signal<Readonly<Partial<Record<DeskLanguage, Messages>>>>({ 'zh-CN': zhCN });

const languageKey = 'mingchuang-desk-language';

function readLanguage(): DeskLanguage {
  try {
    return localStorage.getItem(languageKey) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

export const deskLanguage = signal<DeskLanguage>(readLanguage());
deskLanguage.subscribe((language) => {
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
});
const messages = computed(() => catalogues.value[deskLanguage.value] ?? zhCN);

/** Fetches the words of a language; call it before the desk is drawn in it. Rejects when the hub cannot be reached. */
export async function loadLanguage(language: DeskLanguage): Promise<void> {
  if (catalogues.peek()[language] !== undefined) return;
  const { en } = await import('./en.ts');
  catalogues.value = { ...catalogues.peek(), en };
}

/** Draws the desk in this language from now on; where its words cannot be had, the desk stays as it is. */
export async function speak(language: DeskLanguage): Promise<void> {
  await loadLanguage(language).then(
    () => {
      deskLanguage.value = language;
    },
    () => undefined,
  );
}

/** The message in the chosen language, filled in. */
export const t = (key: MessageKey, values: WordValues = {}): string => fillWords(messages.value[key], values);

/** A number with separators, as this language writes it. */
export const formatCount = (count: number) => new Intl.NumberFormat(deskLanguage.value).format(count);

/** Bytes in the unit a person reads: 1,000 bytes make a kB. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** step;
  return `${value.toFixed(step === 0 || value >= 100 ? 0 : 1)} ${units[step]}`;
}

/** Date and time to the minute, on the clock of this computer. */
export function formatTime(instant: string): string {
  const style = { dateStyle: 'short', timeStyle: 'short' } as const;
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? instant
    : new Intl.DateTimeFormat(deskLanguage.value, style).format(date);
}
