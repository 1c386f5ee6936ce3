// Everything a release folder says, for tests that look for what must not be in it: plain bytes, and whatever is
// packed inside them, found without trusting any index.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { constants, inflateRawSync } from 'node:zlib';

/** The bytes of all files, and of every deflated stream that begins anywhere in them, as UTF-8. */
export function releaseWords(folder: string): string {
  const texts: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    texts.push(bytes.toString('utf8'), ...unpacked(bytes));
  }
  return texts.join('\n');
}

/** Shorter finds are chance: many bytes begin a stream of a few bytes. */
const shortestFind = 24;

function unpacked(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; at++) {
    // Block types 0 to 2 are the only ones there are.
    if (((bytes[at] ?? 0) & 6) === 6) continue;
    const text = inflateAt(bytes, at);
    if (text !== null) texts.push(text);
  }
  return texts;
}

function inflateAt(bytes: Buffer, at: number): string | null {
  try {
    const found = inflateRawSync(bytes.subarray(at), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 4 * 1024 * 1024,
    });
    return found.length < shortestFind ? null : found.toString('utf8');
  } catch {
    return null;
  }
}
