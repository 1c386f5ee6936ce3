// `publish`: freezes what is approved into the next release.
import { AppError } from '#shared/errors/app-error.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { loadRelease, whateverAge } from '../publish/load-release.ts';
import { nodeEngine } from '../publish/node-engine.ts';
import { publishRelease } from '../publish/publish.ts';
import { publishFolders } from '../publish/publish-folders.ts';
import { skipToVersion } from '../publish/skipped-versions.ts';
import { type Command, exit } from './command.ts';
import { readNextVersion } from './restore.ts';

/** Notes are read in lists. */
const longestNote = 500;
/** What QR codes point at when nobody ever said: the hub's own default address. */
const defaultPublicUrl = 'http://localhost:8080';

export const publishCommand: Command = {
  options: {
    note: { type: 'string' },
    'public-url': { type: 'string' },
    'next-version': { type: 'string' },
  },
  run: async (context) => {
    const { config, options, operands, operator, terminal } = context;
    if (operands.length > 0) throw new AppError('wrong-usage', { reason: terminal.text.tooMany });
    const nextVersion = readNextVersion(context);
    const folder = await openDataFolder(config);
    try {
      if (nextVersion !== null) await skipToVersion(publishFolders(folder.dir), nextVersion);
      const { isUnchanged, ...result } = await publishRelease(folder.source, {
        dataDir: folder.dir,
        publicUrl: config.publicUrl ?? (await publishedUrl(folder.paths.release)) ?? defaultPublicUrl,
        note: typeof options.note === 'string' ? options.note.slice(0, longestNote) : '',
        who: operator,
        now: Date.now,
        engine: nodeEngine,
      });
      const { text } = terminal;
      const { version, records, newBytes } = result;
      const line = isUnchanged ? text.unchanged(version) : text.published(version, records, newBytes);
      terminal.answer(result, [line]);
      return exit.done;
    } finally {
      await folder.close();
    }
  },
};

/** What the current release's QR codes point at, so that publishing from here does not change them. */
export async function publishedUrl(releaseDir: string): Promise<string | null> {
  try {
    return (await loadRelease(releaseDir, { nowMs: whateverAge })).manifest.publicUrl;
  } catch {
    return null;
  }
}
