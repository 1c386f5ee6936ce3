// The cryptography of a release on Node: SHA-256 and Ed25519 from node:crypto.
import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import type { Sha256, Signer, VerifySignature } from '#shared/release/crypto.ts';

/** SHA-256 in one go. */
export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer');

/** SHA-256 as 64 lower-case hex digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

// A raw Ed25519 key becomes DER by putting its fixed header in front (RFC 8410 §4, §7).
const publicHeader = Buffer.from('302a300506032b6570032100', 'hex');
const privateHeader = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Ed25519 (RFC 8032); false for anything malformed. */
export const verifyEd25519: VerifySignature = (publicKey, message, signature) => {
  try {
    const key = createPublicKey({
      key: Buffer.concat([publicHeader, publicKey]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
};

/** A signer from the 32-byte private seed. Throws when the seed has another length. */
export function signerFromSeed(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([privateHeader, seed]), format: 'der', type: 'pkcs8' });
  const publicDer = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(publicDer.subarray(publicHeader.length)),
    sign: (message) => sign(null, message, key),
  };
}
