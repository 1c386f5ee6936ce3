// Writing TUF metadata: key ids, signatures, and the bytes of a signed file.
import type { Sha256, Signer } from '../crypto.ts';
import { toHex } from '../hex.ts';
import { canonicalJson } from './canonical-json.ts';
import type { KeyJson, MetadataOf, Role, SignatureJson } from './metadata.ts';

/** The key as root metadata lists it. */
export function keyJson(publicKey: Uint8Array): KeyJson {
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: toHex(publicKey) } };
}

/** SHA-256 of the key's canonical form, in hex (TUF 1.0.x §4.2.1). */
export async function keyId(key: KeyJson, sha256: Sha256): Promise<string> {
  return toHex(await sha256(canonicalJson(key)));
}

/**
 * The bytes of a metadata file signed by every signer given. Not a blank stands outside the strings, so that no
 * byte of the file can change without breaking either the signature or the JSON.
 */
export async function signMetadata<R extends Role>(
  signed: MetadataOf[R],
  signers: readonly Signer[],
  sha256: Sha256,
): Promise<Uint8Array<ArrayBuffer>> {
  const message = canonicalJson(signed);
  const signatures: SignatureJson[] = [];
  for (const signer of signers) {
    const keyid = await keyId(keyJson(signer.publicKey), sha256);
    signatures.push({ keyid, sig: toHex(await signer.sign(message)) });
  }
  return new TextEncoder().encode(JSON.stringify({ signed, signatures }));
}

/** An instant as `expires` wants it: whole seconds, UTC. `ms` counts from 1970. */
export function expiresAt(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
