// The mirror of hot blocks: right or absent, bounded, and never believed against a seal.
import { describe, expect, it } from 'vitest';
import { BlockMirror, type MirrorFile } from '#kiosk/search-worker/block-mirror.ts';
import { distrusting, MirroredBlocks } from '#kiosk/search-worker/mirrored-blocks.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { openBlock, sealBlock } from '#shared/search/block-seal.ts';

const blockBytes = 100;
const blocksOf = { terms: 40, values: 10, records: 30, bodies: 50 };

function manifestOf(...ids: readonly string[]): ReleaseManifest {
  const sections = Object.entries(blocksOf).map(([name, blocks]) => ({ name, blocks }));
  return { segments: ids.map((id) => ({ id, sections })) } as unknown as ReleaseManifest;
}

/** A store with made-up sealed blocks that counts what is asked of it. */
function makeStore() {
  const asked: string[] = [];
  return {
    asked,
    read: async (segment: string, section: string, blocks: readonly number[]) =>
      blocks.map((block) => {
        asked.push(`${segment}/${section}/${block}`);
        return sealBlock(new Uint8Array(blockBytes).fill(block), { segment, section, block });
      }),
  };
}

function memoryFile() {
  const state = { bytes: new Uint8Array(1 << 20), fails: false };
  const file: MirrorFile = {
    read: (into, { at }) => {
      if (state.fails) throw new Error('gone');
      into.set(state.bytes.subarray(at, at + into.length));
      return into.length;
    },
    write: (bytes, { at }) => {
      if (state.fails) throw new Error('full');
      state.bytes.set(bytes, at);
      return bytes.length;
    },
    truncate: () => state.bytes.fill(0),
    close: () => undefined,
  };
  return { state, file };
}

const never = () => false;
const always = () => true;
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

async function filled(limitBytes?: number) {
  const store = makeStore();
  const { state, file } = memoryFile();
  const mirror = new BlockMirror(async () => file, limitBytes);
  const blocks = new MirroredBlocks(store, mirror);
  await mirror.open();
  await blocks.fill(manifestOf('a'), never, always);
  store.asked.length = 0;
  return { store, state, mirror, blocks };
}

async function expectRight(blocks: MirroredBlocks, section: keyof typeof blocksOf): Promise<void> {
  const found = await blocks.read('a', section, numbers(blocksOf[section]));
  found.forEach((sealed, block) => {
    expect(openBlock(sealed, { segment: 'a', section, block })[0]).toBe(block);
  });
}

describe('the mirror of hot blocks', () => {
  it('when filled › hot sections come from it, others from the store, all of them right', async () => {
    const { store, blocks } = await filled();
    for (const section of ['terms', 'values', 'records'] as const) await expectRight(blocks, section);
    expect(store.asked).toEqual([]);
    await expectRight(blocks, 'bodies');
    expect(store.asked).toHaveLength(blocksOf.bodies);
  });

  it('when it may hold only some blocks › it holds the first and the rest is read from the store', async () => {
    const { store, blocks } = await filled(20 * (blockBytes + 4));
    await expectRight(blocks, 'terms');
    expect(store.asked).toEqual(numbers(20).map((block) => `a/terms/${block + 20}`));
  });

  it('when its file can not be had › everything is read from the store', async () => {
    const store = makeStore();
    const mirror = new BlockMirror(() => Promise.reject(new Error('held by another tab')));
    const blocks = new MirroredBlocks(store, mirror);
    expect(await mirror.open()).toBe(false);
    await expectRight(blocks, 'terms');
    expect(store.asked).toHaveLength(blocksOf.terms);
  });

  it('when its file fails later › reads go on from the store', async () => {
    const { store, state, blocks } = await filled();
    state.fails = true;
    await expectRight(blocks, 'terms');
    expect(store.asked).toHaveLength(blocksOf.terms);
  });

  it('when a byte in it changes › the seal tells, and the question is answered from the store', async () => {
    const { store, state, mirror, blocks } = await filled();
    state.bytes[5 * (blockBytes + 4)] = 0xff;
    await distrusting(mirror, () => expectRight(blocks, 'terms'));
    expect(store.asked).toEqual(['a/terms/5']);
  });

  it('when the store itself is damaged › the question fails with its reason', async () => {
    const { mirror } = await filled();
    const place = { segment: 'a', section: 'bodies', block: 3 };
    const question = () => Promise.reject(new AppError('search.block-damaged', place));
    await expect(distrusting(mirror, question)).rejects.toMatchObject({ details: place });
  });

  it('when a generation keeps the segments › they stay; when one is gone › the mirror begins anew', async () => {
    const { store, blocks } = await filled();
    await blocks.fill(manifestOf('a', 'b'), never, always);
    expect(store.asked.filter((place) => place.startsWith('a/'))).toEqual([]);
    await blocks.fill(manifestOf('a'), never, always);
    expect(store.asked.filter((place) => place.startsWith('a/terms'))).toHaveLength(blocksOf.terms);
  });

  it('when another generation is opened meanwhile › filling stops', async () => {
    const store = makeStore();
    const mirror = new BlockMirror(async () => memoryFile().file);
    await mirror.open();
    let steps = 0;
    await new MirroredBlocks(store, mirror).fill(manifestOf('a'), never, () => ++steps <= 1);
    expect(store.asked.length).toBeLessThan(blocksOf.terms);
  });
});
