// Puts a backup or its restoring on record, where the store is one this program may write to.
import { dataPaths } from '../config.ts';
import { type AuditNote, recordAudit } from '../editorial/audit.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { migrations } from '../store/migrations/all.ts';
import { readSchemaVersion } from './store-copy.ts';

/** A store of an older program is left as it is: a backup before an upgrade must not be the upgrade. */
export async function noteInAudit(dataDir: string, note: AuditNote): Promise<void> {
  if (readSchemaVersion(dataPaths(dataDir).store) !== (migrations.at(-1)?.number ?? 0)) return;
  const folder = await openDataFolder({ dataDir });
  try {
    await recordAudit(folder.desk, note);
  } finally {
    await folder.close();
  }
}
