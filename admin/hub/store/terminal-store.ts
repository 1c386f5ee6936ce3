// The terminals that enrolled, as the store keeps them.
import type { Selectable } from 'kysely';
import type { StoredReport, StoredTerminal, TerminalStore } from '../http/hub-services.ts';
import type { Database, TerminalTable } from './tables.ts';
import { noteVersion } from './terminal-versions.ts';

export function createTerminalStore(db: Database): TerminalStore {
  const rows = () => db.selectFrom('terminals').selectAll();
  return {
    insert: async (terminal) => {
      const { id, name, tokenHash, userAgent, screen, enrolledAt, lastSeenAt, report } = terminal;
      await db
        .insertInto('terminals')
        .values({
          id,
          name,
          token_hash: tokenHash,
          user_agent: userAgent,
          screen,
          enrolled_at: enrolledAt,
          last_seen_at: lastSeenAt,
          ...reportColumns(report),
        })
        .execute();
    },
    find: async (id) => {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : terminalOf(row);
    },
    saveReport: async (id, report, at) => {
      await db.transaction().execute(async (inside) => {
        await inside
          .updateTable('terminals')
          .set({ ...reportColumns(report), ...nameColumn(report), last_seen_at: at })
          .where('id', '=', id)
          .execute();
        await noteVersion(inside, id, report, at);
      });
    },
    all: async () => (await rows().orderBy('enrolled_at').orderBy('id').execute()).map(terminalOf),
  };
}

/** Staff name a terminal where it stands; one that has no name of its own keeps the one it enrolled with. */
function nameColumn({ name }: StoredReport) {
  const given = name?.trim() ?? '';
  return given === '' ? {} : { name: given };
}

function reportColumns(report: StoredReport | null) {
  return {
    version: report?.version ?? null,
    content_as_of: report?.contentAsOf ?? null,
    last_sync_at: report?.lastSyncAt ?? null,
    problem_at: report?.problem?.at ?? null,
    problem_code: report?.problem?.code ?? null,
    damaged_blocks: report?.damagedBlocks ?? 0,
    used_bytes: report?.usedBytes ?? null,
    app_version: report?.appVersion ?? null,
  };
}

/** A terminal that never reported has no app version. */
function terminalOf(row: Selectable<TerminalTable>): StoredTerminal {
  const problem =
    row.problem_at === null || row.problem_code === null
      ? null
      : { at: row.problem_at, code: row.problem_code };
  const report: StoredReport | null =
    row.app_version === null
      ? null
      : {
          version: row.version,
          contentAsOf: row.content_as_of,
          lastSyncAt: row.last_sync_at,
          problem,
          damagedBlocks: row.damaged_blocks,
          usedBytes: row.used_bytes,
          appVersion: row.app_version,
        };
  return {
    id: row.id,
    name: row.name,
    tokenHash: row.token_hash,
    userAgent: row.user_agent,
    screen: row.screen,
    enrolledAt: row.enrolled_at,
    lastSeenAt: row.last_seen_at,
    report,
  };
}
