// An opened .zip: its members by name, each unpacked in a stream that checks size and checksum.
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '#shared/errors/app-error.ts';
import { damaged, readZipDirectory, type ZipMember } from '#shared/workbook/zip-directory.ts';
import { readAt } from './read-chunks.ts';

const localHeaderBytes = 30;
const localSignature = 0x04034b50;
const readBytes = 128 * 1024;

export class ZipArchive {
  readonly members: readonly ZipMember[];
  private readonly handle: FileHandle;
  private readonly byName: ReadonlyMap<string, ZipMember>;

  private constructor(handle: FileHandle, members: readonly ZipMember[]) {
    this.handle = handle;
    this.members = members;
    this.byName = new Map(members.map((member) => [member.name.replaceAll('\\', '/').toLowerCase(), member]));
  }

  /** Opens a file; the caller closes it. Throws when the directory cannot be trusted. */
  static async open(path: string): Promise<ZipArchive> {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      return new ZipArchive(handle, await readZipDirectory((at, bytes) => readAt(handle, at, bytes), size));
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  /** A member by its path, whatever the case of its letters. */
  find(name: string): ZipMember | null {
    return this.byName.get(name.toLowerCase()) ?? null;
  }

  /** A member's bytes in order; stops with an error past `maxBytes`, past its stated size, or on a wrong checksum. */
  async *read(member: ZipMember, maxBytes: number): AsyncGenerator<Uint8Array> {
    if (member.isEncrypted) throw new AppError('ingest.password-protected');
    if (member.unpackedBytes > maxBytes) throw new AppError('ingest.archive-bomb');
    if (member.method !== 0 && member.method !== 8) throw damaged();
    let total = 0;
    let sum = 0;
    for await (const chunk of member.method === 8 ? this.inflate(member) : this.packed(member)) {
      total += chunk.length;
      if (total > member.unpackedBytes) throw new AppError('ingest.archive-bomb');
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (total !== member.unpackedBytes || sum >>> 0 !== member.crc) throw damaged();
  }

  /** A member whole, for parts that are small by nature. */
  async readWhole(member: ZipMember, maxBytes: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.read(member, maxBytes)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** A member as UTF-8 text; null when there is none of that name. */
  async readText(name: string, maxBytes: number): Promise<string | null> {
    const member = this.find(name);
    return member === null ? null : new TextDecoder().decode(await this.readWhole(member, maxBytes));
  }

  private async *packed(member: ZipMember): AsyncGenerator<Uint8Array> {
    const header = await readAt(this.handle, member.offset, localHeaderBytes);
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    if (header.length < localHeaderBytes || view.getUint32(0, true) !== localSignature) throw damaged();
    let at = member.offset + localHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
    for (let left = member.packedBytes; left > 0; ) {
      const chunk = await readAt(this.handle, at, Math.min(left, readBytes));
      if (chunk.length === 0) throw damaged();
      at += chunk.length;
      left -= chunk.length;
      yield chunk;
    }
  }

  private async *inflate(member: ZipMember): AsyncGenerator<Uint8Array> {
    const inflater = createInflateRaw({ chunkSize: readBytes });
    // The error, if any, comes out of the loop below; the callback only keeps it from being thrown twice.
    pipeline(Readable.from(this.packed(member)), inflater, () => undefined);
    try {
      for await (const chunk of inflater) yield chunk as Uint8Array;
    } catch (error) {
      throw error instanceof AppError ? error : damaged(error);
    } finally {
      inflater.destroy();
    }
  }
}
