// Closes what leads out of the page by itself: foreign links, new windows, downloads, forms, dialogs, file pickers.
import { isKioskPath } from '#shared/protocol/kiosk-paths.ts';
import { isFileWorkAllowed } from './file-work.ts';

function prevent(event: Event): void {
  event.preventDefault();
}

/** A form is never sent anywhere; one that only closes its dialog may. */
function closeForm(event: SubmitEvent): void {
  const { target, submitter } = event;
  const method = submitter?.getAttribute('formmethod') ?? (target as HTMLFormElement).method;
  if (method !== 'dialog') event.preventDefault();
}

/** Whether following this address stays within the terminal's own screens, or the one the desk frames. */
export function isOwnAddress(address: string, base: string): boolean {
  if (!URL.canParse(address, base)) return false;
  const url = new URL(address, base);
  return url.origin === new URL(base).origin && (isKioskPath(url.pathname) || url.pathname === '/preview');
}

/** The link that was touched, in HTML or in a drawing; frames and buttons within it count as it. */
function linkOf(event: Event): Element | null {
  const path = event.composedPath().filter((part) => part instanceof Element);
  return path.find((part) => part.matches('a, area') && addressOf(part) !== null) ?? null;
}

function addressOf(link: Element): string | null {
  return link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
}

/** A plain touch on a link to one of the screens passes; anything else leads nowhere. */
function closeLink(event: MouseEvent): void {
  const link = linkOf(event);
  if (!link) return;
  if (isFileWorkAllowed() && isOwnFile(link)) return;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const target = link.getAttribute('target') ?? '';
  const isPlainLink = !link.hasAttribute('download') && (target === '' || target === '_self');
  if (isPlain && isPlainLink && isOwnAddress(addressOf(link) ?? '', document.baseURI)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** A file this page made itself, for staff who save it to a stick. */
function isOwnFile(link: Element): boolean {
  return link.hasAttribute('download') && (addressOf(link) ?? '').startsWith('blob:');
}

function closeFilePicker(event: Event): void {
  if (isFileWorkAllowed()) return;
  const target = event.target instanceof Element ? event.target.closest('input, label') : null;
  const input = target instanceof HTMLLabelElement ? target.control : target;
  if (input instanceof HTMLInputElement && input.type === 'file') event.preventDefault();
}

const refuse = () => Promise.reject(new DOMException('closed on a public terminal', 'NotAllowedError'));

/** What opens windows, dialogs and pickers, and what each answers instead. `print` stays: cards are printed by it. */
const closedFunctions: Readonly<Record<string, () => unknown>> = {
  open: () => null,
  alert: () => undefined,
  confirm: () => false,
  prompt: () => null,
  showOpenFilePicker: refuse,
  showSaveFilePicker: refuse,
  showDirectoryPicker: refuse,
};

/** Puts the guards on the window, before anything else listens; call once. */
export function guardWaysOut(target: Window): void {
  target.addEventListener('click', closeLink, { capture: true });
  target.addEventListener('auxclick', closeLink, { capture: true });
  target.addEventListener('click', closeFilePicker, { capture: true });
  target.addEventListener('submit', closeForm, { capture: true });
  // What a visitor copies would be there for the next to paste.
  for (const name of ['copy', 'cut', 'paste']) target.addEventListener(name, prevent, { capture: true });
  // No screen asks before it is left; whatever else would is silenced.
  target.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
  for (const [name, value] of Object.entries(closedFunctions)) {
    if (name in target) Object.defineProperty(target, name, { value, configurable: true });
  }
}
