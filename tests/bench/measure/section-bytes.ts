// How the bytes of a release's segments are shared out among their sections, from the tables of its block files.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { loadRelease, whateverAge } from '#hub/publish/load-release.ts';
import { blockFilePrefixBytes, blockTableBytes, parseBlockTable } from '#shared/release/block-file.ts';
import { targetFilePath } from '#shared/release/release-path.ts';

/** Bytes of every section, over all segments. */
export async function sectionBytes(folder: string): Promise<Map<string, number>> {
  const { manifest, metadata } = await loadRelease(folder, { nowMs: whateverAge });
  const bytes = new Map<string, number>();
  for (const segment of manifest.segments) {
    const lengths: number[] = [];
    for (const file of segment.files) {
      const digest = metadata.targets.get(file.path)?.hashes.sha256 ?? '';
      lengths.push(...(await blockLengths(join(folder, targetFilePath(file.path, digest)), file)));
    }
    let at = 0;
    for (const { name, blocks } of segment.sections) {
      const sum = lengths.slice(at, at + blocks).reduce((all, one) => all + one, 0);
      bytes.set(name, (bytes.get(name) ?? 0) + sum);
      at += blocks;
    }
  }
  return bytes;
}

async function blockLengths(place: string, file: { path: string; bytes: number }): Promise<number[]> {
  const handle = await open(place, 'r');
  try {
    const prefix = new Uint8Array(blockFilePrefixBytes);
    await handle.read(prefix, 0, prefix.length, 0);
    const table = new Uint8Array(blockTableBytes(prefix, file.bytes, file.path));
    await handle.read(table, 0, table.length, 0);
    return parseBlockTable(table, file.bytes, file.path).map(({ length }) => length);
  } finally {
    await handle.close();
  }
}
