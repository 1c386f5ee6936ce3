// What a backup file is made of: a tar file with a head, a note for people, the data folder, and the digests of it all.
//
//     backup.json   what this is, of when, with or without keys
//     README.txt    how to use it without this program
//     data/…        the data folder
//     SHA256SUMS    the digest of every file before it, as `sha256sum -c` reads it; its end is the end of the backup
import * as z from 'zod';

export const headName = 'backup.json';
export const noteName = 'README.txt';
export const sumsName = 'SHA256SUMS';
/** Folder of the data folder's files inside a backup. */
export const dataPrefix = 'data/';
/** A head names a handful of facts. */
export const longestHead = 64 * 1024;

const count = z.number().int().nonnegative();

export const backupHeadSchema = z.object({
  format: z.literal('mingchuang-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The last migration the store has seen. */
  schema: count,
  /** The release in force; null before the first. */
  release: z.object({ version: count.min(1), publishedAt: z.string() }).nullable(),
  /** Names of the secret files of the folder `keys` at that time. */
  keyFiles: z.array(z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,60}$/)).max(100),
  /** Whether they are in the backup. */
  hasKeys: z.boolean(),
});
export type BackupHead = z.infer<typeof backupHeadSchema>;

/** Where the data folder's files lie in a backup; whatever lies elsewhere is none of them. */
export const dataFolders = ['attachments', 'release', 'release-index', 'case-files', 'keys'] as const;
export const storeName = 'store.sqlite';

/** Files of the folder `keys` that are no secret: the public roots, and the ids of erased cases. */
export const erasedListName = 'cases.erased';
const openKeyFiles = /^(?:\d{1,10}\.root\.json|cases\.erased)$/;

export function isSecretKeyFile(name: string): boolean {
  return !openKeyFiles.test(name);
}

/** Only the hub's user may read these. */
export function isPrivate(dataPath: string): boolean {
  return dataPath === storeName || /^(?:keys|case-files)(?:\/|$)/.test(dataPath);
}

/** For whoever finds the file in twenty years. */
export function noteText({ madeAt, hasKeys, keyFiles }: BackupHead): string {
  const missing = hasKeys || keyFiles.length === 0 ? 'none' : keyFiles.join(', ');
  return `Mingchuang (明窗) backup of ${madeAt}

Restore: npm run -s hub -- restore FILE --data NEW_FOLDER [--keys KEYS_FOLDER]
By hand: unpack with tar, check with "sha256sum -c SHA256SUMS", put the keys kept apart into data/keys/, and use data/ as
the data folder; the next release must then have a higher version than any terminal shows (publish --next-version N).

data/store.sqlite    SQLite: records with every version, accounts, cases (sealed), audit trail
data/attachments/    files of records, named by their SHA-256
data/release/        published releases (The Update Framework 1.0)
data/release-index/  which record lies where in them
data/case-files/     files of cases, encrypted
data/keys/           public roots, ids of erased cases; secret keys only where the backup was made with them
Keys not in here: ${missing}

恢复：npm run -s hub -- restore 文件 --data 新文件夹 [--keys 密钥文件夹]
手工：用 tar 解开，用 sha256sum -c SHA256SUMS 核对，把单独保存的密钥放进 data/keys/，data/ 就是数据文件夹；
之后发布的版本号必须高于任何终端显示过的（publish --next-version 版本号）。
`;
}
