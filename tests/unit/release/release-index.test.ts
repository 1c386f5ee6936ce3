// The private index: an immutable part a segment, and publishing by what the store says was touched.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { openRelease } from '#hub/publish/open-release.ts';
import type { ApprovedEntry, TouchedEntry } from '#hub/publish/publish-source.ts';
import { IndexDamaged, readSegmentIndex, SegmentIndex } from '#hub/publish/segment-index.ts';
import { SegmentIndexWriter } from '#hub/publish/segment-index-writer.ts';
import { verifyReleaseFolder } from '#hub/publish/verify-release.ts';
import { FakeHub, sha256Hex } from './fake-source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingchuang-index-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the index of a segment', () => {
  const ids = ['a', 'a1', '记录', '记录一', '\u{20000}', '\uffee'].sort();

  async function writeSample(): Promise<string> {
    const writer = new SegmentIndexWriter(ids.length);
    ids.forEach((id, row) => {
      const attachments = row % 2 === 0 ? [] : [sha256Hex(id), sha256Hex('shared')];
      writer.add({ id, version: row + 1, contentHash: sha256Hex(id), kind: 'notice', attachments });
    });
    const path = join(folder, 'one.mcsi');
    await writer.write(path, Uint32Array.from(ids.keys()).reverse(), folder);
    return path;
  }

  it('when written and read › it has every row, found by id, and its attachments', async () => {
    const index = await readSegmentIndex(await writeSample());
    expect(index.records).toBe(ids.length);
    ids.forEach((id, row) => {
      expect(index.find(id)).toBe(row);
      expect([index.idAt(row), index.versionAt(row), index.ordinalAt(row), index.kindAt(row)]).toEqual([
        id,
        row + 1,
        ids.length - 1 - row,
        'notice',
      ]);
      expect(index.hashAt(row)).toBe(sha256Hex(id).slice(0, 32));
      expect(index.attachments.has(row)).toBe(row % 2 === 1);
    });
    for (const absent of ['', 'b', '\u{20001}', '记']) expect(index.find(absent)).toBe(-1);
    expect(readdirSync(folder)).toEqual(['one.mcsi']);
  });

  it('when any byte is changed or missing › it is refused', async () => {
    const whole = readFileSync(await writeSample());
    for (let at = 0; at < whole.length; at += 1) {
      const spoilt = Buffer.from(whole);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x10;
      expect(() => new SegmentIndex(spoilt), `byte ${at}`).toThrow(IndexDamaged);
      expect(() => new SegmentIndex(whole.subarray(0, at)), `cut at ${at}`).toThrow(IndexDamaged);
    }
  });

  it('when there is none › it is refused in the same way', async () => {
    await expect(readSegmentIndex(join(folder, 'none.mcsi'))).rejects.toThrow(IndexDamaged);
  });
});

describe('publishing what was touched', () => {
  let hub: FakeHub;
  beforeEach(() => {
    hub = new FakeHub();
  });
  afterEach(() => hub.dispose());

  /** Has the store remember what each publish carried and offer the difference; counts how often it was asked. */
  function remember({ source }: FakeHub) {
    const told = { asked: 0, compared: 0 };
    let carried = new Map<string, string>();
    const approved = source.approved.bind(source);
    const hashes = async () => {
      const entries: ApprovedEntry[] = [];
      for await (const entry of approved()) entries.push(entry);
      return entries;
    };
    source.approved = async function* () {
      told.compared += 1;
      yield* approved();
    };
    const mark = source.markPublished.bind(source);
    source.markPublished = async (release, published) => {
      await mark(release, published);
      carried = new Map((await hashes()).map(({ id, contentHash }) => [id, contentHash]));
    };
    source.touchedSince = async () => {
      told.asked += 1;
      const now = new Map((await hashes()).map((entry) => [entry.id, entry]));
      const ids = [...new Set([...carried.keys(), ...now.keys()])].sort();
      const touched = ids.filter((id) => carried.get(id) !== now.get(id)?.contentHash);
      return (async function* (): AsyncGenerator<TouchedEntry> {
        for (const id of touched) yield { id, after: now.get(id) ?? null };
      })();
    };
    return told;
  }

  it('when rounds of edits follow each other › every record stands in the release once, as it is approved', async () => {
    hub.fill(200);
    const told = remember(hub);
    await hub.publish();
    const pdf = hub.source.attach('表.pdf', Buffer.from('%PDF'));
    for (let round = 1; round <= 12; round += 1) {
      for (let edit = 0; edit < 9; edit += 1) {
        const number = (round * 37 + edit * 11) % 260;
        if (edit === 8) hub.source.remove(`r${String(number).padStart(6, '0')}`);
        else hub.source.put(number, `第${round}轮`, edit === 0 ? [pdf] : []);
      }
      const { records, byKind } = await hub.publish();
      const kinds = [...hub.source.records.values()].map(({ record }) => record.kind);
      expect(records).toBe(kinds.length);
      expect(byKind.notice).toBe(kinds.filter((kind) => kind === 'notice').length);
    }
    expect(told).toEqual({ asked: 12, compared: 1 });
    const opened = await openRelease(hub.release, nodeEngine);
    for (const [id, { record }] of hub.source.records) expect(await opened.reader.record(id)).toEqual(record);
    expect(opened.reader.size).toBe(hub.source.records.size);
    await opened.close();
    expect(await verifyReleaseFolder(hub.release, { nowMs: hub.nowMs })).toMatchObject({ ok: true });
  });

  it('when nothing was touched › nothing is published', async () => {
    hub.fill(5);
    remember(hub);
    await hub.publish();
    expect(await hub.publish()).toMatchObject({ version: 1, isUnchanged: true });
  });

  it('when a touched record is as it was › it stays where it is', async () => {
    hub.fill(5);
    remember(hub);
    await hub.publish();
    const entries: ApprovedEntry[] = [];
    for await (const entry of hub.source.approved()) entries.push(entry);
    hub.source.touchedSince = async () =>
      (async function* () {
        yield { id: 'absent', after: null };
        for (const after of entries) yield { id: after.id, after };
      })();
    expect(await hub.publish()).toMatchObject({ isUnchanged: true });
  });

  it('when the index was lost › everything is built anew without asking what was touched', async () => {
    hub.fill(5);
    const told = remember(hub);
    await hub.publish();
    const index = join(hub.dataDir, 'release-index');
    for (const name of readdirSync(index)) if (name.endsWith('.mcsi')) rmSync(join(index, name));
    hub.source.put(1, '改');
    expect(await hub.publish()).toMatchObject({ version: 2, records: 5 });
    expect(told.asked).toBe(0);
  });

  it('when segments are merged away › their indexes go', async () => {
    const index = join(hub.dataDir, 'release-index');
    const parts = () => readdirSync(index).filter((name) => name.endsWith('.mcsi')).length;
    hub.fill(10);
    for (let round = 0; round < 15; round += 1) {
      hub.source.put(round % 10, `第${round}轮`);
      await hub.publish();
    }
    writeFileSync(join(index, '3-left-by-a-killed-publish.mcsi'), '');
    hub.source.put(1, '末');
    await hub.publish();
    const opened = await openRelease(hub.release, nodeEngine);
    expect(parts()).toBe(opened.manifest.segments.length);
    await opened.close();
  });
});
