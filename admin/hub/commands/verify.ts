// `verify`: checks a release folder or an update pack from its metadata down, as a terminal would.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { dataPaths } from '../config.ts';
import { verifyPack } from '../pack/verify-pack.ts';
import { verifyReleaseFolder } from '../publish/verify-release.ts';
import { type Command, exit } from './command.ts';

export const verifyCommand: Command = {
  options: {},
  run: async ({ config, operands, terminal }) => {
    const [given, ...others] = operands;
    if (others.length > 0) throw new AppError('wrong-usage', { reason: terminal.text.tooMany });
    const dir = given === undefined ? dataPaths(config.dataDir).release : resolve(given);
    const options = { nowMs: Date.now(), language: terminal.language };
    const isFile = await stat(dir).then(
      (found) => found.isFile(),
      () => false,
    );
    const check = await (isFile ? verifyPack(dir, options) : verifyReleaseFolder(dir, options));
    const { ok, version, files, problems } = check;
    const { text } = terminal;
    terminal.answer(check, [
      ok ? text.sound(version ?? 0, files) : text.unsound(problems.length),
      ...problems.map((problem) => `  ${problem.message}`),
    ]);
    return ok ? exit.done : exit.refused;
  },
};
