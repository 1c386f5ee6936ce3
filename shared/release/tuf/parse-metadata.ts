// Strict, bounded parsing of TUF metadata: unknown bytes in, one of the four typed roles out, or a typed refusal.
import { AppError } from '../../errors/app-error.ts';
import {
  asArray,
  asEntries,
  asInteger,
  asMatch,
  asObject,
  asString,
  field,
  type JsonObject,
  parseJson,
  requireDistinct,
  ShapeError,
} from '../bounded-json.ts';
import { isSafePath, maxPathCharacters } from '../release-path.ts';
import {
  type KeyJson,
  type MetadataOf,
  type MetaFile,
  maxMetadataBytes,
  type Role,
  type RoleKeys,
  type RootMetadata,
  roles,
  type SignatureJson,
  type SignedFile,
  type SnapshotMetadata,
  type TargetInfo,
  type TargetsMetadata,
  type TimestampMetadata,
} from './metadata.ts';

const maxKeys = 100;
const maxSignatures = 100;
const maxTargets = 1_000_000;
const maxVersion = 2 ** 31 - 1;
const maxTargetBytes = 2 ** 40;
const expiresPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const sha256Pattern = /^[0-9a-f]{64}$/;
const publicKeyPattern = /^[0-9a-f]{64}$/;
const signaturePattern = /^[0-9a-f]{128}$/;

/** Parses a metadata file of the role expected. Throws `release.metadata-malformed`; signatures are not checked here. */
export function parseMetadata<R extends Role>(bytes: Uint8Array, role: R): SignedFile<R> {
  try {
    if (bytes.length > maxMetadataBytes[role]) throw new ShapeError('longer than allowed');
    const file = asObject(parseJson(bytes), 'file');
    const raw = asObject(field(file, 'signed'), 'signed');
    const found = asString(field(raw, '_type'), 20, '_type');
    if (found !== role) throw new ShapeError(`_type is ${found}`);
    return { signed: parsers[role](raw), raw, signatures: parseSignatures(field(file, 'signatures')) };
  } catch (thrown) {
    if (!(thrown instanceof ShapeError)) throw thrown;
    throw new AppError('release.metadata-malformed', { file: `${role}.json`, reason: thrown.message });
  }
}

const parsers: { readonly [R in Role]: (raw: JsonObject) => MetadataOf[R] } = {
  root: parseRoot,
  timestamp: parseTimestamp,
  snapshot: parseSnapshot,
  targets: parseTargets,
};

function parseSignatures(value: unknown): SignatureJson[] {
  const list = asArray(value, maxSignatures, 'signatures').map((item) => {
    const signature = asObject(item, 'signature');
    return {
      keyid: asMatch(field(signature, 'keyid'), sha256Pattern, 64, 'keyid'),
      sig: asMatch(field(signature, 'sig'), signaturePattern, 128, 'sig'),
    };
  });
  // One key must not be able to fill a threshold alone (§4.2.1).
  requireDistinct(
    list.map(({ keyid }) => keyid),
    'signatures',
  );
  return list;
}

function parseCommon(raw: JsonObject) {
  return {
    spec_version: asMatch(field(raw, 'spec_version'), /^1(\.\d{1,9}){1,2}$/, 30, 'spec_version'),
    version: asInteger(field(raw, 'version'), 1, maxVersion, 'version'),
    expires: asMatch(field(raw, 'expires'), expiresPattern, 20, 'expires'),
  };
}

function parseRoot(raw: JsonObject): RootMetadata {
  if (field(raw, 'consistent_snapshot') !== true) throw new ShapeError('consistent_snapshot is not true');
  const keys = asEntries(field(raw, 'keys'), maxKeys, 'keys').map(([id, key]): [string, KeyJson] => [
    asMatch(id, sha256Pattern, 64, 'keyid'),
    parseKey(key),
  ]);
  const roleTable = asObject(field(raw, 'roles'), 'roles');
  const parsed = roles.map((role): [Role, RoleKeys] => [role, parseRoleKeys(field(roleTable, role), role)]);
  return {
    _type: 'root',
    ...parseCommon(raw),
    consistent_snapshot: true,
    keys: Object.fromEntries(keys),
    roles: Object.fromEntries(parsed) as Record<Role, RoleKeys>,
  };
}

function parseKey(value: unknown): KeyJson {
  const key = asObject(value, 'key');
  if (field(key, 'keytype') !== 'ed25519' || field(key, 'scheme') !== 'ed25519') {
    throw new ShapeError('a key is not Ed25519');
  }
  const keyval = asObject(field(key, 'keyval'), 'keyval');
  const publicKey = asMatch(field(keyval, 'public'), publicKeyPattern, 64, 'public key');
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicKey } };
}

function parseRoleKeys(value: unknown, role: Role): RoleKeys {
  const entry = asObject(value, `role ${role}`);
  const keyids = asArray(field(entry, 'keyids'), maxKeys, 'keyids').map((id) =>
    asMatch(id, sha256Pattern, 64, 'keyid'),
  );
  requireDistinct(keyids, 'keyids');
  return { keyids, threshold: asInteger(field(entry, 'threshold'), 1, maxKeys, 'threshold') };
}

function parseTimestamp(raw: JsonObject): TimestampMetadata {
  const meta = asObject(field(raw, 'meta'), 'meta');
  const release = field(raw, 'release') ?? null;
  const signedAt = field(raw, 'signed_at') ?? null;
  return {
    _type: 'timestamp',
    ...parseCommon(raw),
    meta: { 'snapshot.json': parseMetaFile(field(meta, 'snapshot.json'), 'snapshot') },
    release: release === null ? null : asInteger(release, 1, maxVersion, 'release'),
    ...(signedAt === null ? {} : { signed_at: asMatch(signedAt, expiresPattern, 20, 'signed_at') }),
  };
}

function parseSnapshot(raw: JsonObject): SnapshotMetadata {
  const entries = asEntries(field(raw, 'meta'), 1000, 'meta').map(([name, value]): [string, MetaFile] => [
    asString(name, maxPathCharacters, 'name of a metadata file'),
    parseMetaFile(value, 'targets'),
  ]);
  const meta: Record<string, MetaFile> = Object.fromEntries(entries);
  const targets = parseMetaFile(field(meta, 'targets.json'), 'targets');
  return { _type: 'snapshot', ...parseCommon(raw), meta: { ...meta, 'targets.json': targets } };
}

/** The specification leaves length and hashes open; every release of ours states both, so both are required. */
function parseMetaFile(value: unknown, role: Role): MetaFile {
  const entry = asObject(value, `entry of ${role}.json`);
  return {
    version: asInteger(field(entry, 'version'), 1, maxVersion, 'version'),
    length: asInteger(field(entry, 'length'), 1, maxMetadataBytes[role], 'length'),
    hashes: parseHashes(field(entry, 'hashes')),
  };
}

function parseTargets(raw: JsonObject): TargetsMetadata {
  const targets = asEntries(field(raw, 'targets'), maxTargets, 'targets').map(
    ([path, value]): [string, TargetInfo] => {
      if (!isSafePath(path)) throw new ShapeError('a target path is not safe');
      const info = asObject(value, 'target');
      const length = asInteger(field(info, 'length'), 0, maxTargetBytes, 'length');
      return [path, { length, hashes: parseHashes(field(info, 'hashes')) }];
    },
  );
  return { _type: 'targets', ...parseCommon(raw), targets: Object.fromEntries(targets) };
}

function parseHashes(value: unknown): { readonly sha256: string } {
  const hashes = asObject(value, 'hashes');
  return { sha256: asMatch(field(hashes, 'sha256'), sha256Pattern, 64, 'sha256') };
}
