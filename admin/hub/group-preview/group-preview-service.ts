// What a terminal would show once a release group is out: built on a thread, opened like any release.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, fromPlainError } from '#shared/errors/app-error.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { PreloadingReader } from '#shared/search/open-catalogue.ts';
import { JobThread } from '../ingest/document/job-thread.ts';
import type { DataFolder } from '../open-data-folder.ts';
import { nodeEngine } from '../publish/node-engine.ts';
import { openBuilt } from '../publish/open-release.ts';
import { loadGroupItems, loadGroupRow } from '../workflow/group-list.ts';
import { type PreviewJob, removePreview } from './build-preview.ts';
import type { PreviewAnswer } from './preview-worker.ts';

/** A preview held open; `close` removes its files. */
export interface GroupPreview {
  readonly manifest: ReleaseManifest;
  readonly reader: PreloadingReader;
  close(): Promise<void>;
}

export interface GroupPreviewService {
  /** Changes whenever a preview built now would differ from one built then. Throws `not-found`. */
  keyOf(groupId: string): Promise<string>;
  /** Builds it anew: seconds where much waits. Throws `workflow.group-empty`, `workflow.preview-failed` or `release.…`. */
  open(groupId: string): Promise<GroupPreview>;
  /** Removes what an earlier run of the hub left. */
  sweep(): Promise<void>;
}

const bounds = { jobMs: 10 * 60_000, memoryMegabytes: 2048 };

export function createGroupPreviewService(folder: DataFolder, publicUrl: string): GroupPreviewService {
  const { desk, dir, paths } = folder;
  const thread = new JobThread<PreviewJob, PreviewAnswer>(
    new URL('./preview-worker.ts', import.meta.url),
    bounds,
  );
  const build = async (job: PreviewJob) => {
    const outcome = await thread.run(job);
    if (!('answer' in outcome)) throw new AppError('workflow.preview-failed', {}, { cause: outcome.cause });
    if ('built' in outcome.answer) return outcome.answer.built;
    throw fromPlainError(outcome.answer.error);
  };
  return {
    keyOf: (groupId) => keyOf(folder, groupId),
    sweep: () => removePreview(paths.groupPreviews),
    open: async (groupId) => {
      const group = await loadGroupRow(desk.db, groupId);
      const rows = await loadGroupItems(desk.db, [groupId]);
      if (rows.length === 0) throw new AppError('workflow.group-empty', { title: group.title });
      const items = rows.map(({ record_id, version }) => ({ recordId: record_id, version }));
      const place = join(paths.groupPreviews, desk.newId('gp'));
      await mkdir(place, { recursive: true });
      try {
        const built = await build({ dataDir: dir, folder: place, publicUrl, items });
        const opened = await openBuilt(join(place, 'release'), built, nodeEngine, desk.now);
        return { ...opened, close: () => opened.close().finally(() => removePreview(place)) };
      } catch (thrown) {
        await removePreview(place);
        throw thrown;
      }
    },
  };
}

/** Whatever changes what is published is on record, so the last entry tells whether anything did. */
async function keyOf({ desk }: DataFolder, groupId: string): Promise<string> {
  const { id } = await loadGroupRow(desk.db, groupId);
  const { last } = await desk.db
    .selectFrom('audit_entries')
    .select((entries) => entries.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return `${id} ${last}`;
}
