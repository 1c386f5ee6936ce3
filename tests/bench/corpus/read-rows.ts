// Reads the packed tables and lines of the real data, one row at a time.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { sharedData } from '../../support/shared-data.ts';

/** Which rows of a source are taken. */
export type Keep = (row: number) => boolean;

/** Takes `share` of all rows, spread evenly. */
export const keepShare =
  (share: number): Keep =>
  (row) =>
    Math.floor((row + 1) * share) > Math.floor(row * share);

/** The kept rows of a table with a heading, as their cells. */
export async function* readTable(name: string, keep: Keep): AsyncGenerator<string[]> {
  let row = -1;
  for await (const line of readLines(name)) {
    if (row >= 0 && keep(row)) yield line.split('\t');
    row++;
  }
}

/** The kept objects of a file of JSON lines. */
export async function* readObjects<T>(name: string, keep: Keep): AsyncGenerator<T> {
  let row = 0;
  for await (const line of readLines(name)) if (keep(row++)) yield JSON.parse(line) as T;
}

/** Lines of a file, unpacked on the way. */
export function readLines(name: string): AsyncIterable<string> {
  const file = createReadStream(sharedData(name));
  const input = name.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}
