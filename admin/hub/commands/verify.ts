// `verify`: checks a release folder from its metadata down, as a terminal would.
import { resolve } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { dataPaths } from '../config.ts';
import { verifyReleaseFolder } from '../publish/verify-release.ts';
import { type Command, exit } from './command.ts';

export const verifyCommand: Command = {
  options: {},
  run: async ({ config, operands, terminal }) => {
    const [given, ...others] = operands;
    if (others.length > 0) throw new AppError('wrong-usage', { reason: terminal.text.tooMany });
    const dir = given === undefined ? dataPaths(config.dataDir).release : resolve(given);
    const { ok, version, files, problems } = await verifyReleaseFolder(dir, {
      nowMs: Date.now(),
      language: terminal.language,
    });
    const { text } = terminal;
    terminal.answer({ ok, version, files, problems }, [
      ok ? text.sound(version ?? 0, files) : text.unsound(problems.length),
      ...problems.map((problem) => `  ${problem.message}`),
    ]);
    return ok ? exit.done : exit.refused;
  },
};
