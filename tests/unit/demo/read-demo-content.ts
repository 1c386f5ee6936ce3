// Reads what the demonstration venue consists of, without a store: agencies, files to import, attachments.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Agency } from '#shared/catalogue/venue.ts';

/** A file that belongs to the record of this exact title. */
export interface DemoAttachment {
  readonly recordTitle: string;
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
}

export interface DemoContent {
  readonly agencies: readonly Omit<Agency, 'id'>[];
  /** Absolute paths in the order they are imported. */
  readonly importFiles: readonly string[];
  readonly attachments: readonly DemoAttachment[];
}

const home = fileURLToPath(new URL('../../../admin/hub/demo/', import.meta.url));
const content = `${home}content/`;

export async function readDemoContent(): Promise<DemoContent> {
  const names = (await readdir(content)).filter((name) => /^\d\d-.*\.(csv|jsonl)$/.test(name));
  const attachments = await readJson<Record<string, readonly string[]>>('attachments.json');
  return {
    agencies: await readJson<Omit<Agency, 'id'>[]>('agencies.json'),
    importFiles: names.sort().map((name) => content + name),
    attachments: Object.entries(attachments).flatMap(([recordTitle, paths]) =>
      paths.map((path) => ({ recordTitle, name: path.replace(/^files\//, ''), path: home + path })),
    ),
  };
}

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(content + name, 'utf8')) as T;
}
