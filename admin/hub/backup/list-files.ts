// Which files of a data folder a backup takes beside store and releases, and how large they are.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from '../publish/durable-files.ts';

export interface ListedFile {
  /** Relative to the data folder. */
  readonly path: string;
  readonly bytes: number;
}

const digestName = /^[0-9a-f]{64}$/;
const caseFileName = /^[0-9a-f]{64}(?:\.part)?$/;
const keyFileName = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,60}$/;

/** Attachments whose bytes are whole: what is still being written has another name. */
export async function listAttachments(dataDir: string): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for (const folder of await names(join(dataDir, 'attachments'))) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    files.push(...(await listIn(dataDir, `attachments/${folder}`, digestName)));
  }
  return files;
}

/** Encrypted files of cases, those still arriving among them. */
export function listCaseFiles(dataDir: string): Promise<ListedFile[]> {
  return listIn(dataDir, 'case-files', caseFileName);
}

export async function listKeyFiles(dataDir: string): Promise<ListedFile[]> {
  const found = await listIn(dataDir, 'keys', keyFileName);
  return found.filter(({ path }) => !path.endsWith('.tmp'));
}

async function listIn(dataDir: string, folder: string, pattern: RegExp): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for (const name of await names(join(dataDir, folder))) {
    if (!pattern.test(name)) continue;
    const path = `${folder}/${name}`;
    const found = await stat(join(dataDir, path)).catch(() => null);
    if (found?.isFile()) files.push({ path, bytes: found.size });
  }
  return files;
}

async function names(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(thrown) ?? '')) return [];
    throw thrown;
  }
}
