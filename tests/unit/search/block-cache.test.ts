// The cache of blocks: what it lets go of, and when the memory of that is used again.
import { describe, expect, it } from 'vitest';
import { BlockCache } from '#shared/search/block-cache.ts';

const blockBytes = 36 * 1024;
/** Room for eight blocks with their memory, one of them ready for the next. */
const limit = 8 * 38 * 1024;

/** Reads blocks into the cache, as a question does; gives the memory each stands in. */
function read(cache: BlockCache, keys: readonly string[]): ArrayBufferLike[] {
  return keys.map((key) => {
    const block = cache.take(blockBytes);
    cache.set(key, block);
    return block.buffer;
  });
}

const keysFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => `${first + at}`);

describe('the cache of blocks', () => {
  it('lets go of what was used longest ago', () => {
    const cache = new BlockCache(250);
    for (const key of ['a', 'b', 'c', 'd', 'e']) cache.set(key, new Uint8Array(50));
    cache.get('a');
    cache.set('f', new Uint8Array(50));
    expect(['a', 'b', 'c', 'f'].map((key) => cache.get(key) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(cache.bytes).toBe(250);
  });

  it('gives memory of just the bytes asked for, also where it is larger', () => {
    const cache = new BlockCache(limit);
    for (const bytes of [1, 100, 19_000, 20_000, blockBytes, 48 * 1024]) {
      expect(cache.take(bytes)).toHaveLength(bytes);
    }
  });

  it('uses the memory of blocks it let go of again for the next question, and not before', async () => {
    const cache = new BlockCache(limit);
    const first = await cache.during(async () => read(cache, keysFrom(0, 10)));
    const early = await cache.during(async () => read(cache, ['next', 'after']));
    const [next, after] = early;
    // Two blocks had been let go of when the second question came; one of them may lie ready.
    expect(first.slice(0, 2)).toContain(next);
    expect(first).not.toContain(after);
    expect(cache.bytes).toBeLessThanOrEqual(limit);
  });

  it('leaves memory alone while another question goes on', async () => {
    const cache = new BlockCache(limit);
    let end = () => {};
    let held: ArrayBufferLike[] = [];
    const long = cache.during(async () => {
      held = read(cache, keysFrom(0, 10));
      await new Promise<void>((resolve) => {
        end = resolve;
      });
    });
    const others = await cache.during(async () => read(cache, keysFrom(20, 20)));
    expect(others.filter((memory) => held.includes(memory))).toEqual([]);
    end();
    await long;
    const later = await cache.during(async () => read(cache, ['later']));
    expect([...held, ...others]).toContain(later[0]);
  });

  it('leaves memory alone while a read of a question that failed goes on', async () => {
    const cache = new BlockCache(limit);
    let end = () => {};
    let held: ArrayBufferLike[] = [];
    const reading = new Promise<void>((resolve) => {
      end = resolve;
    });
    const failed = cache.during(async () => {
      held = read(cache, keysFrom(0, 10));
      void cache.using(reading);
      throw new Error('cancelled');
    });
    await expect(failed).rejects.toThrow('cancelled');
    expect(held).not.toContain((await cache.during(async () => read(cache, ['next'])))[0]);
    end();
    await reading;
    await Promise.resolve();
    expect(held).toContain((await cache.during(async () => read(cache, ['after'])))[0]);
  });

  it('keeps no more memory ready than its share, whatever a question read', async () => {
    const cache = new BlockCache(limit);
    const many = await cache.during(async () => read(cache, keysFrom(0, 100)));
    const next = await cache.during(async () => read(cache, keysFrom(200, 5)));
    expect(next.filter((memory) => many.includes(memory))).toHaveLength(1);
  });
});
