// A small library of made-up records and a store in memory for it, so that tests can publish real releases.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApprovedEntry, PublishSource } from '#hub/publish/publish-source.ts';
import type { AttachmentRef, CatalogueRecord, PublishableRecord } from '#shared/catalogue/record.ts';

const agency = {
  id: 'a1',
  name: '清溪区档案馆',
  shortName: null,
  address: '清溪区文苑路 8 号',
  phone: null,
  hours: null,
  leader: null,
  functions: null,
  order: 1,
};

/** The text of the long record has about this many characters. */
export const longBodyCharacters = 100_000;

export interface LibraryOptions {
  readonly records: number;
  /** Written into every title, so that a test can tell one edition from the next. */
  readonly edition: string;
  /** The first so many records are of this edition, the rest of edition 一; default all. */
  readonly changed?: number;
  /** More records, as they are. */
  readonly others?: readonly PublishableRecord[];
  /** Bytes of each of the two attachments. */
  readonly attachmentBytes?: number;
}

/** `r000` to `r<n-1>`, newest first; `r000` is long and `r001` and `r002` have an attachment each. */
export class SmallLibrary {
  readonly records: readonly PublishableRecord[];
  readonly attachments: ReadonlyMap<string, Buffer>;
  private readonly folder: string;

  /** @param folder where attachments are laid down for publishing */
  constructor(folder: string, options: LibraryOptions) {
    this.folder = folder;
    const files = [1, 2].map((number) => makeBytes(number, options.attachmentBytes ?? 90_000));
    this.attachments = new Map(files.map((bytes) => [sha256(bytes), bytes]));
    const made = Array.from({ length: options.records }, (_, number) => {
      const isChanged = number < (options.changed ?? options.records);
      const file = number === 1 || number === 2 ? files[number - 1] : undefined;
      return makeRecord(number, isChanged ? options.edition : '一', file);
    });
    this.records = [...made, ...(options.others ?? [])];
  }

  /** Lays the attachments down and gives the store publishing reads from. */
  async source(): Promise<PublishSource> {
    for (const [digest, bytes] of this.attachments) await writeFile(join(this.folder, digest), bytes);
    const { records, folder } = this;
    const byId = new Map(records.map((published) => [published.record.id, published]));
    return {
      venue: async () => ({
        name: '清溪区政务公开查阅点',
        region: '清溪区',
        address: null,
        phone: null,
        hours: null,
        supervisionPhone: null,
      }),
      agencies: async () => [agency],
      synonyms: async () => [{ word: '低保', also: ['最低生活保障'] }],
      tree: async () => [{ id: 'n1', parentId: null, title: '法定主动公开内容', basis: null, order: 1 }],
      approved: async function* (): AsyncGenerator<ApprovedEntry> {
        for (const id of [...byId.keys()].sort()) {
          const content = JSON.stringify(byId.get(id));
          yield { id, version: 1, contentHash: sha256(Buffer.from(content)) };
        }
      },
      load: async function* (ids: readonly string[]) {
        for (const id of ids) {
          const published = byId.get(id);
          if (published) yield published;
        }
      },
      attachmentPath: (digest) => join(folder, digest),
      markPublished: async (_release, published) => {
        for await (const _ of published);
      },
    };
  }
}

function idOf(number: number): string {
  return `r${String(number).padStart(3, '0')}`;
}

function makeRecord(number: number, edition: string, file: Buffer | undefined): PublishableRecord {
  const title = `清溪区关于第${number}号河道整治的通知（第${edition}版）`;
  const paragraph = `为保障沿岸居民用水，第${number}号河道自本月起分段整治，${edition}版说明如下。`;
  const length = number === 0 ? longBodyCharacters : 400;
  const paragraphs = Array.from(
    { length: Math.ceil(length / paragraph.length) },
    (_, index) => `${paragraph}第${index + 1}条。`,
  );
  const bodyParts = cutParts(paragraphs.map((text) => `<p>${text}</p>`));
  const bodyText = paragraphs.join('\n');
  const attachments: AttachmentRef[] = file
    ? [
        {
          sha256: sha256(file),
          name: `附件${number}.bin`,
          mediaType: 'application/octet-stream',
          bytes: file.length,
        },
      ]
    : [];
  const record: CatalogueRecord = {
    id: idOf(number),
    code: `Q${String(number).padStart(7, '0')}`,
    version: 1,
    kind: 'document',
    title,
    agencyId: agency.id,
    agencyName: agency.name,
    docNo: `清政发〔2026〕${number + 1}号`,
    indexNo: `QX-${number}`,
    date: new Date(Date.UTC(2026, 5, 30) - number * 86_400_000).toISOString().slice(0, 10),
    publishedOn: null,
    topic: '城乡建设、环境保护',
    genre: '通知',
    nodeId: 'n1',
    matterId: null,
    summary: paragraph,
    keywords: ['河道'],
    validity: 'in-force',
    expiresOn: null,
    details: null,
    attachments,
    body: { parts: bodyParts.length, characters: bodyText.length },
  };
  return { record, bodyParts, bodyText };
}

/** Joins paragraphs to parts of at most 20 KB. */
function cutParts(paragraphs: readonly string[]): string[] {
  const parts: string[] = [];
  let part = '';
  for (const paragraph of paragraphs) {
    if (Buffer.byteLength(part + paragraph) > 20_000) {
      parts.push(part);
      part = '';
    }
    part += paragraph;
  }
  return [...parts, part];
}

/** Bytes that do not compress and are the same in every run. */
function makeBytes(seed: number, length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let number = 0; number * 32 < length; number += 1) {
    blocks.push(createHash('sha256').update(`${seed}/${number}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
