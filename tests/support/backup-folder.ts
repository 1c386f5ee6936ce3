// A data folder with a bit of everything: records with attachments, releases, a sealed case, keys.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { submitCase } from '#hub/cases/intake/submit-case.ts';
import { openCaseDesk } from '#hub/cases/open-case-desk.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { createVenueService } from '#hub/editorial/venue-service.ts';
import { checkOnSave } from '#hub/lint/checked-records.ts';
import { createLintService } from '#hub/lint/lint-service.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { publishRelease } from '#hub/publish/publish.ts';
import { requestOf } from './temp-cases.ts';
import { agencyInput, clerk, documentInput } from './temp-desk.ts';

export interface BackupFolder {
  /** A folder of the test's own; the data folder is `data` in it. */
  readonly root: string;
  readonly dataDir: string;
  readonly folder: DataFolder;
  /** Approves a record with an attachment of its own. */
  approve(title: string): Promise<void>;
  /** Keeps a file no record has yet. */
  attach(content: Uint8Array): Promise<string>;
  publish(): Promise<number>;
  close(): Promise<void>;
}

/** With two records published and one case received. */
export async function openBackupFolder(): Promise<BackupFolder> {
  const root = mkdtempSync(join(tmpdir(), 'mingchuang-backup-'));
  const dataDir = join(root, 'data');
  const folder = await openDataFolder({ dataDir });
  const { desk } = folder;
  const lint = createLintService(desk, () => undefined);
  const records = checkOnSave(createRecordService(desk), lint);
  const { id: agencyId } = await createVenueService(desk).createAgency(agencyInput('档案局'), clerk);
  const attach = async (content: Uint8Array) => {
    const sha256 = await desk.attachments.put(content);
    const file = { sha256, media_type: 'text/plain', bytes: content.length, created_at: '2026-01-01' };
    await desk.db.insertInto('attachments').values(file).execute();
    return sha256;
  };
  const approve = async (title: string) => {
    const content = Buffer.from(title.repeat(200));
    const sha256 = await attach(content);
    const attachments = [{ sha256, name: `${title}.txt`, mediaType: 'text/plain', bytes: content.length }];
    const { id } = await records.create(documentInput(agencyId, { title, attachments }), clerk);
    const { done, skipped } = await records.approve([id], clerk);
    if (done !== 1) throw new Error(`“${title}” was not approved: ${JSON.stringify(skipped)}`);
  };
  const publish = async () => {
    const context = { publicUrl: 'http://localhost:8080', note: '', who: clerk.name, now: Date.now };
    return (await publishRelease(folder.source, { ...context, dataDir, engine: nodeEngine })).version;
  };
  await submitCase(openCaseDesk(folder), requestOf(1), 'online');
  for (const title of ['关于调整公交线路的通知', '关于夏季供水的公告']) await approve(title);
  await publish();
  return {
    ...{ root, dataDir, folder, approve, attach, publish },
    close: async () => {
      await lint.close();
      await folder.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
