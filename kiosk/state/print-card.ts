// Prints one piece of the page and nothing else: it is put beside the page, the paper takes its size, then both go.
import { type ComponentChild, render } from 'preact';
import type { Printer } from './printer.ts';

const pxPerMm = 96 / 25.4;
/** Paper left free around a card, in millimetres; a receipt printer keeps 4 mm at either side for itself. */
const marginMm: Readonly<Record<Exclude<Printer, 'none'>, number>> = { receipt: 4, a4: 15 };
const receiptWidthMm = 80;
/** A roll is cut where the card ends, at least this far down. */
const shortestReceiptMm = 60;

/** The size of the paper for a card so high, as CSS says it. */
export function paperSize(paper: Exclude<Printer, 'none'>, heightPx: number): string {
  if (paper === 'a4') return '210mm 297mm';
  const height = Math.ceil(heightPx / pxPerMm) + 2 * marginMm.receipt + 2;
  return `${receiptWidthMm}mm ${Math.max(shortestReceiptMm, height)}mm`;
}

/** A place beside the page for what is to be printed. The function given back takes it and the paper away again. */
export function layOut(content: ComponentChild, paper: Exclude<Printer, 'none'>): () => void {
  const place = document.createElement('div');
  place.className = 'print-place';
  document.body.append(place);
  render(content, place);
  const sheet = new CSSStyleSheet();
  const size = paperSize(paper, place.firstElementChild?.getBoundingClientRect().height ?? 0);
  sheet.replaceSync(`@page { size: ${size}; margin: ${marginMm[paper]}mm; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    render(null, place);
    place.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

/**
 * Opens the browser's printing, or prints at once where the terminal was started to. The function given back clears
 * what was laid out; where the browser tells that printing is over, that has been done already.
 */
export function printCard(content: ComponentChild, paper: Exclude<Printer, 'none'>): () => void {
  const clear = layOut(content, paper);
  addEventListener('afterprint', clear, { once: true });
  window.print();
  return () => {
    removeEventListener('afterprint', clear);
    clear();
  };
}
