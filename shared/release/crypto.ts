// The cryptography a release needs, as functions handed in by each runtime.

/** SHA-256 of `bytes`: 32 bytes. WebCrypto answers with a promise, Node at once. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Whether `signature` (64 bytes) over `message` is by the Ed25519 key `publicKey` (32 bytes). Never throws. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** An Ed25519 key that can sign; the private half stays inside the function. */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}
