// Where publishing keeps its things inside a data folder.
import { join } from 'node:path';

/** Absolute or working-directory-relative paths, all below one data folder and so on one file system. */
export interface PublishFolders {
  readonly data: string;
  /** What terminals and mirrors get: `metadata/` and `targets/`. */
  readonly release: string;
  readonly metadata: string;
  readonly targets: string;
  /** Private: which record lies where, and the facts of each kept release. */
  readonly index: string;
  /** Private: files under way; emptied at every publish. */
  readonly staging: string;
  /** Private: the signing keys, mode 0700. */
  readonly keys: string;
  /** Held by the one process that publishes. */
  readonly lock: string;
}

export function publishFolders(data: string): PublishFolders {
  const release = join(data, 'release');
  return {
    data,
    release,
    metadata: join(release, 'metadata'),
    targets: join(release, 'targets'),
    index: join(data, 'release-index'),
    staging: join(data, 'release-staging'),
    keys: join(data, 'keys'),
    lock: join(data, 'publish.lock'),
  };
}
