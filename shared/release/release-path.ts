// Paths of a release: which are safe, and where a target lies under consistent snapshots.

/** Folder of the signed metadata, relative to the release folder. */
export const metadataFolder = 'metadata';
/** Folder of the targets, relative to the release folder. */
export const targetsFolder = 'targets';
export const maxPathCharacters = 300;

const segmentPattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** Whether a target path is relative, stays inside its folder and needs no escaping in an address or file name. */
export function isSafePath(path: string): boolean {
  return path.length <= maxPathCharacters && path.split('/').every((part) => segmentPattern.test(part));
}

/** `a/b/name` → `targets/a/b/<hash>.name` (TUF 1.0.x §6.2.1: consistent snapshots prefix the file name). */
export function targetFilePath(path: string, sha256: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${targetsFolder}/${path.slice(0, cut)}${sha256}.${path.slice(cut)}`;
}

/** Where version `version` of a role's metadata lies; timestamp is the one file without a version. */
export function metadataFilePath(role: 'root' | 'targets' | 'snapshot', version: number): string {
  return `${metadataFolder}/${version}.${role}.json`;
}

export const timestampFilePath = `${metadataFolder}/timestamp.json`;
