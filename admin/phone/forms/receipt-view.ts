// Shows a receipt in the frame the hub put into the page, with its symbol, and lets it be copied, saved and forgotten.

import { create } from 'qrcode';
import type { ScriptWords } from '#shared/cases/forms/script-words.ts';
import { progressAddress, symbolPath } from '#shared/handoff/symbol-path.ts';
import type { CaseReceipt } from '#shared/protocol/cases-api.ts';
import { fillWords } from '#shared/words/fill-words.ts';
import type { Kept } from './kept.ts';
import { byId, dayWords, make } from './page-words.ts';
import { receiptImage } from './receipt-image.ts';

const formal = ['request', 'correction'];

/** Fills the empty frame and puts it where the form was. */
export function showReceipt(receipt: CaseReceipt, words: ScriptWords, kept: Kept): void {
  const template = byId('receipt-frame');
  const page = document.querySelector('.form-page');
  if (!(template instanceof HTMLTemplateElement) || page === null) return;
  const frame = document.importNode(template.content, true);
  const slot = (name: string) => frame.querySelector<HTMLElement>(`[data-slot="${name}"]`);
  const write = (name: string, text: string) => {
    const place = slot(name);
    if (place !== null) place.textContent = text;
  };
  write('code', receipt.code);
  write('number', receipt.number);
  write('kind', words.kinds[receipt.kind]);
  write('receivedOn', dayWords(receipt.receivedOn, words));
  write('howToOpen', receipt.needsPhone ? words.receipt.leadPhone : words.receipt.leadNoPhone);
  write('next', formal.includes(receipt.kind) ? words.receipt.formal : words.receipt.voice);
  const progress = slot('progress');
  if (progress instanceof HTMLAnchorElement) progress.hash = `c=${receipt.code}`;
  drawSymbol(frame.querySelector('svg'), addressOf(receipt, words));
  page.replaceChildren(frame);
  enhanceReceipt(page, receipt, words, kept);
  window.scrollTo(0, 0);
  page.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

/** Gives a receipt on the page its buttons, and says that this phone remembers it. */
export function enhanceReceipt(page: Element, receipt: CaseReceipt, words: ScriptWords, kept: Kept): void {
  const slot = (name: string) => page.querySelector<HTMLElement>(`[data-slot="${name}"]`);
  const tell = (text: string) => {
    const told = slot('told');
    if (told !== null) told.textContent = text;
  };
  const on = (act: string, work: (button: HTMLButtonElement) => void) => {
    const found = page.querySelector<HTMLButtonElement>(`[data-act="${act}"]`);
    found?.addEventListener('click', () => work(found));
  };
  const address = addressOf(receipt, words);
  on('copy', (one) => {
    void copyText(
      fillWords(words.receipt.copyText, { number: receipt.number, code: receipt.code, address }),
    ).then(() => {
      one.textContent = words.receipt.copied;
      tell(words.receipt.copied);
    });
  });
  on('image', () => {
    const place = slot('image');
    if (place === null) return;
    const image = make('img', { src: receiptImage(receipt, words, address), alt: words.receipt.imageHint });
    place.replaceChildren(image, make('small', {}, [words.receipt.imageHint]));
    place.hidden = false;
    place.scrollIntoView({ block: 'start' });
    tell(words.receipt.imageHint);
  });
  on('forget', (one) => {
    void kept.forgetReceipt(receipt.code).then(() => {
      one.hidden = true;
      const said = slot('own')?.querySelector('span');
      if (said) said.textContent = words.receipt.forgotten;
      tell(words.receipt.forgotten);
    });
  });
  const tools = slot('tools');
  if (tools !== null) tools.hidden = false;
  const own = slot('own');
  if (own !== null) own.hidden = !kept.isLasting;
}

const addressOf = ({ code }: CaseReceipt, { origin }: ScriptWords) =>
  progressAddress(origin === '' ? location.origin : origin, code);

function drawSymbol(svg: SVGSVGElement | null, text: string): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, path } = symbolPath(modules.size, modules.data);
  svg?.setAttribute('viewBox', `0 0 ${size} ${size}`);
  const ground = svg?.querySelector('rect');
  ground?.setAttribute('width', String(size));
  ground?.setAttribute('height', String(size));
  svg?.querySelector('path')?.setAttribute('d', path);
}

/** Over plain http there is no clipboard to write to; selecting and copying works everywhere. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make('textarea', { class: 'hidden', readonly: '' });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}
