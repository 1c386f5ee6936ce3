// A store of approved records in memory, for tests of publishing.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { type PublishOutcome, publishRelease } from '#hub/publish/publish.ts';
import type { PublishContext } from '#hub/publish/publish-context.ts';
import type { ApprovedEntry, PublishedRelease, PublishSource } from '#hub/publish/publish-source.ts';
import type { AttachmentRef, PublishableRecord } from '#shared/catalogue/record.ts';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import type { SynonymRule } from '#shared/search/types.ts';

export const sha256Hex = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

export const dayMs = 86_400_000;
/** The tests' present: 2025-06-01. */
export const june = Date.UTC(2025, 5, 1, 8);

export class FakeSource implements PublishSource {
  readonly records = new Map<string, PublishableRecord>();
  readonly marks: { release: PublishedRelease; ids: string[] }[] = [];
  readonly folder: string;
  venueProfile: VenueProfile = {
    name: '青石区图书馆',
    region: '青石区',
    address: '文昌路 1 号',
    phone: null,
    hours: null,
    supervisionPhone: null,
  };

  constructor(folder: string) {
    this.folder = join(folder, 'attachments');
    mkdirSync(this.folder, { recursive: true });
  }

  /** Approves a record; a later call for the same number is a new version of it. */
  put(number: number, text: string, attachments: readonly AttachmentRef[] = []): string {
    const id = `r${String(number).padStart(6, '0')}`;
    const version = (this.records.get(id)?.record.version ?? 0) + 1;
    const bodyText = `${text}。`.repeat(20);
    this.records.set(id, {
      record: {
        id,
        code: codeOf(number),
        version,
        kind: number % 3 === 0 ? 'notice' : 'document',
        title: `关于${text}的通知（${number}）`,
        agencyId: 'a1',
        agencyName: '青石区政务公开办公室',
        docNo: null,
        indexNo: null,
        date: `2024-${String((number % 12) + 1).padStart(2, '0')}-05`,
        publishedOn: null,
        topic: null,
        genre: null,
        nodeId: null,
        matterId: null,
        summary: text,
        keywords: [],
        validity: 'in-force',
        expiresOn: null,
        details: null,
        attachments,
        body: { parts: 1, characters: bodyText.length },
      },
      bodyParts: [`<p>${bodyText}</p>`],
      bodyText,
    });
    return id;
  }

  remove(id: string): void {
    this.records.delete(id);
  }

  /** Stores a file and returns the reference a record may carry. */
  attach(name: string, content: Uint8Array): AttachmentRef {
    const sha256 = sha256Hex(content);
    writeFileSync(this.attachmentPath(sha256), content);
    return { sha256, name, mediaType: 'application/pdf', bytes: content.length };
  }

  venue = async () => this.venueProfile;
  agencies = async () => [
    {
      id: 'a1',
      name: '青石区政务公开办公室',
      shortName: null,
      address: null,
      phone: null,
      hours: null,
      leader: null,
      functions: null,
      order: 1,
    },
  ];
  tree = async () => [{ id: 't1', parentId: null, title: '法定主动公开内容', basis: null, order: 1 }];

  synonymRules: readonly SynonymRule[] = [];
  synonyms = async () => this.synonymRules;

  async *approved(): AsyncGenerator<ApprovedEntry> {
    const ids = [...this.records.keys()].sort();
    for (const id of ids) {
      const found = this.records.get(id);
      if (found === undefined) continue;
      const contentHash = sha256Hex(JSON.stringify(found));
      yield { id, version: found.record.version, contentHash };
    }
  }

  async *load(ids: readonly string[]): AsyncGenerator<PublishableRecord> {
    for (const id of ids) {
      const found = this.records.get(id);
      if (found !== undefined) yield found;
    }
  }

  /** Absent unless a test sets it: then everything is compared. */
  touchedSince?: NonNullable<PublishSource['touchedSince']>;

  attachmentPath(sha256: string): string {
    return join(this.folder, sha256);
  }

  async markPublished(
    release: PublishedRelease,
    published: AsyncIterable<{ readonly id: string }>,
  ): Promise<void> {
    const ids: string[] = [];
    for await (const { id } of published) ids.push(id);
    this.marks.push({ release, ids });
  }
}

/** A data folder of a test, its store, and a publish with everything filled in. */
export class FakeHub {
  readonly dataDir: string;
  readonly source: FakeSource;
  nowMs = june;

  /** Without a folder given a new one is made. */
  constructor(dataDir: string = mkdtempSync(join(tmpdir(), 'mingchuang-release-'))) {
    this.dataDir = dataDir;
    this.source = new FakeSource(this.dataDir);
  }

  get release(): string {
    return join(this.dataDir, 'release');
  }

  fill(records: number): this {
    for (let number = 0; number < records; number += 1) this.source.put(number, `第${number}号公开事项`);
    return this;
  }

  publish(options: Partial<PublishContext> = {}): Promise<PublishOutcome> {
    this.nowMs += 60_000;
    return publishRelease(this.source, {
      dataDir: this.dataDir,
      publicUrl: 'http://localhost:8080/',
      note: '',
      who: 'admin',
      now: () => this.nowMs,
      engine: nodeEngine,
      ...options,
    });
  }

  dispose(): void {
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function codeOf(number: number): string {
  return number.toString(16).toUpperCase().padStart(8, '0');
}
