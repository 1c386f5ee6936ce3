import { describe, expect, it } from 'vitest';
import { BlockCache } from '#shared/search/block-cache.ts';

describe('the cache of blocks', () => {
  it('keeps a copy of what is a piece of something larger, and nothing else', () => {
    const cache = new BlockCache(10_000);
    const row = new Uint8Array(5000).fill(7);
    cache.set('piece', row.subarray(100, 200));
    const sealed = new Uint8Array(104);
    cache.set('block', sealed.subarray(0, 100));
    expect(cache.get('piece')).toEqual(new Uint8Array(100).fill(7));
    expect(cache.get('piece')?.buffer.byteLength).toBe(100);
    expect(cache.get('block')?.buffer).toBe(sealed.buffer);
  });

  it('lets go of what was used longest ago', () => {
    const cache = new BlockCache(250);
    const block = () => new Uint8Array(50);
    for (const key of ['a', 'b', 'c', 'd', 'e']) cache.set(key, block());
    cache.get('a');
    cache.set('f', block());
    expect(['a', 'b', 'c', 'f'].map((key) => cache.get(key) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(cache.bytes).toBe(250);
  });
});
