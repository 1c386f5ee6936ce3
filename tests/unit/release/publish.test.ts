// Publishing: what a release holds, what the next one writes, and what is left alone.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { currentVersion, openRelease } from '#hub/publish/open-release.ts';
import { previewPublish } from '#hub/publish/preview-publish.ts';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { FakeHub } from './fake-source.ts';

let hub: FakeHub;
beforeEach(() => {
  hub = new FakeHub();
});
afterEach(() => hub.dispose());

const verify = () => verifyReleaseFolder(hub.release, { nowMs: hub.nowMs });
const open = () => openRelease(hub.release, nodeEngine);
const query = { filters: {}, sort: 'relevance', offset: 0, limit: 10 } as const;

test('publish › when the store has records › it makes a release that verifies and can be searched', async () => {
  hub.fill(50);
  const outcome = await hub.publish({ note: '首次发布' });
  expect(outcome).toMatchObject({ version: 1, records: 50, isUnchanged: false });
  expect(outcome.byKind).toMatchObject({ notice: 17, document: 33 });
  expect(await verify()).toMatchObject({ ok: true, version: 1, files: outcome.files, problems: [] });
  const opened = await open();
  expect(opened.manifest).toMatchObject({ note: '首次发布', publicUrl: 'http://localhost:8080' });
  const found = await opened.reader.search({ ...query, text: '第7号公开事项' });
  expect(found.hits[0]?.record.id).toBe('r000007');
  await opened.close();
  expect(hub.source.marks[0]?.ids).toHaveLength(50);
});

test('publish › when the store is empty › it makes a valid release without segments', async () => {
  expect(await hub.publish()).toMatchObject({ version: 1, records: 0 });
  expect(await verify()).toMatchObject({ ok: true });
});

test('publish › when nothing changed › it writes nothing and says so', async () => {
  hub.fill(20);
  await hub.publish();
  const before = readFileSync(join(hub.release, 'metadata/timestamp.json'));
  const again = await hub.publish();
  expect(again).toMatchObject({ version: 1, newFiles: 0, newBytes: 0, isUnchanged: true });
  expect(readFileSync(join(hub.release, 'metadata/timestamp.json'))).toEqual(before);
  expect(hub.source.marks).toHaveLength(1);
});

test('publish › when one record of many was edited › it writes a small segment and the old text is gone', async () => {
  hub.fill(300);
  const first = await hub.publish();
  hub.source.put(7, '改过的第七条');
  const second = await hub.publish();
  expect(second).toMatchObject({ version: 2, records: 300 });
  expect(second.newBytes).toBeLessThan(first.bytes * 0.25);
  const opened = await open();
  expect(opened.manifest.segments.map(({ records }) => records)).toEqual([300, 1]);
  expect(opened.reader.size).toBe(300);
  expect((await opened.reader.record('r000007'))?.title).toContain('改过的第七条');
  expect((await opened.reader.search({ ...query, text: '改过的第七条' })).hits[0]?.record.id).toBe('r000007');
  await opened.close();
  expect(await verify()).toMatchObject({ ok: true, version: 2 });
});

test('publish › when a record was withdrawn › the next release does not show it', async () => {
  hub.fill(10);
  await hub.publish();
  hub.source.remove('r000003');
  expect(await hub.publish()).toMatchObject({ version: 2, records: 9 });
  const opened = await open();
  expect(await opened.reader.record('r000003')).toBeNull();
  await opened.close();
});

test('publish › when content goes back to what it was › the version still goes up', async () => {
  hub.source.put(1, '原文');
  await hub.publish();
  hub.source.put(1, '改文');
  await hub.publish();
  hub.source.put(1, '原文');
  expect(await hub.publish()).toMatchObject({ version: 3 });
});

test('publish › when many edits follow each other › segments stay few and every record stays found once', async () => {
  hub.fill(120);
  await hub.publish();
  for (let round = 0; round < 24; round += 1) {
    hub.source.put((round * 7) % 120, `第${round}次修改`);
    if (round % 5 === 0) hub.source.put(1000 + round, `新增${round}`);
    if (round % 6 === 0) hub.source.remove(`r${String(round + 60).padStart(6, '0')}`);
    await hub.publish();
  }
  const opened = await open();
  expect(opened.manifest.segments.length).toBeLessThanOrEqual(8);
  expect(opened.reader.size).toBe(hub.source.records.size);
  expect(opened.manifest.records).toBe(hub.source.records.size);
  for (const [id, { record }] of hub.source.records) expect(await opened.reader.record(id)).toEqual(record);
  await opened.close();
  expect(await verify()).toMatchObject({ ok: true, version: 25 });
  const kept = readdirSync(join(hub.release, 'metadata')).filter((name) => name.endsWith('.targets.json'));
  expect(kept).toHaveLength(10);
});

test('publish › when only the venue changed › it makes a release without a new segment', async () => {
  hub.fill(5);
  await hub.publish();
  hub.source.venueProfile = { ...hub.source.venueProfile, phone: '0800-1234' };
  expect(await hub.publish()).toMatchObject({ version: 2, newFiles: 4 });
  const opened = await open();
  expect(opened.manifest.venue.phone).toBe('0800-1234');
  expect(opened.manifest.segments).toHaveLength(1);
  await opened.close();
});

test('attachments › when records share and lose them › each lies there once and goes with the last kept release', async () => {
  const pdf = hub.source.attach('表格.pdf', Buffer.from('%PDF-1.7 表格'));
  hub.source.put(1, '甲', [pdf]);
  hub.source.put(2, '乙', [pdf]);
  await hub.publish();
  const path = join(hub.release, `targets/attachments/${pdf.sha256}.${pdf.sha256}.bin`);
  expect(statSync(path).size).toBe(pdf.bytes);
  hub.source.put(1, '甲');
  hub.source.put(2, '乙');
  for (let round = 0; round < 11; round += 1) {
    hub.source.put(3, `第${round}次`);
    await hub.publish();
  }
  expect(() => statSync(path)).toThrow();
  expect(await verify()).toMatchObject({ ok: true });
});

test('attachments › when a file is missing or damaged in the store › it refuses and names the record', async () => {
  const pdf = hub.source.attach('表格.pdf', Buffer.from('%PDF-1.7 表格'));
  hub.source.put(1, '甲', [pdf]);
  writeFileSync(hub.source.attachmentPath(pdf.sha256), 'other');
  await expect(hub.publish()).rejects.toMatchObject({
    code: 'release.attachment-damaged',
    details: { id: 'r000001', name: '表格.pdf' },
  });
  rmSync(hub.source.attachmentPath(pdf.sha256));
  await expect(hub.publish()).rejects.toMatchObject({ code: 'release.attachment-missing' });
  expect(await currentVersion(hub.release)).toBeNull();
});

test('publish › when the private index is damaged › it builds everything anew and goes on counting', async () => {
  hub.fill(30);
  await hub.publish();
  const folder = join(hub.dataDir, 'release-index');
  const index = join(folder, readdirSync(folder).find((name) => name.endsWith('.mcsi')) ?? '');
  const bytes = readFileSync(index);
  bytes.write('x', bytes.indexOf('r000004'));
  writeFileSync(index, bytes);
  expect(await hub.publish()).toMatchObject({ version: 2, records: 30 });
  expect(await verify()).toMatchObject({ ok: true });
});

test('publish › when a file of the release was lost › the next publish mends it', async () => {
  hub.fill(30);
  await hub.publish();
  const segments = join(hub.release, 'targets/segments');
  rmSync(join(segments, readdirSync(segments)[0] ?? ''), { recursive: true });
  expect(await verify()).toMatchObject({ ok: false });
  expect(await hub.publish()).toMatchObject({ version: 2, records: 30 });
  expect(await verify()).toMatchObject({ ok: true, version: 2 });
});

test('publish › when a byte of a segment flipped on disk › the next publish mends it', async () => {
  hub.fill(30);
  await hub.publish();
  hub.source.put(1, '改');
  await hub.publish();
  const segments = join(hub.release, 'targets/segments');
  const folder = join(segments, readdirSync(segments).find((name) => name.startsWith('1-')) ?? '');
  const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.mcb')) ?? '');
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect((await verify()).problems.map(({ code }) => code)).toEqual(['release.hash-mismatch']);
  expect(await hub.publish()).toMatchObject({ version: 3, records: 30, isUnchanged: false });
  expect(await verify()).toMatchObject({ ok: true, version: 3 });
});

test('publish › when an older program wrote the segments in its own way › the next publish builds anew', async () => {
  hub.fill(30);
  await hub.publish();
  let opened = 0;
  const outdated: typeof nodeEngine = {
    ...nodeEngine,
    open: async (segments, ...others) => {
      if (opened++ === 0) throw new AppError('search.format-unknown', { segment: '1-x' });
      return nodeEngine.open(segments, ...others);
    },
  };
  expect(await hub.publish({ engine: outdated })).toMatchObject({
    version: 2,
    records: 30,
    isUnchanged: false,
  });
  expect(await verify()).toMatchObject({ ok: true, version: 2 });
  expect((await hub.publish()).isUnchanged).toBe(true);
});

test('publish › when metadata is damaged › the next publish signs higher versions and verifies', async () => {
  hub.fill(5);
  await hub.publish();
  const folder = join(hub.release, 'metadata');
  writeFileSync(join(folder, 'timestamp.json'), '{');
  writeFileSync(join(folder, '1.root.json'), '{');
  expect(await hub.publish()).toMatchObject({ version: 2 });
  expect(await verify()).toMatchObject({ ok: true, version: 2 });
});

test('publish › when the store lists records out of order › it refuses', async () => {
  hub.fill(3);
  const approved = hub.source.approved.bind(hub.source);
  hub.source.approved = async function* () {
    const entries = [];
    for await (const entry of approved()) entries.push(entry);
    yield* entries.reverse();
  };
  await expect(hub.publish()).rejects.toMatchObject({ code: 'release.source-disordered' });
});

test('publish › when a record is edited while it runs › the next publish takes it up again', async () => {
  hub.fill(3);
  const load = hub.source.load.bind(hub.source);
  hub.source.load = async function* (ids) {
    hub.source.put(2, '同时修改');
    yield* load(ids);
  };
  await hub.publish();
  hub.source.load = load;
  expect(await hub.publish()).toMatchObject({ version: 2, records: 3 });
  expect(await hub.publish()).toMatchObject({ isUnchanged: true });
});

test('publish › when a second one starts meanwhile › the second is refused and the first goes on', async () => {
  hub.fill(3);
  let refused: unknown = null;
  const approved = hub.source.approved.bind(hub.source);
  hub.source.approved = async function* () {
    hub.source.approved = approved;
    refused = await hub.publish().catch((thrown) => thrown);
    yield* approved();
  };
  expect(await hub.publish()).toMatchObject({ version: 1 });
  expect(refused).toMatchObject({ code: 'release.publish-in-progress' });
});

test('publish › when it is cancelled at any step › the release in force stays', async () => {
  hub.fill(5);
  await hub.publish();
  hub.source.put(9, '再加一条');
  for (const step of ['reading', 'building', 'signing', 'verifying', 'switching']) {
    const controller = new AbortController();
    const onProgress = (progress: { step: string }) => {
      if (progress.step === step) controller.abort(new Error('cancelled'));
    };
    if (step === 'switching') break;
    await expect(hub.publish({ signal: controller.signal, onProgress })).rejects.toThrow('cancelled');
    expect(await verify()).toMatchObject({ ok: true, version: 1 });
  }
  expect(await hub.publish()).toMatchObject({ version: 2 });
});

test('publish › when the store could not be told › the next publish tells it first', async () => {
  hub.fill(3);
  const mark = hub.source.markPublished.bind(hub.source);
  hub.source.markPublished = async () => {
    throw new Error('store gone');
  };
  await expect(hub.publish()).rejects.toThrow('store gone');
  expect(await currentVersion(hub.release)).toBe(1);
  hub.source.markPublished = mark;
  await hub.publish();
  expect(hub.source.marks.map(({ release }) => release.version)).toEqual([1]);
});

test('an open release › when ten more are published › it still answers', async () => {
  hub.fill(40);
  await hub.publish();
  const opened = await open();
  for (let round = 0; round < 12; round += 1) {
    for (let number = 0; number < 40; number += 1) hub.source.put(number, `第${round}轮`);
    await hub.publish();
  }
  expect((await opened.reader.record('r000005'))?.version).toBe(1);
  expect(await opened.reader.bodyPart('r000005', 0)).toContain('第5号公开事项');
  await opened.close();
});

test('openRelease › when nothing was published › it says so', async () => {
  await expect(open()).rejects.toMatchObject({ code: 'release.none' });
});

test('preview › when records were added, edited and withdrawn › it counts and names them', async () => {
  hub.fill(5);
  expect(await previewPublish(hub.source, hub.dataDir, nodeEngine)).toMatchObject({
    nextVersion: 1,
    added: 5,
  });
  await hub.publish();
  hub.source.put(1, '改');
  hub.source.remove('r000002');
  hub.source.put(7, '新');
  const preview = await previewPublish(hub.source, hub.dataDir, nodeEngine);
  expect(preview).toMatchObject({ nextVersion: 2, added: 1, changed: 1, removed: 1 });
  expect(preview.items.map(({ id, change }) => [id, change])).toEqual([
    ['r000001', 'changed'],
    ['r000002', 'removed'],
    ['r000007', 'added'],
  ]);
  expect(preview.items[1]?.title).toContain('第2号公开事项');
});

test('synonyms › when only they change › the preview says so and a new release carries them', async () => {
  hub.fill(3);
  await hub.publish();
  expect(await previewPublish(hub.source, hub.dataDir, nodeEngine)).toMatchObject({ settings: [] });
  expect((await hub.publish()).isUnchanged).toBe(true);
  hub.source.synonymRules = [{ word: '低保', also: ['最低生活保障'] }];
  const preview = await previewPublish(hub.source, hub.dataDir, nodeEngine);
  expect(preview).toMatchObject({ settings: ['synonyms'], added: 0, changed: 0, removed: 0 });
  expect(await hub.publish()).toMatchObject({ version: 2, isUnchanged: false });
  const opened = await open();
  expect(opened.manifest.synonyms).toEqual(hub.source.synonymRules);
  await opened.close();
});

test('a release › when it is opened › its engine is given the synonyms', async () => {
  hub.fill(1);
  hub.source.synonymRules = [{ word: '户口', also: ['户籍'] }];
  await hub.publish();
  const given: unknown[] = [];
  const listening: Pick<typeof nodeEngine, 'open'> = {
    open: (segments, blocks, manifest) => {
      given.push(manifest.synonyms);
      return nodeEngine.open(segments, blocks, manifest);
    },
  };
  await (await openRelease(hub.release, listening)).close();
  expect(given).toEqual([hub.source.synonymRules]);
});
