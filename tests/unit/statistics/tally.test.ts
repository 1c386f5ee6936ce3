// Counting on the terminal against a recount of what visitors were made to do, through crashes at every step.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTallyKeeper } from '#kiosk/statistics/keep-tally.ts';
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import { outboxItemSchema } from '#shared/protocol/outbox-api.ts';
import { emptyTally, type Tally } from '#shared/statistics/tally.ts';
import type { VisitNote } from '#shared/statistics/visit-notes.ts';

type Doing =
  | { readonly do: 'search'; readonly words: string; readonly hits: number }
  | { readonly do: 'open'; readonly kind: 'document' | 'guide' | 'entry'; readonly record: string }
  | { readonly do: 'hand'; readonly way: 'qr' | 'print' }
  | { readonly do: 'aid'; readonly mode: 'elder' | 'speech' }
  | { readonly do: 'rate' };

const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({
    do: fc.constant('search' as const),
    words: fc.constantFrom('低保标准', '落户', '公租房申请', '补偿标准'),
    hits: fc.nat(2),
  }),
  fc.record({
    do: fc.constant('open' as const),
    kind: fc.constantFrom('document' as const, 'guide' as const, 'entry' as const),
    record: fc.constantFrom('r1', 'r2', 'r3'),
  }),
  fc.record({ do: fc.constant('hand' as const), way: fc.constantFrom('qr' as const, 'print' as const) }),
  fc.record({ do: fc.constant('aid' as const), mode: fc.constantFrom('elder' as const, 'speech' as const) }),
  fc.constant({ do: 'rate' as const }),
);

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Steps of a day at a terminal: a visit, or a look at what is over; crashes come where they are put. */
const step = fc.record({
  waitMs: fc.integer({ min: 1, max: 5 * hourMs }),
  visit: fc.option(fc.array(doing, { maxLength: 6 })),
  crash: fc.option(fc.constantFrom('before-write', 'after-write', 'before-put', 'after-put'), { freq: 3 }),
});

/** What the page would note of a visit: searches come as they are typed, everything else at once. */
function notesOf(doings: readonly Doing[], begin: number): { notes: VisitNote[]; end: number } {
  const notes: VisitNote[] = [{ what: 'touch', at: begin }];
  let at = begin;
  for (const one of doings) {
    at += minuteMs;
    if (one.do === 'search') {
      // A search goes on from nothing typed: what was there before was looked at first.
      for (let length = 1; length <= one.words.length; length++) {
        const found = length === one.words.length ? one.hits : 9;
        notes.push({ what: 'search', at: at + length * 300, subject: one.words.slice(0, length), found });
      }
      notes.push({ what: 'handed.none', at: at + 20_000 });
    } else if (one.do === 'open') notes.push({ what: 'opened', at, subject: one.record, kind: one.kind });
    else if (one.do === 'hand') notes.push({ what: `handed.${one.way}`, at });
    else if (one.do === 'aid') notes.push({ what: `mode.${one.mode}`, at });
    else notes.push({ what: 'rated', at });
  }
  return { notes, end: at + minuteMs };
}

class Crash extends Error {}

type Count = Map<string, number>;
const add = (count: Count, key: string, by = 1) => count.set(key, (count.get(key) ?? 0) + by);

/** The naive recount: a line for each thing done, at the hour it was done. */
function recount(doings: readonly Doing[], begin: number, count: Count): void {
  const hour = (at: number) =>
    new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 13).replace(' ', 'T');
  add(count, `${hour(begin)} visits`);
  const once = new Set<string>();
  const first = (at: number, key: string) => {
    if (!once.has(key)) add(count, `${hour(at)} ${key}`);
    once.add(key);
  };
  doings.forEach((one, index) => {
    const at = begin + (index + 1) * minuteMs;
    if (one.do === 'search') {
      const last = at + one.words.length * 300;
      add(count, `${hour(last)} searches`);
      if (one.hits === 0) add(count, `${hour(last)} found-nothing`);
    } else if (one.do === 'open') {
      add(count, `${hour(at)} opened.${one.kind}`);
      if (one.kind !== 'document') first(at, one.kind === 'entry' ? 'used.register' : 'used.guide');
      add(count, `${hour(at).slice(0, 10)}T23 record.${one.record}`);
    } else if (one.do === 'hand') add(count, `${hour(at)} handed.${one.way}`);
    else if (one.do === 'aid') first(at, `mode.${one.mode}`);
    else add(count, `${hour(at)} rated`);
  });
}

function sumsOf(items: Iterable<OutboxItem>): Count {
  const count: Count = new Map();
  for (const item of items) {
    if (item.kind !== 'counts') continue;
    const hour = `${item.on}T${String(item.hour).padStart(2, '0')}`;
    for (const [key, value] of Object.entries(item.sums)) add(count, `${hour} ${key}`, value);
  }
  return count;
}

const sorted = (count: Count) => [...count].sort(([a], [b]) => (a < b ? -1 : 1));

describe('a terminal counts', () => {
  it('what happened › through crashes and reloads › as a recount does, each sum once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        let now = Date.parse('2026-11-20T22:30:00Z');
        let kept: Tally = emptyTally;
        const outbox = new Map<string, OutboxItem>();
        const expected: Count = new Map();
        let crash: string | null = null;
        let ids = 0;
        const strike = (where: string) => {
          if (crash !== where) return;
          crash = null;
          throw new Crash(where);
        };
        const start = () =>
          createTallyKeeper({
            store: {
              update: async (change) => {
                strike('before-write');
                kept = JSON.parse(JSON.stringify(change(kept)));
                strike('after-write');
                return kept;
              },
            },
            putOutbox: async (item) => {
              strike('before-put');
              outbox.set(item.id, structuredClone(item));
              strike('after-put');
            },
            now: () => now,
            randomId: () => `item-${String(++ids).padStart(20, '0')}`,
          });
        let keeper = start();
        for (const { waitMs, visit, crash: where } of steps) {
          now += waitMs;
          crash = where;
          if (visit === null) await keeper.close().catch(() => undefined);
          else {
            const { notes, end } = notesOf(visit, now);
            const before = now;
            now = end;
            const isCounted = await keeper.add(notes).then(
              () => true,
              (thrown: Error) => thrown.message === 'after-write',
            );
            if (isCounted) recount(visit, before, expected);
          }
          // Where it struck, the page is gone and starts over from what is kept.
          if (where !== null && crash === null) keeper = start();
          crash = null;
        }
        now += 48 * hourMs;
        await keeper.close();
        expect(kept).toEqual(emptyTally);
        expect(sorted(sumsOf(outbox.values()))).toEqual(sorted(expected));
        for (const item of outbox.values()) expect(outboxItemSchema.safeParse(item).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a visit › when nobody touched anything › it is none', async () => {
    let kept: Tally = emptyTally;
    const keeper = createTallyKeeper({
      store: {
        update: async (change) => {
          kept = change(kept);
          return kept;
        },
      },
      putOutbox: async () => undefined,
      now: () => 0,
      randomId: () => 'x',
    });
    await keeper.add([{ what: 'mode.en', at: 5 }]);
    expect(kept).toEqual(emptyTally);
  });

  it('an outbox that refuses › keeps nothing back for good › the same item comes again', async () => {
    let kept: Tally = emptyTally;
    const taken: OutboxItem[] = [];
    let isOpen = false;
    const offered = new Set<string>();
    let ids = 0;
    const keeper = createTallyKeeper({
      store: {
        update: async (change) => {
          kept = change(kept);
          return kept;
        },
      },
      putOutbox: async (item) => {
        offered.add(item.id);
        if (!isOpen) throw new Error('full');
        taken.push(item);
      },
      now: () => Date.parse('2026-11-21T05:00:00Z'),
      randomId: () => `id${++ids}`,
    });
    await keeper.add([{ what: 'touch', at: Date.parse('2026-11-21T01:00:00Z') }]);
    await expect(keeper.close()).rejects.toThrow('full');
    isOpen = true;
    await keeper.close();
    expect(taken).toHaveLength(1);
    expect(offered.size).toBe(1);
    expect(kept.closing).toEqual([]);
  });
});
