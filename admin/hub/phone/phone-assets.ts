// The phone pages' style sheet and scripts, under addresses that change with their content, and a guide's worker.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface PhoneAsset {
  /** e.g. `/m/assets/phone-3f2a….css`. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface PhoneAssets {
  readonly style: PhoneAsset;
  readonly script: PhoneAsset;
  /** What a guide's page adds. */
  readonly guide: PhoneAsset;
  readonly guideStyle: PhoneAsset;
  /** What the pages of registers and their entries add. */
  readonly registerStyle: PhoneAsset;
  /** What a notice that asks or answers, its form and its receipt add. */
  readonly consultStyle: PhoneAsset;
}

/** Reads the files; a hub calls it once. */
export function loadPhoneAssets(): PhoneAssets {
  return {
    style: makeAsset(
      'phone',
      'css',
      'text/css; charset=utf-8',
      new URL('./assets/phone.css', import.meta.url),
    ),
    script: makeAsset('phone', 'js', script, new URL('./assets/phone.js', import.meta.url)),
    guide: makeAsset('guide', 'js', script, new URL('./assets/guide.js', import.meta.url)),
    guideStyle: makeAsset(
      'guide',
      'css',
      'text/css; charset=utf-8',
      new URL('./assets/guide.css', import.meta.url),
    ),
    registerStyle: makeAsset(
      'register',
      'css',
      'text/css; charset=utf-8',
      new URL('./assets/register.css', import.meta.url),
    ),
    consultStyle: makeAsset(
      'consult',
      'css',
      'text/css; charset=utf-8',
      new URL('./assets/consult.css', import.meta.url),
    ),
  };
}

/** What the pages behind an upload link add. */
export function loadSendAssets(): { readonly script: PhoneAsset; readonly style: PhoneAsset } {
  const css = 'text/css; charset=utf-8';
  return {
    script: makeAsset('send', 'js', script, new URL('./assets/send.js', import.meta.url)),
    style: makeAsset('send', 'css', css, new URL('./assets/send.css', import.meta.url)),
  };
}

/** What the forms add. */
export function loadFormStyle(): PhoneAsset {
  const css = 'text/css; charset=utf-8';
  return makeAsset('forms', 'css', css, new URL('./assets/forms.css', import.meta.url));
}

const script = 'text/javascript; charset=utf-8';

function makeAsset(name: string, ending: string, mediaType: string, file: URL): PhoneAsset {
  const bytes = readAsset(file);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { path: `/m/assets/${name}-${hash}.${ending}`, mediaType, bytes };
}

function readAsset(file: URL): Uint8Array {
  return readFileSync(fileURLToPath(file));
}

/**
 * The service worker of guides. Its address stays the same, and its folder is the furthest it reaches: the pages
 * below /m/, never the terminal's.
 */
export function loadGuideWorker(): PhoneAsset {
  return {
    path: '/m/worker.js',
    mediaType: script,
    bytes: readAsset(new URL('./assets/worker.js', import.meta.url)),
  };
}
