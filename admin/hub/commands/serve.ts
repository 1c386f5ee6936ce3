// `serve`: runs the hub until it is told to stop; `npm start` is this command after a build.
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { AppError } from '#shared/errors/app-error.ts';
import { ensureFirstAccount, firstAccountName } from '../accounts/first-account.ts';
import { configOptions, type HubConfig } from '../config.ts';
import { createServices } from '../create-services.ts';
import { isDemoWelcome, loadDemo } from '../demo/load-demo.ts';
import { countPending } from '../editorial/overview.ts';
import { everyInterval } from '../fleet/repeat-work.ts';
import { createHub } from '../http/create-hub.ts';
import type { HubServices } from '../http/hub-services.ts';
import { type ListeningHub, listen } from '../http/listen.ts';
import { type DataFolder, openDataFolder } from '../open-data-folder.ts';
import { nodeEngine } from '../publish/node-engine.ts';
import { publishRelease } from '../publish/publish.ts';
import { publishFolders } from '../publish/publish-folders.ts';
import { prepareReleaseFolder } from '../publish/refresh-metadata.ts';
import { isHigherVersionOwed } from '../publish/skipped-versions.ts';
import { watchInbox } from '../transfers/inbox/watch-inbox.ts';
import { type Command, exit, type Terminal } from './command.ts';
import { publishedUrl } from './publish.ts';

const distDir = fileURLToPath(new URL('../../../dist', import.meta.url));

export const serveCommand: Command = {
  options: {
    port: configOptions.port,
    host: configOptions.host,
    empty: configOptions.empty,
    'public-url': configOptions['public-url'],
    inbox: configOptions.inbox,
  },
  run: async ({ config, operands, operator, terminal }) => {
    if (operands.length > 0) throw new AppError('wrong-usage', { reason: terminal.text.tooMany });
    const stopped = stopSignal();
    const folder = await openDataFolder(config);
    try {
      const port = config.port === 0 ? await freePort(config.host) : config.port;
      const publicUrl = config.publicUrl ?? `http://${localName(config.host)}:${port}`;
      await prepareFolder(folder, config, { publicUrl, who: operator }, terminal);
      const hub = await startListening(folder, { ...config, port }, publicUrl, terminal);
      process.stdout.write(`Mingchuang is ready: http://${localName(config.host)}:${hub.port}/\n`);
      await stopped;
      terminal.note(terminal.text.stopping);
      await hub.close();
      return exit.done;
    } finally {
      await folder.close();
    }
  },
};

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process the system's way. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

/** Account, keys, demonstration content and its first release: everything a first visitor needs. */
async function prepareFolder(
  folder: DataFolder,
  config: HubConfig,
  publisher: Publisher,
  terminal: Terminal,
): Promise<void> {
  const { text } = terminal;
  const password = await ensureFirstAccount(folder.desk, config.adminPassword);
  if (password !== null) terminal.note(text.adminPassword(firstAccountName, password));
  await prepareReleaseFolder(folder.dir, folder.source, Date.now());
  if (!config.isEmptyWanted && (await isDemoWelcome(folder.desk))) {
    terminal.note(text.loadingDemo);
    const records = await loadDemo(folder.desk);
    await publish(folder, publisher);
    terminal.note(text.demoLoaded(records));
    return;
  }
  await followPublicUrl(folder, publisher, terminal);
}

/**
 * A new address, or the higher version a restored folder owes, goes out by itself when nothing else would go with it;
 * otherwise staff are told.
 */
async function followPublicUrl(folder: DataFolder, publisher: Publisher, terminal: Terminal): Promise<void> {
  const { publicUrl } = publisher;
  const published = await publishedUrl(folder.paths.release);
  const isOwed = published !== null && (await isHigherVersionOwed(publishFolders(folder.dir)));
  if (published === null || (published === publicUrl && !isOwed)) return;
  const release = await folder.desk.db
    .selectFrom('releases')
    .select('published_at')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { added, changed, removed } = await countPending(folder.desk.db, release?.published_at ?? null);
  if (added + changed + removed === 0) await publish(folder, publisher);
  else if (isOwed) terminal.note(terminal.text.higherVersionOwed);
  else terminal.note(terminal.text.publicUrlDiffers(published, publicUrl));
}

/** In whose name the start publishes, and what its QR codes point at. */
interface Publisher {
  readonly publicUrl: string;
  readonly who: string;
}

async function publish({ dir, source }: DataFolder, publisher: Publisher): Promise<void> {
  await publishRelease(source, { ...publisher, dataDir: dir, note: '', now: Date.now, engine: nodeEngine });
}

async function startListening(
  folder: DataFolder,
  config: HubConfig,
  publicUrl: string,
  terminal: Terminal,
): Promise<ListeningHub> {
  const settings = {
    publicUrl,
    distDir,
    releaseDir: folder.paths.release,
    incomingDir: folder.paths.incoming,
    exportsDir: folder.paths.exports,
  };
  const log = (line: string, cause?: unknown): void => {
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : (cause ?? '');
    terminal.note(`${new Date().toISOString()} ${line} ${String(reason)}`.trim());
  };
  const hub = createHub(createServices(folder, settings, log));
  await hub.start();
  try {
    const listening = await listen(hub, config);
    const stopInbox = startInbox(folder, config.inboxDir, log);
    return { ...listening, close: () => stopInbox().then(() => listening.close()) };
  } catch (error) {
    await hub.close();
    throw addressError(error, `${config.host}:${config.port}`);
  }
}

function startInbox(folder: DataFolder, root: string | null, log: HubServices['log']): () => Promise<void> {
  if (root === null) return async () => {};
  return watchInbox({ desk: folder.desk, root, workDir: folder.paths.inboxWork }, everyInterval, log);
}

function addressError(error: unknown, address: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') return error;
  return new AppError('store.address-taken', { address }, { cause: error });
}

/** Asks the system for a port before anything is published, because QR codes carry it. */
async function freePort(host: string): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(addressError(error, host)));
    probe.listen(0, host, resolve);
  });
  const address = probe.address();
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Browsers treat `localhost` as a secure context, so loopback and wildcard addresses are shown by that name. */
function localName(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
