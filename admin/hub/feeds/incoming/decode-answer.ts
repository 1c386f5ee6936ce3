// Turns the bytes of an answer into text, by byte order mark, header, declaration, and what they look like.
import { AppError } from '#shared/errors/app-error.ts';

/** Names of Chinese encodings that GB18030 reads; portals label it in all of these ways. */
const chineseNames = /^(?:gb18030|gb2312|gbk|gb_2312-80|cp936|ms936|x-gbk)$/;

/**
 * The text of a feed. Throws `feeds.bad-text` when the encoding is unknown or the bytes are no text in it: a feed of
 * question marks would overwrite good words. Without any word about it, UTF-8 is tried and then GB18030.
 */
export function decodeAnswer(bytes: Uint8Array, contentType: string): string {
  const marked = byteOrderMark(bytes);
  const named = marked ?? charsetOf(contentType) ?? declaredIn(bytes);
  if (named !== null) return decodeAs(bytes, named);
  try {
    return decodeAs(bytes, 'utf-8');
  } catch {
    return decodeAs(bytes, 'gb18030');
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*"?([\w:.-]{1,40})/i.exec(contentType)?.[1] ?? null;
}

/** The XML declaration, or the meta element of a page; both stand near the beginning, in plain letters. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const declared =
    /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(head) ??
    /<meta[^>]{0,300}?\bcharset\s*=\s*["']?([\w:.-]{1,40})/i.exec(head);
  return declared?.[1] ?? null;
}

function decodeAs(bytes: Uint8Array, name: string): string {
  const folded = name.trim().toLowerCase();
  const encoding = chineseNames.test(folded) ? 'gb18030' : folded;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return text;
  } catch (cause) {
    throw new AppError('feeds.bad-text', { encoding }, { cause });
  }
  throw new AppError('feeds.bad-text', { encoding });
}
