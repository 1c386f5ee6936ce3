// Cleans body HTML once more on the terminal, and makes it fit for touch: tables, links, rows.
import DOMPurify from 'dompurify';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

const allowedTags = [
  ...['p', 'br', 'hr', 'div', 'span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img', 'a'],
  ...['strong', 'b', 'em', 'i', 'u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'mark', 'ruby', 'rt', 'rp'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];
const allowedAttributes = [
  'href',
  'src',
  'alt',
  'colspan',
  'rowspan',
  'scope',
  'start',
  'type',
  'value',
  'lang',
  'class',
];
/** How deep a line of an account stands; of all classes only these are ours. */
const levelClass = /^level-[1-4]$/;
/** Rows of a table shown at first; the rest comes in steps. */
const firstRows = 60;
const moreRows = 200;

/** Attribute of the button that stands for a link; its value is the address. */
export const linkAttribute = 'data-address';

/** Clean, inert nodes of one part of a body: nothing in them runs, loads or navigates. */
export function sanitiseBody(html: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: allowedAttributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const classed of fragment.querySelectorAll('[class]')) keepLevel(classed);
  for (const image of fragment.querySelectorAll('img')) fixImage(image);
  for (const link of fragment.querySelectorAll('a')) replaceLink(link);
  for (const table of fragment.querySelectorAll('table')) fitTable(table);
  for (const heading of fragment.querySelectorAll('h1')) lowerHeading(heading);
  return fragment;
}

function keepLevel(element: Element): void {
  if (!levelClass.test(element.className)) element.removeAttribute('class');
}

/** Only pictures that travel inside the text are shown; nothing is fetched. */
function fixImage(image: HTMLImageElement): void {
  const source = image.getAttribute('src') ?? '';
  if (!/^data:image\/(png|jpeg|gif|webp);base64,/i.test(source)) image.remove();
  else image.alt ||= '';
}

/** A link never leaves the terminal: a button shows its address for the visitor's phone instead. */
function replaceLink(link: HTMLAnchorElement): void {
  const address = link.getAttribute('href') ?? '';
  if (!/^(https?:\/\/|tel:|mailto:)/i.test(address) || link.textContent?.trim() === '') {
    link.replaceWith(...link.childNodes);
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'body-link';
  button.setAttribute(linkAttribute, address);
  button.append(...link.childNodes);
  link.replaceWith(button);
}

/** The screen's title is the only h1. */
function lowerHeading(heading: HTMLHeadingElement): void {
  const lower = document.createElement('h2');
  lower.append(...heading.childNodes);
  heading.replaceWith(lower);
}

function fitTable(table: HTMLTableElement): void {
  if (table.parentElement?.closest('table')) return;
  const frame = document.createElement('div');
  frame.className = 'table-frame';
  frame.tabIndex = 0;
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', t('record.table'));
  table.replaceWith(frame);
  frame.append(table);
  const rows = [...table.rows];
  alignNumbers(rows);
  if (rows.length > firstRows * 1.5) foldRows(frame, rows);
}

const number = /^[+\-−]?\d[\d,，.]*\s*[%％‰]?$/;
const nothing = /^[\s—–\-/]*$/;

/** Columns of nothing but figures stand flush right, with their headings, as a printed account has them. */
function alignNumbers(rows: readonly HTMLTableRowElement[]): void {
  const cells = rows.map((row) => [...row.cells]);
  if (cells.flat().some((cell) => cell.colSpan > 1 || cell.rowSpan > 1)) return;
  // The first column names its row, also where the names are numbers.
  for (let column = 1; column < (cells[0]?.length ?? 0); column += 1) {
    const inColumn = cells.flatMap((row) => row[column] ?? []);
    const texts = inColumn.filter(({ tagName }) => tagName === 'TD').map((cell) => cell.textContent ?? '');
    const figures = texts.map((text) => text.trim()).filter((text) => !nothing.test(text));
    if (figures.length === 0 || !figures.every((text) => number.test(text))) continue;
    for (const cell of inColumn) cell.classList.add('is-number');
  }
}

/** Hides the rows of a long table past the first and adds a button that shows them in steps. */
function foldRows(frame: HTMLElement, rows: readonly HTMLTableRowElement[]): void {
  let shown = firstRows;
  for (const row of rows.slice(shown)) row.hidden = true;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button--more';
  const label = () => {
    const count = formatCount(Math.min(moreRows, rows.length - shown));
    button.textContent = t('record.moreRows', { count, total: formatCount(rows.length) });
  };
  button.addEventListener('click', () => {
    for (const row of rows.slice(shown, shown + moreRows)) row.hidden = false;
    shown += moreRows;
    if (shown < rows.length) label();
    else button.remove();
  });
  label();
  frame.after(button);
}
