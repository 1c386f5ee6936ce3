// Serves the built kiosk and admin pages from memory, compressed once, with validators and the right policy.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { appPolicy, pdfWorkerPolicy } from '../content-security-policy.ts';
import { compressBytes, type Encoding, pickEncoding } from './compress.ts';
import { pageMediaType } from './media-types.ts';

interface HeldFile {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly stamp: string;
  /** Made when first asked for. */
  readonly encoded: Map<Encoding, Promise<Uint8Array>>;
}

/** Bytes of files held; past that the ones held longest are let go. */
const maxHeldBytes = 64 * 1024 * 1024;
const compressible = /\.(?:html|js|mjs|css|json|webmanifest|svg|txt|bcmap|wasm)$/;
const minCompressedBytes = 1024;
/** Vite puts the content's hash into the names of everything below `assets/`. */
const hashedName = /^assets\/.+-[\w-]{8}\.\w+$/;

/** One page's folder, e.g. `dist/kiosk`. */
export class BuiltPages {
  readonly #folder: string;
  readonly #held = new Map<string, HeldFile>();
  #heldBytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The file at a path relative to the folder, or null when there is none. Only plain segments are looked up,
   * so no spelling of a path leaves the folder. `policy` replaces the usual content security policy.
   */
  async answer(request: Request, path: string, policy?: string): Promise<Response | null> {
    if (!/^(?:[\w-][\w.-]*\/){0,6}[\w-][\w.-]*$/.test(path) || path.length > 300) return null;
    const file = await this.#load(path);
    return file === null ? null : this.#respond(request, path, file, policy ?? policyOf(path));
  }

  async #load(path: string): Promise<HeldFile | null> {
    const full = join(this.#folder, path);
    const info = await stat(full).catch(() => null);
    if (info === null || !info.isFile()) return null;
    const stamp = `${info.size}-${info.mtimeMs}`;
    const held = this.#held.get(path);
    if (held?.stamp === stamp) return held;
    const bytes = await readFile(full);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const file: HeldFile = { bytes, etag, stamp, encoded: new Map() };
    this.#hold(path, file);
    return file;
  }

  #hold(path: string, file: HeldFile): void {
    this.#heldBytes += file.bytes.byteLength - (this.#held.get(path)?.bytes.byteLength ?? 0);
    this.#held.delete(path);
    this.#held.set(path, file);
    for (const [oldest, { bytes }] of this.#held) {
      if (this.#heldBytes <= maxHeldBytes) break;
      this.#held.delete(oldest);
      this.#heldBytes -= bytes.byteLength;
    }
  }

  async #respond(request: Request, path: string, file: HeldFile, policy: string): Promise<Response> {
    const mayCompress = compressible.test(path) && file.bytes.byteLength >= minCompressedBytes;
    const encoding = mayCompress
      ? pickEncoding(request.headers.get('accept-encoding') ?? undefined)
      : 'identity';
    const etag = encoding === 'identity' ? file.etag : file.etag.replace(/"$/, `-${encoding}"`);
    const headers = new Headers({
      'content-type': pageMediaType(path),
      'cache-control': hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': policy,
      etag,
      ...(mayCompress ? { vary: 'accept-encoding' } : {}),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    });
    if (request.headers.get('if-none-match')?.includes(etag))
      return new Response(null, { status: 304, headers });
    const bytes = await this.#encoded(file, encoding);
    headers.set('content-length', String(bytes.byteLength));
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { status: 200, headers });
  }

  #encoded(file: HeldFile, encoding: Encoding): Promise<Uint8Array> {
    const known = file.encoded.get(encoding);
    if (known !== undefined) return known;
    const made = compressBytes(file.bytes, encoding, 9);
    file.encoded.set(encoding, made);
    return made;
  }
}

const policyOf = (path: string) => (/pdf[\w.-]*worker/i.test(path) ? pdfWorkerPolicy : appPolicy);
