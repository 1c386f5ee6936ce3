// The binary and JSON formats of a release: they come back as they went in, and nothing malformed is let through.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '#hub/publish/node-crypto.ts';
import { defaultDisplay } from '#shared/catalogue/venue-display.ts';
import {
  blockTableBytes,
  digestBlock,
  encodeBlockFile,
  isBlockWhole,
  maxBlockBytes,
  parseBlockFile,
  parseBlockTable,
} from '#shared/release/block-file.ts';
import { encodeDeletedList, parseDeletedList } from '#shared/release/deleted-list.ts';
import { listReleaseFiles } from '#shared/release/install-plan.ts';
import type { ReleaseManifest, SegmentEntry } from '#shared/release/manifest.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import { isSafePath, targetFilePath } from '#shared/release/release-path.ts';
import { locateBlock } from '#shared/release/segment-layout.ts';
import { codeOf } from './code-of.ts';

const blocksOf = (contents: readonly Uint8Array[]) =>
  Promise.all(contents.map(async (bytes) => ({ bytes, digest: await digestBlock(bytes, sha256) })));
const someBlocks = [new Uint8Array([1, 2, 3]), new Uint8Array(maxBlockBytes).fill(7), new Uint8Array([9])];

test('block file › when written and read › blocks and digests are the same', async () => {
  const file = parseBlockFile(encodeBlockFile(await blocksOf(someBlocks)), 'f');
  expect(file.rows).toHaveLength(3);
  for (const [index, row] of file.rows.entries()) {
    expect(file.block(index)).toEqual(someBlocks[index]);
    expect(await isBlockWhole(file.block(index), row.digest, sha256)).toBe(true);
  }
});

test('block file › when only its table is at hand › the table is enough', async () => {
  const bytes = encodeBlockFile(await blocksOf(someBlocks));
  const length = blockTableBytes(bytes.subarray(0, 16), bytes.length, 'f');
  expect(parseBlockTable(bytes.subarray(0, length), bytes.length, 'f')).toHaveLength(3);
});

test('block file › when limits are passed in writing › it refuses', async () => {
  expect(codeOf(() => encodeBlockFile([]))).toBe('release.block-file-damaged');
  const tooLong = await blocksOf([new Uint8Array(maxBlockBytes + 1)]);
  expect(codeOf(() => encodeBlockFile(tooLong))).toBe('release.block-file-damaged');
  const empty = await blocksOf([new Uint8Array()]);
  expect(codeOf(() => encodeBlockFile(empty))).toBe('release.block-file-damaged');
  const tooMany = await blocksOf(Array.from({ length: 90 }, () => new Uint8Array(maxBlockBytes)));
  expect(codeOf(() => encodeBlockFile(tooMany))).toBe('release.block-file-damaged');
});

test('block file › when any bit changes or any end is cut › a digest or the parser notices', async () => {
  const good = encodeBlockFile(await blocksOf([new Uint8Array([1, 2, 3]), new Uint8Array(100).fill(5)]));
  const notices = async (bytes: Uint8Array) => {
    try {
      const file = parseBlockFile(bytes, 'f');
      for (const [index, { digest }] of file.rows.entries()) {
        if (!(await isBlockWhole(file.block(index), digest, sha256))) return true;
      }
      return false;
    } catch {
      return true;
    }
  };
  for (let at = 0; at < good.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const bytes = good.slice();
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      expect(await notices(bytes)).toBe(true);
    }
    expect(await notices(good.slice(0, at))).toBe(true);
  }
});

test('block file › when bytes are arbitrary › parsing accepts or refuses, never crashes', () => {
  const header = fc.tuple(fc.uint8Array({ maxLength: 80 }), fc.boolean()).map(([bytes, hasMagic]) => {
    return hasMagic ? Uint8Array.from([0x4d, 0x43, 0x42, 0x46, 1, 0, 0, 0, ...bytes]) : bytes;
  });
  fc.assert(
    fc.property(header, (bytes) => {
      expect(codeOf(() => parseBlockFile(bytes, 'f'))).toBe('release.block-file-damaged');
    }),
  );
});

test('deleted list › when written and read › it is the same', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(5_000_000)), (numbers) => {
      const ordinals = Uint32Array.from(numbers).sort();
      expect(parseDeletedList(encodeDeletedList(ordinals), 5_000_001, 's')).toEqual(ordinals);
    }),
  );
});

test('deleted list › when up to 30 % of 1,350,000 records are dead › it takes about a byte for each', () => {
  for (const dead of [1000, 30_000, 405_000]) {
    const every = Math.floor(1_350_000 / dead);
    const list = encodeDeletedList(Uint32Array.from({ length: dead }, (_, index) => index * every));
    expect(list.length).toBeLessThanOrEqual(12 + dead * (every > 128 ? 2 : 1));
  }
});

test('deleted list › when it does not fit its segment or is malformed › it is refused', () => {
  const bytes = encodeDeletedList(Uint32Array.of(3, 200));
  expect(codeOf(() => parseDeletedList(bytes, 200, 's'))).toBe('release.deleted-list-damaged');
  expect(codeOf(() => parseDeletedList(bytes, 1, 's'))).toBe('release.deleted-list-damaged');
  expect(codeOf(() => parseDeletedList(Uint8Array.of(...bytes, 0), 300, 's'))).toBe(
    'release.deleted-list-damaged',
  );
  expect(codeOf(() => encodeDeletedList(Uint32Array.of(3, 3)))).toBe('release.deleted-list-damaged');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (tail) => {
      const list = Uint8Array.from([0x4d, 0x43, 0x44, 0x4c, 1, 0, 0, 0, ...tail]);
      expect(['accepted', 'release.deleted-list-damaged']).toContain(
        codeOf(() => parseDeletedList(list, 1000, 's')),
      );
    }),
  );
});

test.each([
  ['segments/1-ab/0000.mcb', 'targets/segments/1-ab/HASH.0000.mcb'],
  ['catalogue.json', 'targets/HASH.catalogue.json'],
])('target path › when it is %s › it lies at %s', (path, place) => {
  expect(isSafePath(path)).toBe(true);
  expect(targetFilePath(path, 'HASH')).toBe(place);
});

const segment: SegmentEntry = {
  id: '1-a',
  formatVersion: 2,
  records: 10,
  sections: [
    { name: 'records', blocks: 3 },
    { name: 'bodies', blocks: 0 },
    { name: 'terms', blocks: 4 },
  ],
  files: [
    { path: 'segments/1-a/0000.mcb', blocks: 5, bytes: 1000 },
    { path: 'segments/1-a/0001.mcb', blocks: 2, bytes: 500 },
  ],
  deleted: null,
};

test('segment layout › when a block is looked up › its file and number are right, past the end there is none', () => {
  expect(locateBlock(segment, 'records', 0)).toEqual({ file: 0, block: 0 });
  expect(locateBlock(segment, 'terms', 1)).toEqual({ file: 0, block: 4 });
  expect(locateBlock(segment, 'terms', 3)).toEqual({ file: 1, block: 1 });
  for (const block of [-1, 4, 0.5]) expect(locateBlock(segment, 'terms', block)).toBeNull();
  expect(locateBlock(segment, 'bodies', 0)).toBeNull();
  expect(locateBlock(segment, 'other', 0)).toBeNull();
});

const attachment = {
  path: `attachments/${'a'.repeat(64)}.bin`,
  sha256: 'a'.repeat(64),
  bytes: 7,
  mediaType: 'application/pdf',
};
const manifest: ReleaseManifest = {
  format: 1,
  version: 3,
  publishedAt: '2025-06-01T08:00:00.000Z',
  note: '',
  publicUrl: 'http://localhost:8080',
  venue: {
    name: '馆',
    region: '区',
    address: null,
    phone: null,
    hours: null,
    supervisionPhone: null,
    display: defaultDisplay,
  },
  agencies: [],
  tree: [{ id: 't', parentId: null, title: '目录', basis: null, order: 1 }],
  synonyms: [{ word: '低保', also: ['最低生活保障'] }],
  records: 10,
  byKind: { document: 10, guide: 0, notice: 0, matter: 0, page: 0, register: 0, entry: 0 },
  segments: [segment],
  attachments: [attachment],
};
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

test('manifest › when written and read › it is the same', () => {
  expect(parseManifest(encode(manifest))).toEqual(manifest);
});

test('manifest › when the hall has no address phones can open › it says so by an empty one', () => {
  expect(parseManifest(encode({ ...manifest, publicUrl: '' })).publicUrl).toBe('');
});

test('manifest › when it was written before there were synonyms › it has none', () => {
  const { synonyms: _none, ...older } = manifest;
  expect(parseManifest(encode(older)).synonyms).toEqual([]);
});

test.each([
  ['another format', { format: 2 }],
  ['synonyms that are none', { synonyms: '低保' }],
  ['a synonym that is too long', { synonyms: [{ word: '词'.repeat(21), also: ['词'] }] }],
  ['a synonym without names', { synonyms: [{ word: '词' }] }],
  ['too many synonyms', { synonyms: Array.from({ length: 501 }, () => ({ word: '词', also: ['辞'] })) }],
  ['version 0', { version: 0 }],
  ['no venue', { venue: null }],
  ['an address that is none', { publicUrl: 'javascript:alert(1)' }],
  ['a negative count', { byKind: { ...manifest.byKind, guide: -1 } }],
  ['two segments of one id', { segments: [segment, segment] }],
  ['sections that do not add up', { segments: [{ ...segment, sections: segment.sections.slice(1) }] }],
  ['a path outside', { attachments: [{ ...attachment, path: '../x' }] }],
  ['a digest that is none', { attachments: [{ ...attachment, sha256: 'zz' }] }],
  ['a file too long', { segments: [{ ...segment, files: [{ ...segment.files[0], bytes: 5_000_000 }] }] }],
  ['a list too long', { segments: Array.from({ length: 65 }, (_, at) => ({ ...segment, id: `s${at}` })) }],
])('manifest › when it has %s › it is refused', (_name, change) => {
  expect(codeOf(() => parseManifest(encode({ ...manifest, ...change })))).toBe('release.manifest-malformed');
});

const targetsOf = (entries: Record<string, readonly [number, string]>) =>
  new Map(
    Object.entries(entries).map(([path, [length, digit]]) => [
      path,
      { length, hashes: { sha256: digit.repeat(64) } },
    ]),
  );
const targets = targetsOf({
  'segments/1-a/0000.mcb': [1000, '1'],
  'segments/1-a/0001.mcb': [500, '2'],
  [attachment.path]: [7, 'a'],
});

test('files of a release › when listed › each comes with its use, length and digest', () => {
  const deleted = 'segments/1-a/deleted.mcd';
  const listed = { ...manifest, segments: [{ ...segment, deleted }] };
  const files = listReleaseFiles(listed, new Map([...targets, ...targetsOf({ [deleted]: [13, '3'] })]));
  expect(files.map(({ bytes, use }) => [use.type, bytes])).toEqual([
    ['blocks', 1000],
    ['blocks', 500],
    ['deleted-list', 13],
    ['attachment', 7],
  ]);
  expect(files[1]?.use).toEqual({ type: 'blocks', segmentId: '1-a', file: 1 });
});

test('files of a release › when manifest and signed list disagree › it is refused', () => {
  const missing = new Map([...targets].slice(1));
  const longer = new Map([...targets, ...targetsOf({ 'segments/1-a/0000.mcb': [999, '1'] })]);
  const other = new Map([...targets, ...targetsOf({ [attachment.path]: [7, 'b'] })]);
  for (const wrong of [missing, longer, other]) {
    expect(codeOf(() => listReleaseFiles(manifest, wrong))).toBe('release.manifest-mismatch');
  }
});
