// Compresses answers for clients that accept it, with Node's own zlib off the main thread.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

export type Encoding = 'br' | 'gzip' | 'identity';

/** The best encoding an Accept-Encoding header allows (RFC 9110 §12.5.3). */
export function pickEncoding(header: string | undefined): Encoding {
  const accepted = (header ?? '')
    .slice(0, 300)
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => !/;\s*q=0(?:\.0*)?$/.test(entry))
    .map((entry) => entry.split(';')[0]?.trim());
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

/** `quality` 1 to 9: low for answers made on the spot, high for files compressed once. */
export async function compressBytes(
  bytes: Uint8Array,
  encoding: Encoding,
  quality: number,
): Promise<Uint8Array> {
  if (encoding === 'gzip') return gzipAsync(bytes, { level: quality });
  if (encoding === 'br') {
    return brotliAsync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    });
  }
  return bytes;
}
