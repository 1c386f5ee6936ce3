// Goes through the members of a .zip: each becomes a file of its own, unpacked beside the hub's other temporary files.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/errors/app-error.ts';
import type { ZipMember } from '#shared/workbook/zip-directory.ts';
import type { IngestSource } from './draft.ts';
import { ingestLimits } from './limits.ts';
import { ZipArchive } from './zip-archive.ts';

/** What computers leave in archives without anyone wanting it. */
const litter = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\.~lock\.)/iu;

/** One member to be read: `unpack` writes it to a temporary file for as long as `use` runs. */
export interface ArchiveMember {
  /** `archive.zip/inner/name.csv` */
  readonly name: string;
  readonly bytes: number;
  /** Throws `ingest.unsafe-path`, `.nested-archive`, `.file-too-large` and what unpacking throws. */
  readonly unpack: () => AsyncGenerator<IngestSource>;
}

/** The files in an archive, in its order, without folders and litter. */
export async function listArchive(source: IngestSource): Promise<ArchiveMember[]> {
  const archive = await ZipArchive.open(source.path);
  await archive.close();
  return archive.members
    .filter((member) => !member.isFolder && !litter.test(member.name.replaceAll('\\', '/')))
    .map((member) => {
      const name = `${source.name}/${displayName(member.name)}`;
      return { name, bytes: member.unpackedBytes, unpack: () => unpack(source, member, name) };
    });
}

/** The name as it is shown: forward slashes, nothing invisible, bounded. */
function displayName(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .slice(0, 300);
}

/** Names never become paths here; one that tries to be one outside its folder is refused all the same. */
function isUnsafe(name: string): boolean {
  const path = name.replaceAll('\\', '/');
  return (
    path.startsWith('/') || /^[A-Za-z]:/u.test(path) || path.split('/').includes('..') || path.includes('\0')
  );
}

async function* unpack(source: IngestSource, member: ZipMember, name: string): AsyncGenerator<IngestSource> {
  if (isUnsafe(member.name)) throw new AppError('ingest.unsafe-path', { name: displayName(member.name) });
  if (/\.(?:zip|rar|7z|tar|tgz)$/iu.test(member.name)) throw nested(member.name);
  if (member.unpackedBytes > ingestLimits.fileBytes) {
    const megabytes = Math.ceil(member.unpackedBytes / 1024 / 1024);
    throw new AppError('ingest.file-too-large', { megabytes, limit: ingestLimits.fileBytes / 1024 / 1024 });
  }
  const folder = await mkdtemp(join(tmpdir(), 'mingchuang-import-'));
  try {
    const path = join(folder, 'member');
    await extract(source.path, member, path);
    yield { name, bytes: member.unpackedBytes, path };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function extract(archivePath: string, member: ZipMember, path: string): Promise<void> {
  const archive = await ZipArchive.open(archivePath);
  try {
    await pipeline(
      Readable.from(archive.read(member, ingestLimits.fileBytes)),
      createWriteStream(path, { mode: 0o600 }),
    );
  } finally {
    await archive.close();
  }
}

export function nested(name: string): AppError {
  return new AppError('ingest.nested-archive', { name: displayName(name) });
}
