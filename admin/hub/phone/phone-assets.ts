// The phone pages' one style sheet and one script, under addresses that change with their content.
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
}

/** Reads both files; a hub calls it once. */
export function loadPhoneAssets(): PhoneAssets {
  return {
    style: loadAsset(new URL('./assets/phone.css', import.meta.url), 'css', 'text/css; charset=utf-8'),
    script: loadAsset(new URL('./assets/phone.js', import.meta.url), 'js', 'text/javascript; charset=utf-8'),
  };
}

function loadAsset(file: URL, ending: string, mediaType: string): PhoneAsset {
  const bytes = readFileSync(fileURLToPath(file));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { path: `/m/assets/phone-${hash}.${ending}`, mediaType, bytes };
}
