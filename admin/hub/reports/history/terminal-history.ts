// What a terminal showed at a moment or on a day: from the versions it reported, saying where that is not certain.
import { AppError } from '#shared/errors/app-error.ts';
import type { ShownStretch, TerminalShown } from '#shared/protocol/history-api.ts';
import { nextDay, startOfDay } from '#shared/reports/report-table.ts';
import { silentAfterMs } from '../../fleet/terminal-state.ts';
import type { Database } from '../../store/tables.ts';
import { isListKnown, loadRelease } from './release-content.ts';

/** `terminal` is its id or its name; `at` a day of China or an instant. Throws `not-found`, `report.no-release`. */
export async function shownAt(db: Database, terminal: string, at: string): Promise<TerminalShown> {
  const found = await findTerminal(db, terminal);
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(at);
  const from = isDay ? startOfDay(at) : new Date(at).toISOString();
  const before = isDay ? startOfDay(nextDay(at)) : from;
  const all = await loadStretches(db, found.id);
  const shown = all.filter(
    ({ reportedAt, nextReportedAt }) =>
      (isDay ? reportedAt < before : reportedAt <= from) &&
      (nextReportedAt === null || nextReportedAt > from),
  );
  if (shown.length === 0) throw new AppError('report.no-release', { what: found.name });
  return { terminal: found, from, before, shown, isCertain: isCovered(shown, from, before) };
}

/**
 * Whether the terminal was heard of all the time. Between the last word about one release and the first about the next
 * either may have been on the screen; where reports come as often as they should, that is told by both being listed.
 */
function isCovered(shown: readonly ShownStretch[], from: string, before: string): boolean {
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined || first.reportedAt > from) return false;
  const isBroken = shown.some(
    ({ heardAt }, at) =>
      at + 1 < shown.length && gapMs(heardAt, shown[at + 1]?.reportedAt ?? '') > silentAfterMs,
  );
  if (isBroken) return false;
  return last.nextReportedAt === null ? gapMs(last.heardAt, before) <= silentAfterMs : last.heardAt >= before;
}

const gapMs = (from: string, to: string) => Date.parse(to) - Date.parse(from);

async function findTerminal(db: Database, terminal: string): Promise<{ id: string; name: string }> {
  const found = await db
    .selectFrom('terminals')
    .select(['id', 'name'])
    .where((is) => is.or([is('id', '=', terminal), is('name', '=', terminal)]))
    .orderBy((is) => is('id', '=', terminal), 'desc')
    .orderBy('enrolled_at', 'desc')
    .executeTakeFirst();
  if (found === undefined) throw new AppError('not-found', { what: terminal });
  return found;
}

async function loadStretches(db: Database, terminalId: string): Promise<readonly ShownStretch[]> {
  const rows = await db
    .selectFrom('terminal_versions')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .orderBy('reported_at')
    .execute();
  const stretches: ShownStretch[] = [];
  for (const [at, row] of rows.entries()) {
    const { version, reported_at: reportedAt, heard_at: heardAt, installed_at: installedAt } = row;
    stretches.push({
      ...{ version, reportedAt, heardAt, installedAt },
      nextReportedAt: rows[at + 1]?.reported_at ?? null,
      release: version === null ? null : await loadRelease(db, version),
      isListKnown: version !== null && (await isListKnown(db, version)),
    });
  }
  return stretches;
}
