// `backup`: one file with a copy of the data folder, also while a hub is running on it.
import { resolve } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { noteInAudit } from '../backup/note-in-audit.ts';
import { type Command, exit } from './command.ts';

export const backupCommand: Command = {
  options: { 'with-keys': { type: 'boolean' } },
  run: async ({ config, operands, options, operator, terminal }) => {
    const { text } = terminal;
    const [given, ...others] = operands;
    if (given === undefined || others.length > 0) {
      throw new AppError('wrong-usage', { reason: text.backupUsage });
    }
    const file = resolve(given);
    const withKeys = options['with-keys'] === true;
    const { dataDir } = config;
    const note = { who: operator, action: 'backup.make', subject: file, details: { withKeys } } as const;
    const onWritten = () => noteInAudit(dataDir, note);
    const result = await makeBackup({ dataDir, file, withKeys, nowMs: Date.now(), onWritten });
    const { bytes, files, keysLeftOut, damaged, hasKeys } = result;
    for (const path of damaged) terminal.note(text.backupDamaged(path));
    const lines = [text.backupMade(file, files, bytes)];
    if (hasKeys) lines.push(text.backupKeysIn);
    else if (keysLeftOut.length > 0) lines.push(text.backupKeysOut(keysLeftOut));
    terminal.answer({ file, ...result }, lines);
    return exit.done;
  },
};
