// `pack`: the release in force in one file for a stick, whole or what is new since a version.
import { resolve } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { makePack } from '../pack/make-pack.ts';
import { type Command, exit } from './command.ts';

export const packCommand: Command = {
  options: { since: { type: 'string' } },
  run: async ({ config, operands, options, terminal }) => {
    const { text } = terminal;
    const [given, ...others] = operands;
    const since = options.since === undefined ? null : Number(options.since);
    const isVersion = since === null || (Number.isSafeInteger(since) && since >= 1);
    if (given === undefined || others.length > 0 || !isVersion) {
      throw new AppError('wrong-usage', { reason: text.packUsage });
    }
    const file = resolve(given);
    const result = await makePack({ dataDir: config.dataDir, file, since, nowMs: Date.now() });
    const { version, files, bytes, expires } = result;
    terminal.answer({ file, ...result }, [
      text.packMade(file, version, files, bytes),
      text.packUntil(expires),
    ]);
    return exit.done;
  },
};
