// A packed file held in memory, its members unpacked within bounds when asked for.
import { inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/errors/app-error.ts';
import type { OpenedArchive } from '#shared/workbook/opened-archive.ts';
import { damaged, readZipDirectory, type ZipMember } from '#shared/workbook/zip-directory.ts';
import { lintLimits } from './lint-limits.ts';

const localHeaderBytes = 30;

export class MemoryArchive implements OpenedArchive {
  readonly members: readonly ZipMember[];
  private readonly bytes: Uint8Array;
  private left: number = lintLimits.unpackedBytes;

  private constructor(bytes: Uint8Array, members: readonly ZipMember[]) {
    this.bytes = bytes;
    this.members = members;
  }

  /** Throws when the directory cannot be trusted. */
  static async open(bytes: Uint8Array): Promise<MemoryArchive> {
    const readAt = async (at: number, length: number) => bytes.subarray(at, at + length);
    return new MemoryArchive(bytes, await readZipDirectory(readAt, bytes.length));
  }

  find(name: string): ZipMember | null {
    const wanted = name.toLowerCase();
    return this.members.find((member) => nameOf(member) === wanted) ?? null;
  }

  /** Members whose path fits. */
  matching(pattern: RegExp): ZipMember[] {
    return this.members.filter((member) => !member.isFolder && pattern.test(nameOf(member)));
  }

  async *read(member: ZipMember): AsyncGenerator<Uint8Array> {
    yield this.unpack(member);
  }

  /** Throws `ingest.password-protected`, `.archive-bomb` or `.unreadable`. */
  unpack(member: ZipMember): Uint8Array {
    if (member.isEncrypted) throw new AppError('ingest.password-protected');
    if (member.unpackedBytes > this.left) throw new AppError('ingest.archive-bomb');
    const packed = this.packed(member);
    try {
      const bytes =
        member.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: member.unpackedBytes + 1 });
      this.left -= bytes.length;
      return bytes;
    } catch (error) {
      throw damaged(error);
    }
  }

  private packed(member: ZipMember): Uint8Array {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    if (
      member.offset + localHeaderBytes > this.bytes.length ||
      (member.method !== 0 && member.method !== 8)
    ) {
      throw damaged();
    }
    const at =
      member.offset +
      localHeaderBytes +
      view.getUint16(member.offset + 26, true) +
      view.getUint16(member.offset + 28, true);
    return this.bytes.subarray(at, at + member.packedBytes);
  }
}

const nameOf = (member: ZipMember) => member.name.replaceAll('\\', '/').toLowerCase();
