// Serves the published release below `/release/`: only the files a release is made of, as they lie on disk.
import { join } from 'node:path';
import type { Context } from 'hono';
import type { HubEnv } from '../hub-env.ts';
import { refuse } from '../problem.ts';
import { sendFile } from './send-file.ts';

/** `1.root.json`, `7.targets.json`, `7.snapshot.json`: never change once written (consistent snapshots). */
const numberedMetadata = /^metadata\/[1-9]\d{0,9}\.(?:root|targets|snapshot)\.json$/;
/** Content-addressed files: the hash stands before the name, in up to three folders. */
const target =
  /^targets\/(?:[a-z0-9][a-z0-9._-]{0,80}\/){0,3}([0-9a-f]{64})\.[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/;
const timestamp = 'metadata/timestamp.json';

const immutable = 'public, max-age=31536000, immutable';

/** What may be asked for below the release folder, and how it is cached; null for anything else. */
export function releaseFileRule(
  path: string,
): { readonly cacheControl: string; readonly etag: string | null } | null {
  if (path === timestamp) return { cacheControl: 'no-cache', etag: null };
  if (numberedMetadata.test(path)) return { cacheControl: immutable, etag: null };
  const hash = path.includes('..') ? undefined : target.exec(path)?.[1];
  return hash === undefined ? null : { cacheControl: immutable, etag: `"${hash}"` };
}

/** The handler of `/release/*`. The raw path is matched: an encoded or unusual one is simply not a release file. */
export function releaseFiles(releaseDir: string): (c: Context<HubEnv>) => Promise<Response> {
  return async (c) => {
    const path = new URL(c.req.url).pathname.slice('/release/'.length);
    const rule = releaseFileRule(path);
    if (rule === null) refuse('not-found', { what: path.slice(0, 100) });
    return sendFile(c.req.raw, {
      path: join(releaseDir, path),
      what: path.slice(0, 100),
      etag: rule.etag,
      headers: {
        'cache-control': rule.cacheControl,
        'content-type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
      },
    });
  };
}
