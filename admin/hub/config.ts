// Options of every command: from the command line, else from `MINGCHUANG_…`, else the default.
import { join, resolve } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';

export interface HubConfig {
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** True: an empty store stays empty instead of receiving the demonstration venue. */
  readonly isEmptyWanted: boolean;
  /** What QR codes point at, without a trailing slash; empty for none, null until the port is known. */
  readonly publicUrl: string | null;
  /** Initial password of the account `admin`; null generates one. */
  readonly adminPassword: string | null;
  /** The watched folder agencies' files are put into; null for none. */
  readonly inboxDir: string | null;
}

/** Where things lie in a data folder. */
export interface DataPaths {
  readonly store: string;
  readonly attachments: string;
  /** The published releases: `metadata/` and `targets/`. */
  readonly release: string;
  /** Signing keys, readable by the owner only. */
  readonly keys: string;
  /** Uploads in flight. */
  readonly incoming: string;
  /** Copies of files of the watched folder while they are read. */
  readonly inboxWork: string;
  /** Encrypted files of applicants and of replies to them. */
  readonly caseFiles: string;
  /** What release groups would look like; may be thrown away when no hub runs. */
  readonly groupPreviews: string;
  /** Ids of erased cases, apart from the store. */
  readonly erasedCases: string;
  /** Open data made from the current release; may be thrown away at any time. */
  readonly exports: string;
}

/** Options as they stand on a command line: `true` for one without a value. */
export type GivenOptions = Readonly<Record<string, string | boolean | undefined>>;

/** Said instead of an address by halls whose terminals no phone can reach: their QR codes carry text. */
const noPublicUrl = 'none';
const defaultPort = 8080;
const defaultHost = '127.0.0.1';

/** Options that belong to every command or to `serve`, for `parseArgs` of node:util. */
export const configOptions = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  empty: { type: 'boolean' },
  'public-url': { type: 'string' },
  inbox: { type: 'string' },
  database: { type: 'string' },
} as const;

/**
 * Works out the configuration. Relative folders are taken from `cwd`.
 * Throws `wrong-usage` for values that make no sense and `store.postgres-later` for a foreign database.
 */
export function readConfig(
  given: GivenOptions,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): HubConfig {
  const text = (name: string): string | null => {
    const value = given[name] ?? env[`MINGCHUANG_${name.toUpperCase().replaceAll('-', '_')}`];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  refuseForeignDatabase(text('database'));
  const dataDir = resolve(cwd, text('data') ?? 'data');
  return {
    dataDir,
    port: readPort(text('port')),
    host: text('host') ?? defaultHost,
    isEmptyWanted: given.empty === true || isYes(env.MINGCHUANG_EMPTY),
    publicUrl: readPublicUrl(text('public-url')),
    adminPassword: env.MINGCHUANG_ADMIN_PASSWORD || null,
    inboxDir: readInbox(text('inbox'), dataDir, cwd),
  };
}

/** The places of a data folder. */
export function dataPaths(dataDir: string): DataPaths {
  return {
    store: join(dataDir, 'store.sqlite'),
    attachments: join(dataDir, 'attachments'),
    release: join(dataDir, 'release'),
    keys: join(dataDir, 'keys'),
    incoming: join(dataDir, 'incoming'),
    inboxWork: join(dataDir, 'inbox-work'),
    groupPreviews: join(dataDir, 'group-previews'),
    caseFiles: join(dataDir, 'case-files'),
    erasedCases: join(dataDir, 'keys', 'cases.erased'),
    exports: join(dataDir, 'exports'),
  };
}

/** Said instead of a folder where none is watched. */
const noInbox = 'none';

function readInbox(text: string | null, dataDir: string, cwd: string): string | null {
  if (text === noInbox) return null;
  return text === null ? join(dataDir, 'inbox') : resolve(cwd, text);
}

function readPort(text: string | null): number {
  if (text === null) return defaultPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new AppError('wrong-usage', { reason: `--port ${text}` });
}

function readPublicUrl(text: string | null): string | null {
  if (text === null) return null;
  if (text === noPublicUrl) return '';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') {
    return (url.origin + url.pathname).replace(/\/+$/, '');
  }
  throw new AppError('wrong-usage', { reason: `--public-url ${text}` });
}

function refuseForeignDatabase(url: string | null): void {
  if (url === null) return;
  if (/^postgres(ql)?:\/\//.test(url)) {
    throw new AppError('store.postgres-later', { url: url.replace(/\/\/[^@/]*@/, '//') });
  }
  throw new AppError('wrong-usage', { reason: `--database ${url.replace(/\/\/[^@/]*@/, '//')}` });
}

function isYes(value: string | undefined): boolean {
  return value !== undefined && /^(1|true|yes|on)$/i.test(value);
}
