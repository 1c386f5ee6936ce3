// `restore`: a data folder out of a backup, whole or not at all.
import { resolve } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { noteInAudit } from '../backup/note-in-audit.ts';
import { type RestoreResult, restoreBackup } from '../backup/restore-backup.ts';
import { type Command, type CommandContext, exit } from './command.ts';

const highestVersion = 2 ** 31 - 1;

export const restoreCommand: Command = {
  options: {
    keys: { type: 'string' },
    'without-keys': { type: 'boolean' },
    'next-version': { type: 'string' },
  },
  run: async (context) => {
    const { config, operands, options, operator, terminal } = context;
    const { text } = terminal;
    const [given, ...others] = operands;
    if (given === undefined || others.length > 0) {
      throw new AppError('wrong-usage', { reason: text.restoreUsage });
    }
    const file = resolve(given);
    const keys = {
      folder: typeof options.keys === 'string' ? resolve(options.keys) : null,
      isWithout: options['without-keys'] === true,
    };
    const { dataDir } = config;
    const nextVersion = readNextVersion(context);
    const onUnpacked = (folder: string, details: RestoreResult) =>
      noteInAudit(folder, {
        who: operator,
        action: 'backup.restore',
        subject: file,
        details: { ...details },
      });
    const request = { file, dataDir, keys, nextVersion, nowMs: Date.now(), onUnpacked };
    const result = await restoreBackup(request);
    const { madeAt, files, keysMissing } = result;
    const lines = [text.restored(dataDir, files, madeAt), text.restoredNext(result.nextVersion)];
    if (keysMissing.length > 0) lines.push(text.restoredKeysMissing(keysMissing));
    lines.push(text.restoredErased);
    terminal.answer({ file, data: dataDir, ...result }, lines);
    return exit.done;
  },
};

/** The option `--next-version`, null where it is not given. Throws `wrong-usage`. */
export function readNextVersion({ options, terminal }: CommandContext): number | null {
  const given = options['next-version'];
  if (given === undefined) return null;
  const version = typeof given === 'string' && /^\d{1,10}$/.test(given) ? Number(given) : 0;
  if (version >= 1 && version <= highestVersion) return version;
  throw new AppError('wrong-usage', { reason: terminal.text.badVersion });
}
