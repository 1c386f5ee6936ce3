// What a sync does while visitors ask: waits for the answer, but never for good.
import { describe, expect, it } from 'vitest';
import { type QuestionNews, QuestionTeller } from '#kiosk/store/question-signal.ts';
import { StepAside } from '#kiosk/sync-worker/step-aside.ts';

/** Time that goes on only where somebody waits; `at` says what happens when. */
function clockWith(at: (now: number) => void = () => undefined) {
  let now = 0;
  return {
    now: () => now,
    wait: async (ms: number) => {
      now += ms;
      at(now);
    },
  };
}

describe('step aside › when nobody asks', () => {
  it('goes on at once', async () => {
    const clock = clockWith();
    await new StepAside(clock).step();
    expect(clock.now()).toBe(0);
  });

  it('takes as many pieces of work together as are given', async () => {
    const aside = new StepAside(clockWith());
    const begun: number[] = [];
    const works = [1, 2].map((one) =>
      aside.taking(async () => {
        begun.push(one);
        await new Promise(() => undefined);
      }),
    );
    await Promise.resolve();
    expect(begun).toEqual([1, 2]);
    expect(works).toHaveLength(2);
  });
});

describe('step aside › when a question is open', () => {
  it('waits for the answer and a moment behind it', async () => {
    let isAnswered = false;
    const clock = clockWith((now) => {
      if (now < 100 || isAnswered) return;
      isAnswered = true;
      aside.hear('answered');
    });
    const aside = new StepAside(clock);
    aside.hear('asked');
    await aside.step();
    expect(isAnswered).toBe(true);
    expect(clock.now()).toBeGreaterThan(100);
    expect(clock.now()).toBeLessThan(130);
  });

  it.each([
    ['right behind an answer', 0, 20],
    ['while a hand is on its way', 30, 30],
    ['when the next touch may come', 80, 510],
    ['when nobody types any more', 700, 700],
  ])('begins %s only when none is likely to come', async (_when, from, to) => {
    const clock = clockWith();
    const aside = new StepAside(clock);
    aside.hear('asked');
    aside.hear('answered');
    await clock.wait(from);
    await aside.step();
    expect(clock.now()).toBeGreaterThanOrEqual(from);
    expect(clock.now()).toBeLessThanOrEqual(to);
    if (from === 80) expect(clock.now()).toBeGreaterThanOrEqual(500);
  });

  it('goes on in the end under questions that never cease', async () => {
    const clock = clockWith(() => aside.hear('asked'));
    const aside = new StepAside(clock);
    aside.hear('asked');
    await aside.step();
    expect(clock.now()).toBeGreaterThan(0);
    expect(clock.now()).toBeLessThan(1000);
  });

  it('does one piece of work after the other, also behind one that failed', async () => {
    const aside = new StepAside(clockWith());
    aside.hear('answered');
    const log: string[] = [];
    const work = (name: string, isGood: boolean) => async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (!isGood) throw new Error(name);
    };
    const results = await Promise.allSettled([aside.taking(work('a', false)), aside.taking(work('b', true))]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});

describe('step aside › while there is work', () => {
  it('says so now and then, and not when there is none', async () => {
    const said: number[] = [];
    const clock = clockWith();
    const aside = new StepAside(clock, () => said.push(clock.now()));
    expect(said).toEqual([]);
    for (let at = 0; at < 50; at++) {
      await aside.step();
      await aside.taking(async () => undefined);
      await clock.wait(100);
    }
    expect(said).toEqual([0, 2000, 4000]);
  });
});

/** A teller, the time it goes by, and what it has told. */
function tellerAt() {
  const time = { now: 0 };
  const told: QuestionNews[] = [];
  const teller = new QuestionTeller(
    (news) => told.push(news),
    () => time.now,
  );
  return { teller, told, time };
}

describe('question teller › when nobody listens', () => {
  it('tells nothing, also when the last who did has long stopped', async () => {
    const { teller, told, time } = tellerAt();
    await teller.during(async () => undefined);
    expect(told).toEqual([]);
    time.now = 100_000;
    teller.heard();
    time.now = 200_000;
    await teller.during(async () => undefined);
    expect(told).toEqual([]);
  });
});

describe('question teller › when somebody begins to listen', () => {
  it('tells of a question that is open, and of one just answered, once', async () => {
    const { teller, told, time } = tellerAt();
    await teller.during(async () => teller.heard());
    expect(told).toEqual(['asked', 'answered']);
    time.now = 20_000;
    await teller.during(async () => undefined);
    time.now += 1000;
    teller.heard();
    teller.heard();
    expect(told).toEqual(['asked', 'answered', 'answered']);
    time.now += 20_000;
    teller.heard();
    expect(told).toHaveLength(3);
  });
});

describe('question teller › when questions overlap', () => {
  it('tells the first that comes and the last that is answered, also when it fails', async () => {
    const { teller, told } = tellerAt();
    teller.heard();
    const gate = Promise.withResolvers<void>();
    const long = teller.during(() => gate.promise);
    const failing = teller.during(() => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(told).toEqual(['asked']);
    gate.resolve();
    await long;
    expect(told).toEqual(['asked', 'answered']);
  });
});
