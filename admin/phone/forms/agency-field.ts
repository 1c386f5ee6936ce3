// Finding one agency among many by a few characters of its name, in the place of a long drop-down.

import type { ScriptWords } from '#shared/cases/forms/script-words.ts';
import { fillWords } from '#shared/words/fill-words.ts';
import { button, byId, make } from './page-words.ts';

/** A drop-down of fewer is looked through more easily than searched. */
const fewAgencies = 8;
const mostShown = 8;

/** Returns what shows the choice again after a draft was put back; null where the drop-down stays. */
export function enhanceAgency(words: ScriptWords, onChange: () => void): (() => void) | null {
  const select = byId('agency');
  if (!(select instanceof HTMLSelectElement) || select.options.length <= fewAgencies) return null;
  const field = select.parentElement;
  const label = field?.querySelector('label');
  if (field === null || !label) return null;
  const input = make('input', {
    id: 'agency-find',
    type: 'text',
    autocomplete: 'off',
    placeholder: words.agency.find,
    'aria-describedby': 'agency-hint',
  });
  const list = make('ul', { class: 'agency-find__list', role: 'list' });
  const chosen = make('p', { class: 'agency-find__chosen' });
  label.htmlFor = input.id;
  select.hidden = true;
  select.after(chosen, input, list);

  const choose = (value: string) => {
    select.value = value;
    onChange();
    show();
    chosen.querySelector('button')?.focus();
  };
  const find = () => {
    input.hidden = false;
    input.value = '';
    showFound('');
    input.focus();
  };
  const show = () => {
    const name = select.options[select.selectedIndex]?.text ?? words.agency.unknown;
    chosen.replaceChildren(
      make('span', {}, [fillWords(words.agency.chosen, { name })]),
      button(words.agency.change, 'quiet', find),
    );
    chosen.hidden = false;
    input.hidden = true;
    list.hidden = true;
  };
  const showFound = (text: string) => {
    const options = Array.from(select.options);
    const found = options.filter((one) => one.value !== '' && matches(one.text, text)).slice(0, mostShown);
    const none = options.filter(({ value }) => value === '');
    list.replaceChildren(
      ...(found.length === 0 ? [make('li', { class: 'agency-find__none' }, [words.agency.none])] : []),
      ...[...found, ...none].map((one) => make('li', {}, [button(one.text, '', () => choose(one.value))])),
    );
    list.hidden = false;
  };
  input.addEventListener('input', () => showFound(input.value.trim()));
  show();
  return show;
}

/** All characters typed, in their order: 审批局 finds 行政审批局, 市监 finds 市场监督管理局. */
export function matches(name: string, typed: string): boolean {
  let at = 0;
  for (const character of typed) {
    at = name.indexOf(character, at);
    if (at < 0) return false;
    at += character.length;
  }
  return true;
}
