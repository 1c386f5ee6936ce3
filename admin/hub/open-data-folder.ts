// Opens a data folder for work: its store, attachments and the desk over them. Several processes may do so at once.
import { randomBytes } from 'node:crypto';
import { type DataPaths, dataPaths, type HubConfig } from './config.ts';
import type { Desk } from './editorial/desk.ts';
import { createIdSource } from './editorial/new-ids.ts';
import { createPublishSource } from './editorial/publish-source.ts';
import { installDefaultTree } from './editorial/tree.ts';
import { sanitiseHtml } from './ingest/sanitise-html.ts';
import type { PublishSource } from './publish/publish-source.ts';
import { openAttachmentFiles } from './store/attachment-files.ts';
import { openStore, type Store } from './store/open-store.ts';

export interface DataFolder {
  readonly dir: string;
  readonly paths: DataPaths;
  readonly store: Store;
  readonly desk: Desk;
  readonly source: PublishSource;
  close(): Promise<void>;
}

/** Opens or creates it; an empty store receives the default tree. Throws what `openStore` throws. */
export async function openDataFolder(config: Pick<HubConfig, 'dataDir'>): Promise<DataFolder> {
  const paths = dataPaths(config.dataDir);
  const store = openStore(paths.store);
  try {
    const desk: Desk = {
      db: store.db,
      attachments: openAttachmentFiles(paths.attachments),
      now: Date.now,
      randomBytes,
      newId: createIdSource(Date.now, randomBytes),
      sanitise: sanitiseHtml,
    };
    await installDefaultTree(store.db);
    const source = createPublishSource(desk);
    return { dir: config.dataDir, paths, store, desk, source, close: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}
