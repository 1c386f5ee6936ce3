// Ed25519 by the browser, in the form the TUF client asks for.
import type { VerifySignature } from '#shared/release/crypto.ts';

/** False for a wrong signature and for anything that is no key or no signature at all. */
export const verifySignature: VerifySignature = async (publicKey, message, signature) => {
  try {
    const key = await crypto.subtle.importKey('raw', own(publicKey), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, own(signature), own(message));
  } catch {
    return false;
  }
};

/** WebCrypto takes no views of shared memory; nothing here is shared, which the type cannot say. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
