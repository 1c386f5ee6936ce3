// The outbox by itself: what is held, taken back, released, merged and bounded.
import { describe, expect, it } from 'vitest';
import { batchLimits, longestHoldMs, Outbox } from '#kiosk/outbox/outbox.ts';
import { parseOutboxAnswer, sendOutbox } from '#kiosk/outbox/send-outbox.ts';
import type { WaitingItem } from '#kiosk/outbox/shelf.ts';
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import {
  readOutboxFile,
  readOutboxReceipt,
  writeOutboxFile,
  writeOutboxReceipt,
} from '#shared/protocol/outbox-file.ts';
import { memoryShelf } from '#tests/support/memory-outbox.ts';
import { randomFrom, randomId, randomItem } from './random-items.ts';

const random = randomFrom(7);
const wish = (words = '养老院收费'): OutboxItem => ({
  kind: 'wish',
  id: randomId(random),
  on: '2026-11-03',
  topicId: null,
  words,
  from: 'keypad',
});
const counts = (on: string, hour: number, sums: Record<string, number>): OutboxItem => ({
  kind: 'counts',
  id: randomId(random),
  on,
  hour,
  sums,
});

function openOutbox(limits = { items: 100, bytes: 1_000_000 }) {
  const rows = new Map<string, WaitingItem>();
  const clock = { ms: Date.UTC(2026, 10, 3) };
  return { rows, clock, outbox: new Outbox(memoryShelf(rows), () => clock.ms, limits) };
}

describe('what a visitor says › while the visit lasts', () => {
  it('is kept, and does not leave', async () => {
    const { outbox } = openOutbox();
    await outbox.hold(wish());
    expect(await outbox.count()).toMatchObject({ items: 1, since: '2026-11-03' });
    expect(await outbox.nextBatch()).toEqual([]);
  });

  it('can be replaced and taken back', async () => {
    const { outbox } = openOutbox();
    const item = wish();
    await outbox.hold(item);
    expect(await outbox.replace({ ...item, words: '公交改线' } as OutboxItem)).toBe(true);
    await outbox.release();
    expect(await outbox.nextBatch()).toMatchObject([{ words: '公交改线' }]);
    expect(await outbox.takeBack(item.id)).toBe(false);
  });

  it('is gone when it was taken back', async () => {
    const { outbox, rows } = openOutbox();
    const item = wish();
    await outbox.hold(item);
    expect(await outbox.takeBack(item.id)).toBe(true);
    expect(rows.size).toBe(0);
  });
});

describe('what a visitor says › when the visit never ended', () => {
  it('leaves by itself after a visit’s time, also when the clock was put back', async () => {
    const { outbox, clock } = openOutbox();
    await outbox.hold(wish());
    clock.ms += longestHoldMs;
    expect(await outbox.nextBatch()).toHaveLength(1);
    await outbox.hold(wish());
    clock.ms -= 10 * longestHoldMs;
    expect(await outbox.nextBatch()).toHaveLength(2);
  });
});

describe('a full outbox › when more comes', () => {
  it('adds sums of one day up, and loses none', async () => {
    const { outbox, rows } = openOutbox({ items: 2, bytes: 1_000_000 });
    for (let hour = 9; hour < 20; hour += 1) await outbox.put(counts('2026-11-02', hour, { visits: hour }));
    await outbox.put(wish());
    const items = [...rows.values()].map(({ item }) => item);
    expect(items).toHaveLength(2);
    expect(items.find(({ kind }) => kind === 'counts')).toMatchObject({ hour: 9, sums: { visits: 154 } });
  });

  it('says so, and keeps what it has, where only words are left', async () => {
    const { outbox, rows } = openOutbox({ items: 2, bytes: 1_000_000 });
    await outbox.put(wish());
    await outbox.put(wish());
    await expect(outbox.hold(wish())).rejects.toMatchObject({ code: 'voice.outbox-full' });
    expect(rows.size).toBe(2);
  });

  it('counts bytes as well', async () => {
    const { outbox } = openOutbox({ items: 100, bytes: 300 });
    await outbox.put(wish());
    await expect(outbox.put(wish('长'.repeat(200)))).rejects.toMatchObject({ code: 'voice.outbox-full' });
  });
});

describe('sending › when the hub does not name some items', () => {
  it('goes on with the others, and keeps these', async () => {
    const { outbox, rows } = openOutbox({ items: 1_000, bytes: 1_000_000 });
    for (let n = 0; n < batchLimits.items + 20; n += 1) await outbox.put(wish());
    const isDone = await sendOutbox(outbox, async (items) => ({
      settled: items.slice(1).map(({ id }) => ({ id, outcome: 'taken' as const })),
    }));
    expect(isDone).toBe(false);
    expect(rows.size).toBe(2);
  });

  it('never lets go of what it did not send', async () => {
    const { outbox, rows } = openOutbox();
    const held = wish();
    await outbox.hold(held);
    await outbox.put(wish());
    await sendOutbox(outbox, async (items) => ({
      settled: [...items.map(({ id }) => id), held.id].map((id) => ({ id, outcome: 'taken' as const })),
    }));
    expect([...rows.keys()]).toEqual([held.id]);
  });
});

describe('the hub’s answer › when it is read', () => {
  it.each([null, [], 'settled', { settled: 'all' }, {}])('%j › it is none', (value) => {
    expect(parseOutboxAnswer(value)).toBeNull();
  });

  it('leaves out what is no outcome', () => {
    const settled = [
      { id: 'a', outcome: 'taken' },
      { id: 4, outcome: 'taken' },
      { id: 'b', outcome: 'lost' },
    ];
    expect(parseOutboxAnswer({ settled })).toEqual({ settled: [{ id: 'a', outcome: 'taken' }] });
  });
});

describe('a file for a stick › when it is read back', () => {
  it('holds the same items', () => {
    const items = Array.from({ length: 20 }, () => randomItem(random));
    const text = writeOutboxFile({ terminal: 't1', madeAt: '2026-11-03T00:00:00Z' }, items);
    expect(readOutboxFile(text)).toEqual({ terminal: 't1', promised: 20, items });
  });

  it('keeps the whole lines of a file that was cut off', () => {
    const items = [wish(), wish()];
    const text = writeOutboxFile({ terminal: 't1', madeAt: '2026-11-03T00:00:00Z' }, items);
    expect(readOutboxFile(text.slice(0, -9))?.items).toEqual([items[0], undefined]);
  });

  it.each(['', '{}', '{"format":"mingchuang-outbox","version":2}', 'no json'])('%s › it is none', (text) => {
    expect(readOutboxFile(text)).toBeNull();
  });

  it('has a receipt that says what was settled', () => {
    const settled = [{ id: 'a', outcome: 'taken' as const }];
    expect(parseOutboxAnswer(readOutboxReceipt(writeOutboxReceipt({ settled })))).toEqual({ settled });
    expect(readOutboxReceipt('{"settled":[]}')).toBeNull();
  });
});
