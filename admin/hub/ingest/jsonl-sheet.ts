// A .jsonl file as a sheet: the keys of its first objects are the headings, each line is a row.
import type { Sheet, SheetRow } from '#shared/workbook/sheet-row.ts';
import { decodeChunks, detectEncoding } from './decode-text.ts';
import { readChunks } from './read-chunks.ts';
import { parseLine, splitLines } from './read-jsonl.ts';

/** Objects looked at for keys. */
const keyedObjects = 200;

/** Row 1 holds the keys, so rows count one more than lines. */
export function jsonlSheet(path: string, isGzipped: boolean): Sheet {
  return { name: null, problems: [], open: () => rows(path, isGzipped) };
}

async function* rows(path: string, isGzipped: boolean): AsyncGenerator<readonly SheetRow[]> {
  const openBytes = () => readChunks(path, isGzipped);
  const { encoding } = await detectEncoding(openBytes);
  const keys = new Set<string>();
  let waiting: Record<string, unknown>[] | null = [];
  let number = 1;
  for await (const line of splitLines(decodeChunks(openBytes(), encoding))) {
    const parsed = parseLine(line);
    const object: Record<string, unknown> = 'object' in parsed ? parsed.object : {};
    if (waiting === null) {
      number += 1;
      yield [rowOf(number, keys, object)];
      continue;
    }
    for (const key of Object.keys(object)) keys.add(key);
    waiting.push(object);
    if (waiting.length < keyedObjects) continue;
    yield head(keys, waiting);
    number += waiting.length;
    waiting = null;
  }
  if (waiting !== null && waiting.length > 0) yield head(keys, waiting);
}

function head(keys: ReadonlySet<string>, objects: readonly Record<string, unknown>[]): SheetRow[] {
  return [{ number: 1, cells: [...keys] }, ...objects.map((object, index) => rowOf(index + 2, keys, object))];
}

function rowOf(number: number, keys: ReadonlySet<string>, object: Record<string, unknown>): SheetRow {
  return { number, cells: [...keys].map((key) => cellOf(object[key])) };
}

function cellOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(cellOf).join('、');
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value).trim();
}
