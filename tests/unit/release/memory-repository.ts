// A TUF repository in memory that can be signed well or badly, and a terminal that updates from it.
import { randomBytes } from 'node:crypto';
import { sha256, sha256Hex, signerFromSeed, verifyEd25519 } from '#hub/publish/node-crypto.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Signer } from '#shared/release/crypto.ts';
import { metadataFilePath, targetFilePath, timestampFilePath } from '#shared/release/release-path.ts';
import { memoryMetadataStore } from '#shared/release/tuf/memory-metadata-store.ts';
import {
  type KeyJson,
  type MetadataOf,
  type Role,
  type RoleKeys,
  type RootMetadata,
  roles,
  specVersion,
} from '#shared/release/tuf/metadata.ts';
import { expiresAt, keyId, keyJson, signMetadata } from '#shared/release/tuf/sign-metadata.ts';
import {
  type Fetcher,
  fetchTarget,
  type TrustedMetadataStore,
  updateMetadata,
  type VerifiedRelease,
} from '#shared/release/tuf/update-client.ts';
import { dayMs, june } from './fake-source.ts';

export const newSigner = (): Signer => signerFromSeed(randomBytes(32));
const text = (value: string) => new TextEncoder().encode(value);
const metaOf = (version: number, bytes: Uint8Array) => ({
  version,
  length: bytes.length,
  hashes: { sha256: sha256Hex(bytes) },
});

/** Which keys a role has and how many must sign. */
export interface RoleSetup {
  signers: Signer[];
  threshold: number;
}

/** Overrides of what is signed: expiry and version of single roles. */
export interface PublishOverrides {
  readonly expires?: Partial<Record<Role, number>>;
  readonly versions?: Partial<Record<Role, number>>;
  /** What the snapshot says of targets and the timestamp of the snapshot, instead of the truth. */
  readonly targetsMeta?: { version: number; length: number; hashes: { sha256: string } };
  readonly snapshotMeta?: { version: number; length: number; hashes: { sha256: string } };
}

export class MemoryRepository {
  readonly files = new Map<string, Uint8Array>();
  readonly setup: Record<Role, RoleSetup>;
  /** Bytes each path was asked for at most, in order. */
  readonly asked: { path: string; maxBytes: number }[] = [];
  version = 0;
  rootVersion = 0;
  firstRoot: Uint8Array = new Uint8Array();

  constructor() {
    const one = () => ({ signers: [newSigner()], threshold: 1 });
    this.setup = { root: one(), timestamp: one(), snapshot: one(), targets: one() };
  }

  static async withTargets(contents: Readonly<Record<string, string>>): Promise<MemoryRepository> {
    const repository = new MemoryRepository();
    await repository.addRoot();
    await repository.publish(contents);
    return repository;
  }

  /** Signs the next root with the keys set up now and with `extraSigners` (those of the root before). */
  async addRoot(
    extraSigners: readonly Signer[] = [],
    options: { version?: number; expires?: number; signers?: readonly Signer[] } = {},
  ): Promise<Uint8Array> {
    this.rootVersion += 1;
    const keys: Record<string, KeyJson> = {};
    const roleKeys: Partial<Record<Role, RoleKeys>> = {};
    for (const role of roles) {
      const keyids: string[] = [];
      for (const signer of this.setup[role].signers) {
        const key = keyJson(signer.publicKey);
        const id = await keyId(key, sha256);
        keys[id] = key;
        keyids.push(id);
      }
      roleKeys[role] = { keyids, threshold: this.setup[role].threshold };
    }
    const signed: RootMetadata = {
      _type: 'root',
      spec_version: specVersion,
      version: options.version ?? this.rootVersion,
      expires: expiresAt(options.expires ?? june + 3650 * dayMs),
      consistent_snapshot: true,
      keys,
      roles: roleKeys as RootMetadata['roles'],
    };
    const signers = options.signers ?? this.setup.root.signers;
    const bytes = await signMetadata(signed, [...extraSigners, ...signers], sha256);
    this.files.set(metadataFilePath('root', this.rootVersion), bytes);
    if (this.rootVersion === 1) this.firstRoot = bytes;
    return bytes;
  }

  /** Publishes these targets as the next version. */
  async publish(contents: Readonly<Record<string, string>>, overrides: PublishOverrides = {}): Promise<void> {
    this.version += 1;
    const common = (role: Role) => ({
      spec_version: specVersion,
      version: overrides.versions?.[role] ?? this.version,
      expires: expiresAt(overrides.expires?.[role] ?? june + 30 * dayMs),
    });
    const sign = <R extends Role>(role: R, signed: MetadataOf[R]) =>
      signMetadata(signed, this.setup[role].signers, sha256);
    const targets = Object.entries(contents).map(([path, content]) => {
      const bytes = text(content);
      const hash = sha256Hex(bytes);
      this.files.set(targetFilePath(path, hash), bytes);
      return [path, { length: bytes.length, hashes: { sha256: hash } }] as const;
    });
    const t = await sign('targets', {
      _type: 'targets',
      ...common('targets'),
      targets: Object.fromEntries(targets),
    });
    const targetsVersion = common('targets').version;
    const targetsMeta = overrides.targetsMeta ?? metaOf(targetsVersion, t);
    const s = await sign('snapshot', {
      _type: 'snapshot',
      ...common('snapshot'),
      meta: { 'targets.json': targetsMeta },
    });
    const snapshotVersion = common('snapshot').version;
    const snapshotMeta = overrides.snapshotMeta ?? metaOf(snapshotVersion, s);
    const ts = await sign('timestamp', {
      _type: 'timestamp',
      ...common('timestamp'),
      meta: { 'snapshot.json': snapshotMeta },
      release: null,
    });
    this.files.set(metadataFilePath('targets', targetsVersion), t);
    this.files.set(metadataFilePath('snapshot', snapshotVersion), s);
    this.files.set(timestampFilePath, ts);
  }

  /** Changes the bytes of a file. */
  alter(path: string, change: (bytes: Uint8Array) => Uint8Array): void {
    this.files.set(path, change(this.get(path)));
  }

  get(path: string): Uint8Array {
    const found = this.files.get(path);
    if (found === undefined) throw new Error(`no ${path}`);
    return found;
  }

  targetPath(path: string, content: string): string {
    return targetFilePath(path, sha256Hex(text(content)));
  }

  fetcher: Fetcher = {
    fetch: async (path, maxBytes) => {
      this.asked.push({ path, maxBytes });
      const bytes = this.files.get(path);
      if (bytes === undefined) throw new AppError('release.file-missing', { file: path });
      if (bytes.length > maxBytes) throw new AppError('release.too-long', { file: path, limit: maxBytes });
      return bytes;
    },
  };
}

/** A terminal that trusts the repository's first root. */
export class Terminal {
  readonly store: TrustedMetadataStore;
  nowMs = june;
  readonly #repository: MemoryRepository;

  constructor(repository: MemoryRepository) {
    this.#repository = repository;
    this.store = memoryMetadataStore(repository.firstRoot);
  }

  update(fetcher: Fetcher = this.#repository.fetcher): Promise<VerifiedRelease> {
    const { store, nowMs } = this;
    return updateMetadata({ store, fetcher, sha256, verify: verifyEd25519, startedAtMs: nowMs });
  }

  async read(release: VerifiedRelease, path: string): Promise<string> {
    const bytes = await fetchTarget(release, path, { fetcher: this.#repository.fetcher, sha256 });
    return new TextDecoder().decode(bytes);
  }
}
