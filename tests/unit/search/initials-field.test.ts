// Titles that hold letters among their initials, told apart from those that begin with them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrayCursor, type DocCursor, end, wait } from '#shared/search/doc-cursor.ts';
import { InitialsCursor, InitialsField } from '#shared/search/initials-field.ts';
import { tiers } from '#shared/search/ranking.ts';

/** Lacks a block at every step, the first time it is taken. */
class HaltingCursor implements DocCursor {
  readonly #cursor: DocCursor;
  #asked = -1;

  constructor(cursor: DocCursor) {
    this.#cursor = cursor;
  }

  get doc(): number {
    return this.#cursor.doc;
  }

  advance(target: number): number {
    if (this.#cursor.doc >= target || this.#asked === target) return this.#cursor.advance(target);
    this.#asked = target;
    return wait;
  }

  estimate(): number {
    return this.#cursor.estimate();
  }

  prefetch(): void {}
}

const ordinals = fc.uniqueArray(fc.nat(80), { maxLength: 50 }).map((all) => all.sort((a, b) => a - b));
const cursorOver = (all: readonly number[], halts: boolean) => {
  const cursor = new ArrayCursor(Uint32Array.from(all));
  return halts ? new HaltingCursor(cursor) : cursor;
};

describe('initials › when titles hold them', () => {
  it('are met wherever they stand, and fit better at the beginning, also when blocks are missing', () => {
    fc.assert(
      fc.property(
        ordinals,
        ordinals,
        fc.boolean(),
        fc.boolean(),
        (anywhere, starts, oneHalts, otherHalts) => {
          const cursor = new InitialsCursor(cursorOver(anywhere, oneHalts), cursorOver(starts, otherHalts));
          const field = new InitialsField(cursor);
          const met: [ordinal: number, tier: number][] = [];
          for (let wanted = 0; ; ) {
            const before = cursor.doc;
            const found = cursor.advance(wanted);
            if (found === wait) {
              expect(cursor.doc).toBe(before);
              continue;
            }
            if (found === end) break;
            met.push([found, field.tier()]);
            wanted = found + 1;
          }
          const isStart = new Set(starts);
          expect(met).toEqual(
            anywhere.map((one) => [one, isStart.has(one) ? tiers.soundPrefix : tiers.sound]),
          );
        },
      ),
    );
  });
});
