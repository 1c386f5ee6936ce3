// Gathers the attachments of a new release: reused from the last one, or copied from the store.
import type { AttachmentRef, CatalogueRecord } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { AttachmentEntry } from '#shared/release/manifest.ts';
import { systemErrorCode } from './durable-files.ts';
import type { TargetWriter } from './target-writer.ts';

export class AttachmentCollector {
  readonly #entries = new Map<string, AttachmentEntry>();
  readonly #held: ReadonlyMap<string, AttachmentEntry>;
  readonly #pathInStore: (sha256: string) => string;
  readonly #targets: TargetWriter;

  /** `held` are those of the last release, whose files lie under `targets/` already. */
  constructor(
    held: readonly AttachmentEntry[],
    pathInStore: (sha256: string) => string,
    targets: TargetWriter,
  ) {
    this.#held = new Map(held.map((entry) => [entry.sha256, entry]));
    this.#pathInStore = pathInStore;
    this.#targets = targets;
  }

  /** Takes up all attachments of a record. Throws `release.attachment-missing` or `release.attachment-damaged`. */
  async addRecord(record: CatalogueRecord): Promise<void> {
    for (const attachment of record.attachments) {
      if (this.addHeld(attachment.sha256)) continue;
      const bytes = await this.#copy(record, attachment);
      const { sha256, mediaType } = attachment;
      const entry = { path: pathOf(sha256), sha256, bytes, mediaType: mediaType.slice(0, 200) };
      this.#entries.set(sha256, entry);
    }
  }

  /** Takes up an attachment that is there already; false when it isn't. */
  addHeld(sha256: string): boolean {
    if (this.#entries.has(sha256)) return true;
    const entry = this.#held.get(sha256);
    if (entry !== undefined) this.#entries.set(sha256, entry);
    return entry !== undefined;
  }

  /** Everything of these digests, ordered by digest. */
  entries(used: ReadonlySet<string>): AttachmentEntry[] {
    return [...used].sort().flatMap((sha256) => this.#entries.get(sha256) ?? []);
  }

  async #copy(record: CatalogueRecord, { sha256, name }: AttachmentRef): Promise<number> {
    const details = { name, id: record.id };
    try {
      const copied = await this.#targets.copy(pathOf(sha256), this.#pathInStore(sha256), sha256);
      if (copied.sha256 === sha256) return copied.bytes;
    } catch (thrown) {
      if (systemErrorCode(thrown) !== 'ENOENT') throw thrown;
      throw new AppError('release.attachment-missing', details, { cause: thrown });
    }
    throw new AppError('release.attachment-damaged', details);
  }
}

/** No name and no ending of people's files: a mirror then serves it as plain bytes and never as a page to run. */
function pathOf(sha256: string): string {
  return `attachments/${sha256}.bin`;
}
