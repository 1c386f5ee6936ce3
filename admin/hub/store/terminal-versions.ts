// Which release each terminal said it shows, and from when to when: a row begins whenever the version changes.
import type { StoredReport } from '../http/hub-services.ts';
import type { Database } from './tables.ts';

/** Notes what a report says. Call it in the transaction that stores the report. */
export async function noteVersion(
  db: Database,
  terminalId: string,
  { version, lastSyncAt }: Pick<StoredReport, 'version' | 'lastSyncAt'>,
  at: string,
): Promise<void> {
  const newest = await db
    .selectFrom('terminal_versions')
    .select(['reported_at', 'heard_at', 'version'])
    .where('terminal_id', '=', terminalId)
    .orderBy('reported_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest !== undefined && newest.version === version) {
    await db
      .updateTable('terminal_versions')
      .set({ heard_at: at > newest.heard_at ? at : newest.heard_at })
      .where('terminal_id', '=', terminalId)
      .where('reported_at', '=', newest.reported_at)
      .execute();
    return;
  }
  // Two versions within one millisecond, or a clock put back: the later report counts from a moment after.
  const reportedAt = newest !== undefined && at <= newest.heard_at ? momentAfter(newest.heard_at) : at;
  await db
    .insertInto('terminal_versions')
    .values({
      terminal_id: terminalId,
      reported_at: reportedAt,
      heard_at: reportedAt,
      version,
      installed_at: version === null ? null : lastSyncAt,
    })
    .execute();
}

const momentAfter = (instant: string) => new Date(Date.parse(instant) + 1).toISOString();
