// The progress page on the phone: the code from the fragment, the receipts this phone remembers, and the two fields checked.

import type { ScriptWords } from '#shared/cases/forms/script-words.ts';
import { formatReceiptCode, parseReceiptCode } from '#shared/cases/receipt-code.ts';
import { fillWords } from '#shared/words/fill-words.ts';
import type { Kept, KeptReceipt } from './kept.ts';
import { button, byId, dayWords, make } from './page-words.ts';
import { markField } from './problems.ts';

export async function enhanceProgress(words: ScriptWords, kept: Kept): Promise<void> {
  const ask = byId('ask');
  const code = byId('code');
  const digits = byId('lastFour');
  if (!(ask instanceof HTMLFormElement) || !(code instanceof HTMLInputElement)) return;
  if (!(digits instanceof HTMLInputElement)) return;
  const use = (text: string) => {
    const parsed = parseReceiptCode(text);
    if (parsed === null) return;
    code.value = formatReceiptCode(parsed);
    markField('code', null);
    digits.focus();
    digits.scrollIntoView({ block: 'center' });
  };
  takeFragment(use);
  addEventListener('hashchange', () => takeFragment(use));
  code.addEventListener('blur', () => {
    const parsed = parseReceiptCode(code.value);
    if (parsed !== null) code.value = formatReceiptCode(parsed);
  });
  ask.addEventListener('submit', (event) => {
    const isCode = parseReceiptCode(code.value) !== null;
    const isDigits = /^(?:\d{4})?$/.test(digits.value.trim());
    markField('code', isCode ? null : (ask.dataset.codeShort ?? ''));
    markField('lastFour', isDigits ? null : (ask.dataset.digitsWrong ?? ''));
    if (isCode && isDigits) return;
    event.preventDefault();
    (isCode ? digits : code).focus();
  });
  await showOwn(words, kept, use);
}

/** The code leaves the address bar and the history as soon as it is read. */
function takeFragment(use: (code: string) => void): void {
  const match = /^#c=([\w-]{12,20})$/.exec(location.hash);
  if (match?.[1] === undefined) return;
  history.replaceState(null, '', location.pathname + location.search);
  use(match[1]);
}

async function showOwn(words: ScriptWords, kept: Kept, use: (code: string) => void): Promise<void> {
  const section = byId('own');
  const list = byId('own-list');
  if (section === null || list === null) return;
  const draw = async () => {
    const receipts = await kept.receipts();
    section.hidden = receipts.length === 0;
    list.replaceChildren(...receipts.map((receipt) => ownItem(receipt, words, use, () => forget(receipt))));
  };
  const told = () => {
    const place = byId('own-told');
    if (place !== null) place.textContent = words.own.forgotten;
  };
  const forget = async ({ code }: KeptReceipt) => {
    await kept.forgetReceipt(code);
    await draw();
    told();
  };
  byId('own-forget-all')?.addEventListener('click', () => void kept.forgetReceipts().then(draw).then(told));
  await draw();
}

function ownItem(
  receipt: KeptReceipt,
  words: ScriptWords,
  use: (code: string) => void,
  forget: () => void,
): HTMLLIElement {
  const { number, code, kind, receivedOn } = receipt;
  const open = button(words.own.show, 'solid', () => use(code));
  open.setAttribute('aria-label', fillWords(words.own.showOf, { number }));
  const drop = button(words.own.forget, 'plain', forget);
  drop.setAttribute('aria-label', fillWords(words.own.forgetOf, { number }));
  return make('li', {}, [
    make('span', { class: 'own__what' }, [
      make('b', {}, [words.kinds[kind]]),
      make('span', { class: 'keep' }, [number]),
      ' · ',
      make('span', { class: 'keep' }, [dayWords(receivedOn, words)]),
    ]),
    open,
    drop,
  ]);
}
