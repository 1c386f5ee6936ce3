// First letters of the pinyin of a text, as visitors type them on a keypad.
import { importPeer } from '../peers/install-peers.ts';

interface PinyinPro {
  pinyin(text: string, options: object): string[];
}

let loaded: Promise<PinyinPro> | null = null;

/** A function from Chinese characters to their initials in lower case. The dictionary is loaded once. */
export async function loadInitials(): Promise<(text: string) => string> {
  loaded ??= importPeer<PinyinPro>('pinyin-pro/dist/index.mjs');
  const { pinyin } = await loaded;
  const options = { pattern: 'first', toneType: 'none', type: 'array' };
  return (text) => pinyin(text, options).join('').toLowerCase();
}

/** The first `count` Chinese characters of a text that has as many in a row. */
export function leadingHan(text: string, count: number): string | null {
  return new RegExp(`\\p{Script=Han}{${count}}`, 'u').exec(text)?.[0] ?? null;
}
