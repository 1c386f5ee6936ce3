// `status`: what is published, what waits, and how the terminals are.
import { AppError } from '#shared/errors/app-error.ts';
import { createDeadlineService } from '../deadlines/deadline-service.ts';
import { loadOverview } from '../editorial/overview.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { createTerminalStore } from '../store/terminal-store.ts';
import { type Command, exit } from './command.ts';

export const statusCommand: Command = {
  options: {},
  run: async ({ config, operands, terminal }) => {
    if (operands.length > 0) throw new AppError('wrong-usage', { reason: terminal.text.tooMany });
    const folder = await openDataFolder(config);
    try {
      const { counts, registers, release, pending } = await loadOverview(folder.desk.db);
      const deadlines = createDeadlineService(folder.desk);
      await deadlines.refresh();
      const { overdue, soon, stale } = await deadlines.summary({ agencyId: null });
      const terminals = (await createTerminalStore(folder.desk.db).all()).map((one) => ({
        id: one.id,
        name: one.name,
        version: one.report?.version ?? null,
        lastSeenAt: one.lastSeenAt,
        problem: one.report?.problem?.code ?? null,
      }));
      const status = {
        version: release?.version ?? null,
        publishedAt: release?.publishedAt ?? null,
        records: release?.records ?? 0,
        stored: counts.total,
        awaitingReview: counts.awaitingReview,
        withdrawn: counts.withdrawn,
        registers,
        pending,
        overdue,
        dueSoon: soon,
        stale,
        terminals,
      };
      const { text } = terminal;
      terminal.answer(status, [
        release === null
          ? text.noRelease
          : text.statusRelease(release.version, release.publishedAt, release.records),
        text.statusWaiting(counts.awaitingReview),
        text.statusDeadlines(overdue, stale),
        text.statusTerminals(terminals.length),
      ]);
      return exit.done;
    } finally {
      await folder.close();
    }
  },
};
