// The store as publishing sees it: what is approved, in full, and what it remembers of releases.
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency, updateAgency } from '#hub/editorial/agencies.ts';
import { createPublishSource } from '#hub/editorial/publish-source.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import type { RecordService } from '#hub/http/hub-services.ts';
import type { PublishSource } from '#hub/publish/publish-source.ts';
import { changesMediaType, parseChanges } from '#shared/changes/changes-file.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let records: RecordService;
let source: PublishSource;
let agencyId: string;
beforeEach(async () => {
  temp = await openTempDesk();
  records = createRecordService(temp.desk);
  source = createPublishSource(temp.desk);
  agencyId = (await createAgency(temp.desk, agencyInput('教育局'), clerk)).id;
});
afterEach(() => temp.close());

async function approvedRecord(title: string): Promise<string> {
  const { id } = await records.create(documentInput(agencyId, { title }), clerk);
  await records.approve([id], clerk);
  return id;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const approved = () => collect(source.approved());
const release = (version: number) => ({
  version,
  publishedAt: new Date(temp.desk.now()).toISOString(),
  note: '',
  who: '发布员',
  records: 1,
  bytes: 100,
  newBytes: 10,
});

async function markPublished(version: number): Promise<void> {
  async function* entries() {
    yield* await approved();
  }
  await source.markPublished(release(version), entries());
}

describe('approved', () => {
  it('when drafts and withdrawn records stand beside it › only what is approved is given, ordered by id', async () => {
    const one = await approvedRecord('一');
    const two = await approvedRecord('二');
    await records.create(documentInput(agencyId, { title: '草稿' }), clerk);
    const gone = await approvedRecord('撤');
    await records.withdraw([gone], clerk);
    expect((await approved()).map((entry) => entry.id)).toEqual([one, two].sort());
  });

  it('when a record is edited but not approved again › neither version nor hash changes', async () => {
    const id = await approvedRecord('一');
    const [before] = await approved();
    await records.update(id, documentInput(agencyId, { title: '改' }), 1, clerk);
    expect(await approved()).toEqual([before]);
    await records.approve([id], clerk);
    const [after] = await approved();
    expect(after?.version).toBe(2);
    expect(after?.contentHash).not.toBe(before?.contentHash);
  });

  it('when the agency is renamed › the hash changes with what the release shows', async () => {
    await approvedRecord('一');
    const [before] = await approved();
    await updateAgency(temp.desk, agencyId, agencyInput('教育体育局'), clerk);
    expect((await approved())[0]?.contentHash).not.toBe(before?.contentHash);
  });
});

describe('load', () => {
  it('when asked for records in some order › it gives the approved version of each in that order', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 60; number++) ids.push(await approvedRecord(`第${number}号`));
    await records.update(ids[0] ?? '', documentInput(agencyId, { title: '未审' }), 1, clerk);
    const wanted = [...ids].reverse();
    const loaded = await collect(source.load(['nothing', ...wanted]));
    expect(loaded.map(({ record }) => record.id)).toEqual(wanted);
    expect(loaded.at(-1)).toMatchObject({
      record: { title: '第0号', version: 1, agencyName: '教育局', body: { parts: 1, characters: 2 } },
      bodyParts: ['<p>正文</p>'],
      bodyText: '正文',
    });
  });

  it('when a record has no body › it has no parts', async () => {
    const { id } = await records.create(documentInput(agencyId, { bodyHtml: '' }), clerk);
    await records.approve([id], clerk);
    const [loaded] = await collect(source.load([id]));
    expect(loaded).toMatchObject({ record: { body: null }, bodyParts: [], bodyText: '' });
  });

  it('when an edit moved a record to another agency › the approved version keeps its own', async () => {
    const id = await approvedRecord('一');
    const other = await createAgency(temp.desk, agencyInput('体育局'), clerk);
    await records.update(id, documentInput(other.id, { title: '一' }), 1, clerk);
    const [loaded] = await collect(source.load([id]));
    expect(loaded?.record.agencyName).toBe('教育局');
  });
});

describe('touchedSince', () => {
  /** Marks what is approved as release `version` and gives that release's manifest, as far as the store looks at it. */
  async function publish(version: number): Promise<ReleaseManifest> {
    await markPublished(version);
    const { publishedAt } = release(version);
    const [agencies, entries] = [await source.agencies(), await approved()];
    temp.tick(1000);
    return { version, publishedAt, agencies, records: entries.length } as unknown as ReleaseManifest;
  }
  const touchedSince = async (manifest: ReleaseManifest) => {
    const touched = await source.touchedSince?.(manifest);
    return touched ? collect(touched) : touched;
  };

  it('when nothing happened since › there is nothing to look at', async () => {
    await approvedRecord('一');
    expect(await touchedSince(await publish(1))).toEqual([]);
  });

  it('when records were added, edited and withdrawn › just these are given as they are approved now', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 5; number++) ids.push(await approvedRecord(`第${number}号`));
    const manifest = await publish(1);
    const added = await approvedRecord('新');
    await records.update(ids[1] ?? '', documentInput(agencyId, { title: '改' }), 1, clerk);
    await records.approve([ids[1] ?? ''], clerk);
    await records.update(ids[2] ?? '', documentInput(agencyId, { title: '未审' }), 1, clerk);
    await records.withdraw([ids[3] ?? ''], clerk);
    await records.create(documentInput(agencyId, { title: '草稿' }), clerk);
    const now = new Map((await approved()).map((entry) => [entry.id, entry]));
    expect(await touchedSince(manifest)).toEqual([
      { id: ids[1], after: now.get(ids[1] ?? '') },
      { id: ids[3], after: null },
      { id: added, after: now.get(added) },
    ]);
  });

  it('when more was touched than one statement reads › all of it is given once, ordered by id', async () => {
    const manifest = await publish(1);
    const ids: string[] = [];
    for (let number = 0; number < 1100; number++) ids.push(await approvedRecord(`第${number}号`));
    expect((await touchedSince(manifest))?.map(({ id }) => id)).toEqual([...ids].sort());
  });

  it('when the store was told of another release last › it can not tell', async () => {
    await approvedRecord('一');
    const first = await publish(1);
    const second = await publish(2);
    expect(await touchedSince(first)).toBeNull();
    expect(await touchedSince({ ...second, publishedAt: first.publishedAt })).toBeNull();
    expect(await touchedSince({ ...second, records: 2 })).toBeNull();
    expect(await touchedSince(second)).toEqual([]);
  });

  it('when an agency was renamed since, also by a clock that was behind › it can not tell', async () => {
    await approvedRecord('一');
    const manifest = await publish(1);
    await createAgency(temp.desk, agencyInput('新局'), clerk);
    expect(await touchedSince(manifest)).toEqual([]);
    temp.tick(-100_000);
    await updateAgency(temp.desk, agencyId, agencyInput('教育体育局'), clerk);
    expect(await touchedSince(manifest)).toBeNull();
    temp.tick(200_000);
    await updateAgency(temp.desk, agencyId, agencyInput('教育局'), clerk);
    expect(await touchedSince(manifest)).toBeNull();
  });
});

describe('markPublished', () => {
  it('when told how a release differs from the last it knows › only these records are looked at', async () => {
    const [stays, goes] = [await approvedRecord('一'), await approvedRecord('二')];
    await markPublished(1);
    const { publishedAt } = release(1);
    temp.tick(1000);
    const added = await approvedRecord('三');
    async function* marks() {
      yield { id: goes, version: null };
      yield { id: added, version: 1 };
    }
    const unread = { [Symbol.asyncIterator]: () => expect.fail('walks all of the release') };
    await source.markPublished(release(2), unread, { since: { version: 1, publishedAt }, marks: marks() });
    const marked = await Promise.all([stays, goes, added].map((id) => records.detail(id)));
    expect(marked.map(({ publishedVersion }) => publishedVersion)).toEqual([1, null, 1]);
    expect((await records.overview()).release?.version).toBe(2);
  });

  it('when it does not know the release the changes are counted from › it goes through all of the new one', async () => {
    const [one, two] = [await approvedRecord('一'), await approvedRecord('二')];
    const entries = await approved();
    const since = { version: 7, publishedAt: release(7).publishedAt };
    async function* published() {
      yield* entries;
    }
    async function* marks() {}
    await source.markPublished(release(8), published(), { since, marks: marks() });
    const marked = await Promise.all([one, two].map((id) => records.detail(id)));
    expect(marked.map(({ publishedVersion }) => publishedVersion)).toEqual([1, 1]);
  });

  it('when a release is in force › the list and the overview know what is public', async () => {
    const id = await approvedRecord('一');
    await markPublished(1);
    expect(await records.detail(id)).toMatchObject({ publishedVersion: 1 });
    const overview = await records.overview();
    expect(overview).toMatchObject({
      counts: { published: 1 },
      release: { version: 1 },
      pending: { added: 0, changed: 0, removed: 0 },
    });
  });

  it('when the next release leaves a record out › it is public no longer', async () => {
    const [stays, goes] = [await approvedRecord('一'), await approvedRecord('二')];
    await markPublished(1);
    await records.withdraw([goes], clerk);
    expect((await records.overview()).pending).toEqual({ added: 0, changed: 0, removed: 1 });
    await markPublished(2);
    expect((await records.detail(goes)).publishedVersion).toBeNull();
    expect((await records.detail(stays)).publishedVersion).toBe(1);
  });

  it('when it is repeated for one release › nothing changes', async () => {
    await approvedRecord('一');
    await markPublished(1);
    const before = (await records.overview()).recent;
    await markPublished(1);
    expect((await records.overview()).recent).toEqual(before);
  });

  it('when an agency is renamed after the release › what is shown under it waits to be published', async () => {
    await approvedRecord('一');
    await markPublished(1);
    temp.tick(1000);
    await updateAgency(temp.desk, agencyId, agencyInput('教育体育局'), clerk);
    expect((await records.overview()).pending.changed).toBe(1);
  });
});

describe('changes', () => {
  const loadOne = async (id: string) => (await collect(source.load([id])))[0]?.record;
  const changesFor = async (id: string) => {
    const file = (await loadOne(id))?.attachments.find(({ mediaType }) => mediaType === changesMediaType);
    return file ? parseChanges(await readFile(source.attachmentPath(file.sha256), 'utf8')) : null;
  };
  const revise = async (id: string, version: number, title: string) => {
    await records.update(id, documentInput(agencyId, { title }), version, clerk);
    await records.approve([id], clerk);
  };

  it('when a public record is approved anew › what changed since the public version goes with it, also later', async () => {
    const id = await approvedRecord('关于供水价格的通知');
    expect(await changesFor(id)).toBe(null);
    await markPublished(1);
    expect(await changesFor(id)).toBe(null);
    await revise(id, 1, '关于供水和供气价格的通知');
    const changes = await changesFor(id);
    expect(changes).toMatchObject({ before: { version: 1 }, after: { version: 2 }, counts: { changed: 1 } });
    const before = await loadOne(id);
    await markPublished(2);
    expect(await loadOne(id)).toEqual(before);
    await markPublished(3);
    expect(await loadOne(id)).toEqual(before);
  });

  it('when a version was approved but never public › it is not compared with', async () => {
    const id = await approvedRecord('一号通知');
    await markPublished(1);
    await revise(id, 1, '二号通知');
    await revise(id, 2, '三号通知');
    expect(await changesFor(id)).toMatchObject({ before: { version: 1 }, after: { version: 3 } });
  });

  it('when a record was withdrawn in between › nothing of what stood there before is shown', async () => {
    const id = await approvedRecord('一号通知');
    await markPublished(1);
    await records.withdraw([id], clerk);
    await markPublished(2);
    await revise(id, 1, '二号通知');
    expect(await changesFor(id)).toBe(null);
    await markPublished(3);
    expect(await changesFor(id)).toBe(null);
  });
});
