// An update pack: a release, or what is new in it, in one file for a stick.
import { type ByteSource, type TarPlace, walkTar } from '../archive/walk-tar.ts';
import { AppError } from '../errors/app-error.ts';
import type { Fetcher } from './tuf/update-client.ts';

/**
 * A tar file. First `pack.json`, which says what it is; then files of the release folder under their own paths, targets
 * before the metadata that names them and the timestamp last. So unpacking it over a copy of the folder brings any
 * mirror up to date too. Nothing of the head is believed but for telling people: a terminal goes by the signatures.
 */
export interface PackHead {
  readonly format: 'mingchuang-pack';
  readonly version: 1;
  /** Version of the release in it. */
  readonly release: number;
  readonly publishedAt: string;
  /** The release whose files are left out; null for a whole pack. */
  readonly since: number | null;
  /** Until when terminals take it. */
  readonly expires: string;
}

export const packHeadName = 'pack.json';
const longestHead = 64 * 1024;

/** Files of a release out of a pack, as over the network. */
export interface PackFetcher extends Fetcher {
  /** Bytes `[start, end)` of a file. Throws `release.file-missing`. */
  fetchRange(path: string, start: number, end: number): Promise<Uint8Array>;
}

export interface OpenPack {
  readonly head: PackHead;
  /** Path in the release folder → where its bytes lie. */
  readonly places: ReadonlyMap<string, TarPlace>;
  readonly fetcher: PackFetcher;
}

/**
 * Reads the headers alone. Throws `pack.not-a-pack` for anything else, `archive.damaged` for one that is cut or
 * damaged, or what reading throws.
 */
export async function openPack(source: ByteSource): Promise<OpenPack> {
  let head: PackHead | null = null;
  const places = new Map<string, TarPlace>();
  try {
    for await (const place of walkTar(source)) {
      if (head === null) head = await readHead(source, place);
      else places.set(place.path, place);
    }
  } catch (thrown) {
    const isDamaged = thrown instanceof AppError && thrown.code === 'archive.damaged';
    throw isDamaged && head === null ? new AppError('pack.not-a-pack', {}, { cause: thrown }) : thrown;
  }
  if (head === null) throw new AppError('pack.not-a-pack');
  return { head, places, fetcher: packFetcher(source, places) };
}

async function readHead(source: ByteSource, { path, at, bytes }: TarPlace): Promise<PackHead> {
  const isHead = path === packHeadName && bytes <= longestHead;
  const head = isHead ? parseHead(await source.read(at, bytes)) : null;
  if (head === null) throw new AppError('pack.not-a-pack');
  return head;
}

function parseHead(bytes: Uint8Array): PackHead | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value !== 'object' || value === null) return null;
    const { format, version, release, publishedAt, since, expires } = value as Record<string, unknown>;
    if (format !== 'mingchuang-pack' || version !== 1) return null;
    if (!isVersion(release) || !(since === null || isVersion(since))) return null;
    if (typeof publishedAt !== 'string' || typeof expires !== 'string') return null;
    return { format, version, release, publishedAt, since, expires };
  } catch {
    return null;
  }
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function packFetcher(source: ByteSource, places: ReadonlyMap<string, TarPlace>): PackFetcher {
  const placeOf = (path: string) => {
    const place = places.get(path);
    if (place === undefined) throw new AppError('release.file-missing', { file: path });
    return place;
  };
  return {
    fetch: async (path, maxBytes) => {
      const { at, bytes } = placeOf(path);
      if (bytes > maxBytes) throw new AppError('release.too-long', { file: path, limit: maxBytes });
      return source.read(at, bytes);
    },
    fetchRange: async (path, start, end) => {
      const { at, bytes } = placeOf(path);
      if (end > bytes) throw new AppError('release.file-missing', { file: path });
      return source.read(at + start, end - start);
    },
  };
}
