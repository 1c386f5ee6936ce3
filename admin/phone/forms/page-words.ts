// The words the hub put into the page for the script, and small ways to make elements of them.
import type { ScriptWords } from '#shared/cases/forms/script-words.ts';

/** Null on pages of ours that have none. */
export function wordsIn(element: HTMLElement | null): ScriptWords | null {
  const text = element?.dataset.words;
  return text === undefined ? null : (JSON.parse(text) as ScriptWords);
}

/** `2026-11-26` as people read it. */
export function dayWords(day: string, { language }: Pick<ScriptWords, 'language'>): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  if (!year || !month || !date) return day;
  if (language !== 'en') return `${year}年${month}月${date}日`;
  const name = new Date(Date.UTC(year, month - 1, date)).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return name;
}

/** An element with attributes and children; `onclick` listens. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A button that does something. */
export function button(words: string, look: string, act: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', class: look }, [words]);
  made.addEventListener('click', act);
  return made;
}

export const byId = (id: string): HTMLElement | null => document.getElementById(id);

/** 22 symbols from 16 random bytes, as the hub makes them; also where the page is no secure context. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
