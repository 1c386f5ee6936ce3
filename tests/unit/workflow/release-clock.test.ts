// The clock that lets go what is due: at start, at its time, once for all that waits, and again after a failure.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHub } from '#hub/http/create-hub.ts';
import { PublishJob } from '#hub/http/jobs/publish-job.ts';
import { ReleaseClock } from '#hub/http/jobs/release-clock.ts';
import { AppError, type ErrorCode } from '#shared/errors/app-error.ts';
import { type FakeHub, fakeHub } from '../hub-http/fake-services.ts';

interface Owed {
  readonly id: string;
  readonly who: string;
  readonly note: string;
}

let fake: FakeHub;
let owed: Owed[];
let settled: (ErrorCode | null)[];
let published: { note: string; who: string }[];
let problem: Error | null;
let looks: number;
beforeEach(() => {
  fake = fakeHub();
  owed = [];
  settled = [];
  published = [];
  problem = null;
  looks = 0;
  const publish = fake.state.publish;
  fake.state.publish = async (request) => {
    published.push({ note: request.note, who: request.actor.name });
    if (problem !== null) throw problem;
    return publish(request);
  };
});
afterEach(() => fake.remove());

function services() {
  const workflow = {
    ...fake.services.workflow,
    releaseDue: async () => {
      looks += 1;
    },
    publishOrders: async () => owed,
    settleOrders: async (orders: readonly Owed[], code: ErrorCode | null) => {
      settled.push(code);
      if (code === null) owed = owed.filter((one) => !orders.includes(one));
    },
  };
  return { ...fake.services, workflow };
}

function clock() {
  const all = services();
  const job = new PublishJob(all);
  return { job, clock: new ReleaseClock(all, job) };
}

const order = (id: string, note = '周一'): Owed => ({ id, who: 'pub', note });

describe('the release clock', () => {
  it('when something is owed › it is published once, in the name of whoever planned it', async () => {
    owed = [order('o1'), order('o2', '第二组')];
    const { clock: ticking } = clock();
    ticking.look();
    await ticking.settled();
    expect(published).toEqual([{ note: '周一 (+1)', who: 'pub' }]);
    expect(settled).toEqual([null]);
    ticking.look();
    await ticking.settled();
    expect(published).toHaveLength(1);
  });

  it('when the publish fails › it is said, tried again later and at once when somebody orders another', async () => {
    owed = [order('o1')];
    problem = new AppError('release.disk-failed');
    const { clock: ticking } = clock();
    const look = async () => {
      ticking.look();
      await ticking.settled();
    };
    await look();
    await look();
    expect(settled).toEqual(['release.disk-failed']);
    fake.state.nowMs += 10_000;
    await look();
    expect(settled).toHaveLength(2);
    fake.state.nowMs += 10_000;
    await look();
    expect(settled).toHaveLength(2);
    problem = null;
    ticking.wake();
    await ticking.settled();
    expect(settled.at(-1)).toBeNull();
    expect(owed).toEqual([]);
  });

  it('when somebody publishes already › what is owed waits for a publish of its own', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const publish = fake.state.publish;
    fake.state.publish = async (request) => {
      if (request.note === 'by hand') await held;
      return publish(request);
    };
    const { job, clock: ticking } = clock();
    job.start('by hand', { accountId: 'u', name: 'zhao', roles: [], agencyId: null });
    owed = [order('o1')];
    ticking.look();
    await ticking.settled();
    expect(settled).toEqual([]);
    release();
    await job.cancel();
    ticking.look();
    await ticking.settled();
    expect(settled).toEqual([null]);
  });

  it('when the store cannot be read › the log says so and the next look goes on', async () => {
    const all = services();
    let isBroken = true;
    const workflow = {
      ...all.workflow,
      releaseDue: async () => {
        if (isBroken) throw new AppError('store.busy');
        looks += 1;
      },
    };
    const broken = { ...all, workflow };
    const ticking = new ReleaseClock(broken, new PublishJob(broken));
    ticking.look();
    await ticking.settled();
    expect(fake.logged).toHaveLength(1);
    isBroken = false;
    ticking.look();
    await ticking.settled();
    expect(looks).toBe(1);
  });

  it('when the hub is closed in the middle of it › nothing is said to have failed, and nothing new begins', async () => {
    owed = [order('o1')];
    fake.state.publish = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const hub = createHub(services(), () => () => {});
    await hub.start();
    await new Promise(setImmediate);
    await hub.close();
    expect(settled).toEqual([]);
    expect(owed).toHaveLength(1);
  });

  it('when the hub starts › what was missed while it was down is let go', async () => {
    owed = [order('o1')];
    const hub = createHub(services(), () => () => {});
    await hub.start();
    await hub.close();
    expect(looks).toBe(1);
    expect(settled).toEqual([null]);
  });
});
