// The four kinds of TUF metadata as this project reads and writes them (TUF 1.0.x §4).

export const roles = ['root', 'timestamp', 'snapshot', 'targets'] as const;
export type Role = (typeof roles)[number];

/** Version of the specification written into metadata; any `1.x` is read. */
export const specVersion = '1.0.31';

/** Fields every role shares (§4.3). `expires` is `YYYY-MM-DDTHH:MM:SSZ`. */
interface SignedCommon {
  readonly spec_version: string;
  /** From 1; grows with every change. */
  readonly version: number;
  readonly expires: string;
}

/** An Ed25519 key (§4.2.2); `public` is 64 hex digits. */
export interface KeyJson {
  readonly keytype: 'ed25519';
  readonly scheme: 'ed25519';
  readonly keyval: { readonly public: string };
}

/** Which keys may sign for a role, and how many of them must. */
export interface RoleKeys {
  readonly keyids: readonly string[];
  readonly threshold: number;
}

/** §4.3: which keys are trusted for which role. */
export interface RootMetadata extends SignedCommon {
  readonly _type: 'root';
  readonly consistent_snapshot: true;
  readonly keys: Readonly<Record<string, KeyJson>>;
  readonly roles: Readonly<Record<Role, RoleKeys>>;
}

/** What one metadata file says about another (§4.4, §4.6). */
export interface MetaFile {
  readonly version: number;
  readonly length: number;
  readonly hashes: { readonly sha256: string };
}

/** §4.6: the freshest snapshot. */
export interface TimestampMetadata extends SignedCommon {
  readonly _type: 'timestamp';
  readonly meta: { readonly 'snapshot.json': MetaFile };
  /** Ours, beside the specification's fields: version of the release the snapshot belongs to, or null. */
  readonly release: number | null;
  /** Ours as well: when it was signed, as `expires` is written. Terminals whose clock is wrong learn the time by it. */
  readonly signed_at?: string;
}

/** §4.4: the versions of all targets metadata that belong together. */
export interface SnapshotMetadata extends SignedCommon {
  readonly _type: 'snapshot';
  readonly meta: { readonly 'targets.json': MetaFile } & Readonly<Record<string, MetaFile>>;
}

/** Length and digest of one target (§4.5). */
export interface TargetInfo {
  readonly length: number;
  readonly hashes: { readonly sha256: string };
}

/** §4.5: every file of a release. */
export interface TargetsMetadata extends SignedCommon {
  readonly _type: 'targets';
  readonly targets: Readonly<Record<string, TargetInfo>>;
}

export interface MetadataOf {
  readonly root: RootMetadata;
  readonly timestamp: TimestampMetadata;
  readonly snapshot: SnapshotMetadata;
  readonly targets: TargetsMetadata;
}

/** A signature and the id of the key it is by; `sig` is 128 hex digits. */
export interface SignatureJson {
  readonly keyid: string;
  readonly sig: string;
}

/** A metadata file: `raw` is `signed` exactly as received, unknown fields included, for that is what was signed. */
export interface SignedFile<R extends Role = Role> {
  readonly signed: MetadataOf[R];
  readonly raw: unknown;
  readonly signatures: readonly SignatureJson[];
}

/** Bytes a client downloads at most of each role where nothing signed says the length (§5.3.3, §5.4.1). */
export const maxMetadataBytes: Readonly<Record<Role, number>> = {
  root: 512_000,
  timestamp: 16_384,
  snapshot: 2_000_000,
  targets: 64_000_000,
};
