// What the preview of a release group shows, and that it changes nothing: neither the store nor what is public.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServices } from '#hub/create-services.ts';
import type { GroupPreview } from '#hub/group-preview/group-preview-service.ts';
import type { HubServices } from '#hub/http/hub-services.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { publishRelease } from '#hub/publish/publish.ts';
import { agencyInput, clerk, documentInput } from '#tests/support/temp-desk.ts';

let dir: string;
let folder: DataFolder;
let services: HubServices;
let agencyId: string;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-group-preview-'));
  folder = await openDataFolder({ dataDir: dir });
  const settings = {
    publicUrl: 'http://localhost:8080',
    distDir: join(dir, 'dist'),
    releaseDir: folder.paths.release,
    incomingDir: folder.paths.incoming,
    exportsDir: folder.paths.exports,
  };
  services = createServices(folder, settings, () => {});
  agencyId = (await services.venue.createAgency(agencyInput('司法局'), clerk)).id;
});
afterEach(async () => {
  await folder.close();
  rmSync(dir, { recursive: true, force: true });
});

const draft = async (title: string) =>
  (await services.records.create(documentInput(agencyId, { title }), clerk)).id;
const publish = () =>
  publishRelease(folder.source, {
    ...{ publicUrl: '', note: '', who: clerk.name, now: Date.now, engine: nodeEngine },
    dataDir: dir,
  });
const groupOf = (...items: readonly { recordId: string; version: number }[]) =>
  services.workflow.createGroup({ title: '周一一起发布', at: null, items: [...items] }, clerk);
const titlesIn = async ({ reader }: Pick<GroupPreview, 'reader'>) => {
  const query = { text: '', filters: {}, sort: 'relevance', offset: 0, limit: 50 } as const;
  return (await reader.search(query)).hits.map(({ record }) => record.title).sort();
};

/** One record public and changed since, one approved and not out yet, one draft. */
async function fill() {
  const changed = await draft('公开的旧标题');
  await services.records.approve([changed], clerk);
  await publish();
  const { content } = await services.records.detail(changed);
  await services.records.update(changed, { ...content, title: '改过的新标题' }, 1, clerk);
  const waiting = await draft('已批准待发布');
  await services.records.approve([waiting], clerk);
  return { changed, fresh: await draft('还是草稿') };
}

describe('the preview of a release group', () => {
  it('when it is built › it shows its versions and what is approved beside them, and nothing is public yet', async () => {
    const { changed, fresh } = await fill();
    const group = await groupOf({ recordId: changed, version: 2 }, { recordId: fresh, version: 1 });
    const before = await folder.desk.db.selectFrom('records').selectAll().orderBy('id').execute();
    const preview = await services.groupPreview.open(group);
    expect(await titlesIn(preview)).toEqual(['已批准待发布', '改过的新标题', '还是草稿'].sort());
    expect(preview.manifest).toMatchObject({ version: 2, records: 3, publicUrl: 'http://localhost:8080' });
    expect(await preview.reader.record(changed)).toMatchObject({ version: 2, title: '改过的新标题' });
    const current = await services.release.open();
    expect(await titlesIn(current as unknown as GroupPreview)).toEqual(['公开的旧标题']);
    await current.close();
    expect(await folder.desk.db.selectFrom('records').selectAll().orderBy('id').execute()).toEqual(before);
    await preview.close();
    expect(readdirSync(folder.paths.groupPreviews)).toEqual([]);
  });

  it('when nothing was ever published › it is built from nothing', async () => {
    const only = await draft('第一条');
    const preview = await services.groupPreview.open(await groupOf({ recordId: only, version: 1 }));
    expect(await titlesIn(preview)).toEqual(['第一条']);
    expect(await preview.reader.keypad('')).toMatchObject({ text: '' });
    await preview.close();
    expect(await services.release.currentVersion()).toBeNull();
  });

  it('when a publish comes while it is open › it goes on answering, and another key tells that it is old', async () => {
    const { fresh } = await fill();
    const group = await groupOf({ recordId: fresh, version: 1 });
    const key = await services.groupPreview.keyOf(group);
    expect(await services.groupPreview.keyOf(group)).toBe(key);
    const preview = await services.groupPreview.open(group);
    await services.records.approve([await draft('又一条')], clerk);
    await publish();
    await publish();
    expect(await titlesIn(preview)).toContain('还是草稿');
    expect(await services.groupPreview.keyOf(group)).not.toBe(key);
    await preview.close();
  });

  it('when the group is empty or unknown › it says so and leaves nothing behind', async () => {
    await expect(services.groupPreview.open(await groupOf())).rejects.toThrow('workflow.group-empty');
    await expect(services.groupPreview.open('nobody')).rejects.toThrow('not-found');
    expect(existsSync(folder.paths.groupPreviews)).toBe(false);
  });
});
