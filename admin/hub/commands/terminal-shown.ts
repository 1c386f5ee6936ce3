// `terminal shown`: which release a terminal showed at a moment or on a day.
import { AppError } from '#shared/errors/app-error.ts';
import type { ShownStretch } from '#shared/protocol/history-api.ts';
import { chinaMinute } from '#shared/reports/report-table.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { shownAt } from '../reports/history/terminal-history.ts';
import { type Command, exit, type Terminal } from './command.ts';

export const terminalCommand: Command = {
  options: { at: { type: 'string' } },
  run: async ({ config, operands, options, terminal }) => {
    const [verb, id, ...rest] = operands;
    const { at } = options;
    const isMoment = typeof at === 'string' && !Number.isNaN(Date.parse(at));
    if (verb !== 'shown' || id === undefined || rest.length > 0 || !isMoment) {
      throw new AppError('wrong-usage', { reason: terminal.text.terminalUsage });
    }
    const folder = await openDataFolder(config);
    try {
      const answer = await shownAt(folder.desk.db, id, at);
      const lines = answer.shown.map((stretch) => describe(terminal, stretch));
      terminal.answer(answer, answer.isCertain ? lines : [...lines, terminal.text.shownUncertain]);
      return exit.done;
    } finally {
      await folder.close();
    }
  },
};

function describe({ text }: Terminal, { version, release, reportedAt, heardAt }: ShownStretch): string {
  const [from, to] = [chinaMinute(reportedAt), chinaMinute(heardAt)];
  if (version === null) return text.shownNothing(from, to);
  return text.shownRelease(version, release === null ? '' : chinaMinute(release.publishedAt), from, to);
}
