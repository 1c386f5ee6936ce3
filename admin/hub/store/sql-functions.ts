// What SQL statements of the store may call: the digest that chains the audit trail.
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** Makes `chain_digest` known on this connection; statements that add to the audit trail need it. */
export function defineSqlFunctions(database: DatabaseSync): void {
  database.function('chain_digest', { deterministic: true, varargs: true }, (...parts) =>
    chainDigest(parts.map(String)),
  );
}

/**
 * SHA-256 in hex over the digest before and the columns of an entry. Each part goes in with its length, so that no two
 * different entries give the same bytes.
 */
export function chainDigest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex');
}
