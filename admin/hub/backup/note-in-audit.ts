// Puts a backup or its restoring on record, where the store is one this program may write to.
import type { HubConfig } from '../config.ts';
import { dataPaths } from '../config.ts';
import { type AuditNote, recordAudit } from '../editorial/audit.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { migrations } from '../store/migrations/all.ts';
import { readSchemaVersion } from './store-copy.ts';

/** A store of an older program is left as it is: a backup before an upgrade must not be the upgrade. */
export async function noteInAudit(config: Pick<HubConfig, 'dataDir'>, note: AuditNote): Promise<void> {
  if (readSchemaVersion(dataPaths(config.dataDir).store) !== (migrations.at(-1)?.number ?? 0)) return;
  const folder = await openDataFolder(config);
  try {
    await recordAudit(folder.desk, note);
  } finally {
    await folder.close();
  }
}
