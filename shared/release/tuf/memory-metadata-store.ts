// Trusted metadata held in memory: for one-off checks of a folder, and for tests.
import type { Role } from './metadata.ts';
import type { TrustedMetadataStore } from './update-client.ts';

/** A store that begins with the given root and forgets everything with the process. */
export function memoryMetadataStore(root: Uint8Array): TrustedMetadataStore {
  const held = new Map<Role, Uint8Array>([['root', root]]);
  return {
    load: async (role) => held.get(role) ?? null,
    save: async (role, bytes) => {
      held.set(role, bytes);
    },
    remove: async (role) => {
      held.delete(role);
    },
  };
}
