// The checks TUF metadata must pass: signatures up to the threshold, freshness, length and digest.
import { AppError } from '../../errors/app-error.ts';
import type { Sha256, VerifySignature } from '../crypto.ts';
import { fromHex, toHex } from '../hex.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Role, RootMetadata, SignedFile } from './metadata.ts';

/**
 * Whether enough of the role's keys signed the file. Keys are counted by their public half, so one key listed
 * under two ids counts once. Throws `release.signature-invalid`.
 */
export async function verifyThreshold(
  root: RootMetadata,
  role: Role,
  file: SignedFile,
  verify: VerifySignature,
): Promise<void> {
  const { keyids, threshold } = root.roles[role];
  const message = canonicalJson(file.raw);
  const signers = new Set<string>();
  for (const { keyid, sig } of file.signatures) {
    if (!keyids.includes(keyid) || !Object.hasOwn(root.keys, keyid)) continue;
    const publicHex = root.keys[keyid]?.keyval.public ?? '';
    const publicKey = fromHex(publicHex, 32);
    const signature = fromHex(sig, 64);
    if (publicKey === null || signature === null) continue;
    if (await verify(publicKey, message, signature)) signers.add(publicHex);
  }
  if (signers.size < threshold) {
    throw new AppError('release.signature-invalid', { role, valid: signers.size, needed: threshold });
  }
}

/** Throws `release.metadata-expired` unless the file is valid past `startedAtMs`, the update's fixed clock. */
export function requireFresh(role: Role, expires: string, startedAtMs: number): void {
  // An unreadable date gives NaN, and NaN is not later than anything.
  if (!(Date.parse(expires) > startedAtMs)) throw new AppError('release.metadata-expired', { role, expires });
}

/** Throws `release.length-mismatch` or `release.hash-mismatch` unless the bytes are the ones that were signed for. */
export async function requireDigest(
  bytes: Uint8Array,
  expected: { readonly length: number; readonly hashes: { readonly sha256: string } },
  file: string,
  sha256: Sha256,
): Promise<void> {
  if (bytes.length !== expected.length) {
    throw new AppError('release.length-mismatch', { file, expected: expected.length, found: bytes.length });
  }
  if (toHex(await sha256(bytes)) !== expected.hashes.sha256) {
    throw new AppError('release.hash-mismatch', { file });
  }
}
