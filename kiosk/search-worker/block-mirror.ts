// A copy of the blocks searches ask for most, in a file of the origin-private file system: a read from there is a call
// that returns, some hundredth of what a request to IndexedDB takes.
//
// It is a convenience and never the truth. Which blocks it has is known in memory only and the file begins empty with
// every worker; segments never change, so what was copied serves every generation that has the segment. Where the
// file cannot be had (another tab has it, the browser refuses, no room) there is simply nothing in the mirror.

/** Bytes the mirror takes at most unless told. */
export const mirrorBytes = 64 * 1024 * 1024;

/** The part of a FileSystemSyncAccessHandle a mirror needs. */
export interface MirrorFile {
  read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(bytes: number): void;
  close(): void;
}

/** Where the blocks of one section lie in the file; a length of 0 says that a block is not there. */
interface SectionTable {
  readonly segment: string;
  readonly offsets: Uint32Array;
  readonly lengths: Uint16Array;
}

export class BlockMirror {
  private readonly openFile: () => Promise<MirrorFile>;
  private readonly limitBytes: number;
  private readonly tables = new Map<string, SectionTable>();
  private file: MirrorFile | null = null;
  private opening: Promise<boolean> | null = null;
  private bytes = 0;

  /** Nothing is opened yet. */
  constructor(openFile: () => Promise<MirrorFile>, limitBytes: number = mirrorBytes) {
    this.openFile = openFile;
    this.limitBytes = limitBytes;
  }

  /** Resolves with false where there is no file to be had; never throws. */
  open(): Promise<boolean> {
    if (this.file) return Promise.resolve(true);
    this.opening ??= this.tryOpen().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private async tryOpen(): Promise<boolean> {
    try {
      this.file = await this.openFile();
      this.restart();
    } catch {
      this.close();
    }
    return this.file !== null;
  }

  /** One block, or null when it is not there. */
  read(segment: string, section: string, block: number): Uint8Array | null {
    const table = this.tables.get(`${segment}/${section}`);
    const length = table?.lengths[block] ?? 0;
    if (!this.file || !table || length === 0) return null;
    const bytes = new Uint8Array(length);
    try {
      if (this.file.read(bytes, { at: table.offsets[block] ?? 0 }) === length) return bytes;
    } catch {
      this.close();
    }
    return null;
  }

  has(segment: string, section: string, block: number): boolean {
    return (this.tables.get(`${segment}/${section}`)?.lengths[block] ?? 0) > 0;
  }

  /** Takes up a block of a section of `count` blocks; false when there is no room or no file. */
  add(segment: string, section: string, count: number, block: number, bytes: Uint8Array): boolean {
    if (!this.file || this.bytes + bytes.length > this.limitBytes || bytes.length > 0xffff) return false;
    try {
      if (this.file.write(bytes as Uint8Array<ArrayBuffer>, { at: this.bytes }) !== bytes.length)
        return false;
    } catch {
      this.close();
      return false;
    }
    const key = `${segment}/${section}`;
    const empty = { segment, offsets: new Uint32Array(count), lengths: new Uint16Array(count) };
    const table = this.tables.get(key) ?? empty;
    this.tables.set(key, table);
    table.offsets[block] = this.bytes;
    table.lengths[block] = bytes.length;
    this.bytes += bytes.length;
    return true;
  }

  /** Lets go of a block found damaged; false when it was not there, so that the damage lies elsewhere. */
  forget(segment: string, section: string, block: number): boolean {
    const table = this.tables.get(`${segment}/${section}`);
    if (!table || (table.lengths[block] ?? 0) === 0) return false;
    table.lengths[block] = 0;
    return true;
  }

  /** Only these segments are asked for any more. Room comes back all at once: the mirror then begins anew. */
  retain(segments: ReadonlySet<string>): void {
    const isStale = [...this.tables.values()].some(({ segment }) => !segments.has(segment));
    if (isStale) this.restart();
  }

  close(): void {
    try {
      this.file?.close();
    } catch {
      // It is gone either way.
    }
    this.file = null;
    this.tables.clear();
  }

  private restart(): void {
    this.tables.clear();
    this.bytes = 0;
    try {
      this.file?.truncate(0);
    } catch {
      this.close();
    }
  }
}
