// SHA-256 by the browser, in the two forms the release code asks for.
import { toHex } from '#shared/release/hex.ts';

/** SHA-256 of these bytes: 32 bytes. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}

/** SHA-256 of these bytes as the signed metadata writes it: 64 lower-case hex digits. */
export async function sha256Hex(bytes: Uint8Array | ArrayBuffer): Promise<string> {
  return toHex(await sha256(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes));
}
