// An archive in a blob: its members unpacked in a stream by the browser itself, within bounds.
import { AppError } from '#shared/errors/app-error.ts';
import type { OpenedArchive } from '#shared/workbook/opened-archive.ts';
import { damaged, readZipDirectory, type ZipMember } from '#shared/workbook/zip-directory.ts';

const localHeaderBytes = 30;
const localSignature = 0x04034b50;

async function bytesAt(blob: Blob, position: number, bytes: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(position, position + bytes).arrayBuffer());
}

export class BlobArchive implements OpenedArchive {
  readonly members: readonly ZipMember[];
  readonly #blob: Blob;
  readonly #byName: ReadonlyMap<string, ZipMember>;

  private constructor(blob: Blob, members: readonly ZipMember[]) {
    this.#blob = blob;
    this.members = members;
    this.#byName = new Map(
      members.map((member) => [member.name.replaceAll('\\', '/').toLowerCase(), member]),
    );
  }

  /** Throws `ingest.unreadable`, `.archive-too-many`, `.archive-bomb` when the directory cannot be trusted. */
  static async open(blob: Blob): Promise<BlobArchive> {
    const members = await readZipDirectory((at, bytes) => bytesAt(blob, at, bytes), blob.size);
    return new BlobArchive(blob, members);
  }

  find(name: string): ZipMember | null {
    return this.#byName.get(name.toLowerCase()) ?? null;
  }

  /** What the directory says is checked before, and what comes out while it comes: neither is trusted alone. */
  async *read(member: ZipMember, maxBytes: number): AsyncGenerator<Uint8Array> {
    if (member.isEncrypted) throw new AppError('ingest.password-protected');
    if (member.unpackedBytes > maxBytes) throw new AppError('ingest.archive-bomb');
    if (member.method !== 0 && member.method !== 8) throw damaged();
    const reader = (await this.#unpacked(member)).getReader();
    let total = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read().catch((cause) => Promise.reject(damaged(cause)));
        if (done) break;
        total += value.length;
        if (total > member.unpackedBytes) throw new AppError('ingest.archive-bomb');
        yield value;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
    if (total !== member.unpackedBytes) throw damaged();
  }

  async #unpacked(member: ZipMember): Promise<ReadableStream<Uint8Array>> {
    const header = await bytesAt(this.#blob, member.offset, localHeaderBytes);
    const view = new DataView(header.buffer);
    if (header.length < localHeaderBytes || view.getUint32(0, true) !== localSignature) throw damaged();
    const start = member.offset + localHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
    const packed = this.#blob.slice(start, start + member.packedBytes).stream();
    return member.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  }
}
