// The manifest of a release once more, deflated, in a file beside the mirrors of its segments.
//
// Before a release is shown its whole manifest is held against a hash. From the store that is megabytes, which come by
// turns with whatever else the worker does; from here it is a tenth of that, in one read, and hashed beside everything else.
import { type MirrorFile, openMirrorForReading } from './mirror-files.ts';
import { sha256Hex } from './sha256.ts';

/** What a mirror of a manifest is to hold. */
export interface PackedManifest {
  /** The manifest by raw DEFLATE (RFC 1951). */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** The mirror's name among those of segments, by the SHA-256 of what it holds. */
export function manifestMirrorName(sha256: string): string {
  return `manifest-${sha256}`;
}

export async function packManifest(manifest: Uint8Array<ArrayBuffer>): Promise<PackedManifest> {
  const packed = new Blob([manifest]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  return { bytes, sha256: await sha256Hex(bytes) };
}

/** What a mirror holds, still deflated; null where there is none or it is not what was written. */
export async function readManifestMirror(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  let file: MirrorFile | undefined;
  try {
    file = await openMirrorForReading(manifestMirrorName(sha256));
    const bytes = new Uint8Array(file.getSize());
    file.read(bytes, { at: 0 });
    return (await sha256Hex(bytes)) === sha256 ? bytes : null;
  } catch {
    return null;
  } finally {
    file?.close();
  }
}
