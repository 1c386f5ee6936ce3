// From a visitor's touch to the hub's disk, with everything failing that can: each submission arrives exactly once.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeBatch } from '#hub/voice/take-batch.ts';
import type { VoiceHooks } from '#hub/voice/voice-hooks.ts';
import { Outbox } from '#kiosk/outbox/outbox.ts';
import { sendOutbox } from '#kiosk/outbox/send-outbox.ts';
import type { OutboxShelf, WaitingItem } from '#kiosk/outbox/shelf.ts';
import type { OutboxAnswer, OutboxItem } from '#shared/protocol/outbox-api.ts';
import { readOutboxFile, writeOutboxFile } from '#shared/protocol/outbox-file.ts';
import { memoryShelf } from '#tests/support/memory-outbox.ts';
import { openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';
import { below, type Random, randomFrom, randomItem } from './random-items.ts';

const rounds = 1_000;

class Crash extends Error {}

/** A disk whose user may die right before or right after anything is written to it. */
function dyingShelf(rows: Map<string, WaitingItem>, random: Random, chance: number): OutboxShelf {
  const shelf = memoryShelf(rows);
  return {
    read: shelf.read,
    change: async (decide) => {
      if (random() < chance) throw new Crash();
      const answer = await shelf.change(decide);
      if (random() < chance) throw new Crash();
      return answer;
    },
  };
}

let temp: TempDesk;
let hubRandom: Random = () => 1;

/** Opinions and sums go where a second arrival of one id would fail. */
const hooks: VoiceHooks = {
  takeOpinion: async (inside, { submissionId }) => {
    await sql`insert into test_opinions values (${submissionId})`.execute(inside.db);
    dieAtRandom();
  },
  takeCounts: async (inside, { id, sums }) => {
    await sql`insert into test_counts values (${id}, ${JSON.stringify(sums)})`.execute(inside.db);
    dieAtRandom();
  },
  takeQueries: async () => {},
};

function dieAtRandom(): void {
  if (hubRandom() < 0.08) throw new Crash();
}

beforeAll(async () => {
  temp = await openTempDesk();
  await sql`pragma synchronous = off`.execute(temp.desk.db);
  await sql`create table test_opinions (id text primary key)`.execute(temp.desk.db);
  await sql`create table test_counts (id text primary key, sums text)`.execute(temp.desk.db);
});
afterAll(() => temp.close());

/** A terminal and the way to the hub for one round. */
class Round {
  readonly random: Random;
  readonly rows = new Map<string, WaitingItem>();
  /** What a visitor or the counting meant to send, by id. */
  readonly meant = new Map<string, OutboxItem>();
  /** Copies of requests that lie about in the network, and sticks that lie about in drawers. */
  private readonly late: (readonly OutboxItem[])[] = [];
  private readonly sticks: string[] = [];
  private nowMs = Date.UTC(2026, 10, 3);

  constructor(seed: number) {
    this.random = randomFrom(seed);
    hubRandom = this.random;
  }

  /** The page or the worker of a tab, as it starts again after each death. */
  private tab(chance: number): Outbox {
    const limits = { items: 4, bytes: 100_000 };
    return new Outbox(dyingShelf(this.rows, this.random, chance), () => this.nowMs, limits);
  }

  /** Whoever dies at it comes back and tries again with the same id. */
  private async again<T>(act: (outbox: Outbox) => Promise<T>, chance = 0.15): Promise<T> {
    for (;;) {
      try {
        return await act(this.tab(chance));
      } catch (thrown) {
        if (!(thrown instanceof Crash)) throw thrown;
      }
    }
  }

  async keep(): Promise<void> {
    const item = randomItem(this.random);
    try {
      await this.again((outbox) => (this.random() < 0.5 ? outbox.hold(item) : outbox.put(item)));
      this.meant.set(item.id, item);
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'voice.outbox-full' });
    }
  }

  /** It is gone exactly when the visitor was told so, or died while it was being taken back. */
  async takeBack(): Promise<void> {
    const held = [...this.rows.values()].find(({ heldUntilMs }) => heldUntilMs > 0);
    if (held === undefined) return;
    await this.again((outbox) => outbox.takeBack(held.id));
    if (!this.rows.has(held.id)) this.meant.delete(held.id);
  }

  async endVisit(): Promise<void> {
    await this.again((outbox) => outbox.release());
  }

  /** One look at the hub by one tab, or by two at once. */
  async send(): Promise<void> {
    const look = () => sendOutbox(this.tab(0.1), (items) => this.cross(items)).catch(() => false);
    await (this.random() < 0.2 ? Promise.all([look(), look()]) : look());
  }

  private async cross(items: readonly OutboxItem[]): Promise<OutboxAnswer | null> {
    if (this.random() < 0.2) this.late.push(items);
    if (this.random() < 0.15) return null;
    const answer = await this.arrive(items);
    if (this.random() < 0.2) return null;
    if (answer === null || this.random() >= 0.2) return answer;
    return { settled: answer.settled.slice(0, below(this.random, answer.settled.length + 1)) };
  }

  /** The hub may die before any of them, and after the last, right before it commits. */
  private dyingOver(items: readonly unknown[]): readonly unknown[] {
    const die = () => {
      if (hubRandom() < 0.06) throw new Crash();
    };
    const walk = function* walk() {
      for (const item of items) {
        die();
        yield item;
      }
      die();
    };
    return Object.assign([...items], { [Symbol.iterator]: walk });
  }

  /** Null when the hub died at it. */
  private async arrive(
    items: readonly unknown[],
    way: 'network' | 'stick' = 'network',
  ): Promise<OutboxAnswer | null> {
    try {
      return await takeBatch(temp.desk, hooks, this.dyingOver(items), { terminalId: 't1', way });
    } catch (thrown) {
      if (thrown instanceof Crash) return null;
      throw thrown;
    }
  }

  async deliverLate(): Promise<void> {
    const items = this.late[below(this.random, this.late.length + 1)];
    if (items !== undefined) await this.arrive([...items].reverse());
  }

  async fillStick(): Promise<void> {
    const items = await this.again((outbox) => outbox.takeOut());
    const text = writeOutboxFile({ terminal: 't1', madeAt: '2026-11-03T00:00:00Z' }, items);
    this.sticks.push(this.random() < 0.2 ? text.slice(0, text.length - 5) : text);
  }

  async readStick(): Promise<void> {
    const text = this.sticks[below(this.random, this.sticks.length + 1)];
    const file = text === undefined ? null : readOutboxFile(text);
    if (file === null) return;
    const answer = await this.arrive(file.items, 'stick');
    if (answer !== null && this.random() < 0.5) await this.again((outbox) => outbox.settle(answer));
  }

  /** Now everything works: what waits is sent until nothing does, and what lay about arrives once more. */
  async finish(): Promise<void> {
    hubRandom = () => 1;
    this.nowMs += 60 * 60_000;
    const outbox = this.tab(0);
    const isDone = await sendOutbox(outbox, (items) => this.arrive(items));
    expect(isDone).toBe(true);
    expect(this.rows.size).toBe(0);
    for (const items of this.late) await this.arrive(items);
    for (const stick of this.sticks) await this.arrive(readOutboxFile(stick)?.items ?? [], 'stick');
  }
}

type Step = 'keep' | 'takeBack' | 'endVisit' | 'send' | 'deliverLate' | 'fillStick' | 'readStick';
const steps: readonly Step[] = [
  ...(['keep', 'keep', 'keep', 'keep', 'takeBack', 'endVisit', 'endVisit'] as const),
  ...(['send', 'send', 'deliverLate', 'fillStick', 'readStick'] as const),
];

const addUp = (sums: readonly Readonly<Record<string, number>>[]) => {
  const total: Record<string, number> = {};
  for (const one of sums) for (const [name, n] of Object.entries(one)) total[name] = (total[name] ?? 0) + n;
  return total;
};

/** What the hub holds of everything but sums, and the sums added up. */
async function readHub() {
  const { rows: ids } = await sql<{ id: string }>`
    select id from voice_ratings union all select id from voice_unhelpful
    union all select id from voice_wishes union all select id from test_opinions`.execute(temp.desk.db);
  const { rows: counts } = await sql<{ sums: string }>`select sums from test_counts`.execute(temp.desk.db);
  return {
    ids: ids.map(({ id }) => id).sort(),
    sums: addUp(counts.map(({ sums }) => JSON.parse(sums) as Record<string, number>)),
  };
}

describe('the outbox › when terminal, wire, stick and hub fail at random', () => {
  it(`brings each submission to the hub exactly once in ${rounds} rounds, and the sums are equal`, async () => {
    const ids: string[] = [];
    const sums: Readonly<Record<string, number>>[] = [];
    for (let seed = 1; seed <= rounds; seed += 1) {
      const round = new Round(seed);
      const length = 8 + below(round.random, 10);
      for (let step = 0; step < length; step += 1)
        await round[steps[below(round.random, steps.length)] ?? 'keep']();
      await round.finish();
      for (const item of round.meant.values()) {
        if (item.kind === 'counts') sums.push(item.sums);
        else ids.push(item.id);
      }
    }
    const hub = await readHub();
    expect(ids.length).toBeGreaterThan(rounds);
    expect(hub.ids).toEqual(ids.sort());
    expect(hub.sums).toEqual(addUp(sums));
  }, 60_000);
});
