// Writes the open data of one release: all records as CSV, JSON and JSON Lines, and every register as CSV, in one walk.
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { EntryDetails, RegisterDetails } from '#shared/catalogue/register.ts';
import type { CatalogueReader } from '#shared/search/types.ts';
import type { OpenedRelease } from '../../http/hub-services.ts';
import { breathe } from '../../ingest/breathe.ts';
import { addressHeading, recordHeadings } from '../../phone/text-open-data.ts';
import { csvMark, csvRow } from './csv-row.ts';
import { GrowingFile } from './growing-file.ts';
import {
  addressOf,
  recordCells,
  recordObject,
  type SharingContext,
  sharingContext,
} from './shared-record.ts';

export interface SharedRegister {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly details: RegisterDetails;
}

/** Registers shared one by one; a hall has some dozens. */
const mostRegisters = 500;
const pageSize = 100;

/** The registers of a release that are on show now. */
export async function listRegisters(reader: CatalogueReader): Promise<SharedRegister[]> {
  const registers: SharedRegister[] = [];
  for (let offset = 0; offset < mostRegisters; offset += pageSize) {
    const query = {
      text: '',
      filters: { kind: ['register'] },
      sort: 'date',
      offset,
      limit: pageSize,
    } as const;
    const { hits } = await reader.search(query);
    for (const { record } of hits) {
      const { id, code, title, details } = record;
      if (details?.type === 'register') registers.push({ id, code, title, details });
    }
    if (hits.length < pageSize) break;
  }
  return registers;
}

export const registerFileName = ({ code }: Pick<SharedRegister, 'code'>): string => `register-${code}.csv`;

/** What an export follows from: the release, and since when the same records have been on show. */
export const exportKey = ({ manifest, reader }: OpenedRelease): string =>
  `${manifest.version}-${reader.shownSince}`;

/** Makes each export once, however many ask for it at once, and keeps the last two. */
export class ReleaseExports {
  readonly #dir: string;
  readonly #underWay = new Map<string, Promise<string>>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** The folder with the files of what is on show now. */
  folderOf(release: OpenedRelease): Promise<string> {
    const key = exportKey(release);
    const known = this.#underWay.get(key);
    if (known !== undefined) return known;
    const made = this.#make(key, release);
    this.#underWay.set(key, made);
    made.catch(() => this.#underWay.delete(key));
    return made;
  }

  async #make(key: string, release: OpenedRelease): Promise<string> {
    await mkdir(this.#dir, { recursive: true });
    const folder = join(this.#dir, key);
    const draft = `${folder}.part`;
    await this.#keepOnly([key, ...[...this.#underWay.keys()].slice(-2)]);
    await rm(draft, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
    await mkdir(draft);
    await exportRelease(release, draft);
    await rename(draft, folder);
    return folder;
  }

  async #keepOnly(keys: readonly string[]): Promise<void> {
    for (const name of await readdir(this.#dir)) {
      if (keys.includes(name.replace(/\.part$/, ''))) continue;
      this.#underWay.delete(name);
      await rm(join(this.#dir, name), { recursive: true, force: true });
    }
  }
}

interface Files {
  readonly csv: GrowingFile;
  readonly lines: GrowingFile;
  readonly json: GrowingFile;
  /** By the id of the register. */
  readonly registers: ReadonlyMap<string, { readonly register: SharedRegister; readonly file: GrowingFile }>;
}

async function exportRelease({ manifest, reader }: OpenedRelease, folder: string): Promise<void> {
  const context = sharingContext(manifest, manifest.publicUrl);
  const files = await openFiles(folder, await listRegisters(reader));
  try {
    const { version, publishedAt, venue } = manifest;
    const head = JSON.stringify({ version, publishedAt, publisher: venue.name }).slice(0, -1);
    await files.json.write(`${head},"records":[`);
    let count = 0;
    for await (const record of reader.records()) {
      await breathe();
      if (record.details?.type === 'entry') await writeEntry(record, record.details, files, context);
      else await writeRecord(record, count++ > 0, reader, files, context);
    }
    await files.json.write('\n]}\n');
  } finally {
    for (const file of allOf(files)) await file.close();
  }
}

async function openFiles(folder: string, registers: readonly SharedRegister[]): Promise<Files> {
  const create = (name: string) => GrowingFile.create(join(folder, name));
  const [csv, lines, json] = [
    await create('records.csv'),
    await create('records.jsonl'),
    await create('records.json'),
  ];
  await csv.write(csvMark + csvRow(recordHeadings));
  const byId = new Map<string, { readonly register: SharedRegister; readonly file: GrowingFile }>();
  for (const register of registers) {
    const file = await create(registerFileName(register));
    const headings = register.details.columns.map(({ title, unit }) =>
      unit === null ? title : `${title}（${unit}）`,
    );
    await file.write(csvMark + csvRow([...headings, addressHeading]));
    byId.set(register.id, { register, file });
  }
  return { csv, lines, json, registers: byId };
}

const allOf = ({ csv, lines, json, registers }: Files): GrowingFile[] => [
  ...[csv, lines, json],
  ...[...registers.values()].map(({ file }) => file),
];

async function writeRecord(
  record: CatalogueRecord,
  isLater: boolean,
  reader: CatalogueReader,
  files: Files,
  context: SharingContext,
): Promise<void> {
  await files.csv.write(csvRow(recordCells(record, context)));
  const line = JSON.stringify(recordObject(record, await bodyOf(record, reader), context));
  await files.lines.write(`${line}\n`);
  await files.json.write(`${isLater ? ',' : ''}\n${line}`);
}

async function bodyOf(record: CatalogueRecord, reader: CatalogueReader): Promise<string | null> {
  if (record.body === null) return null;
  const parts: string[] = [];
  for (let part = 0; part < record.body.parts; part++) parts.push(await reader.bodyPart(record.id, part));
  return parts.join('');
}

/** An entry whose register is not on show is not shared either. */
async function writeEntry(
  record: CatalogueRecord,
  { registerId, cells }: EntryDetails,
  { registers }: Files,
  { base }: SharingContext,
): Promise<void> {
  const own = registers.get(registerId);
  if (own === undefined) return;
  const texts = new Map(cells);
  const row = own.register.details.columns.map(({ key }) => texts.get(key) ?? '');
  await own.file.write(csvRow([...row, addressOf(record, base)]));
}
