// The page's end of a worker bridge, tried against workers that crash, hang and misbehave.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WorkerBridge } from '#kiosk/engine/worker-bridge.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { FakeWorker } from './fake-worker.ts';

// An alias, because only an alias fits `CallMap`.
type Calls = {
  readonly double: { argument: number; answer: number };
  readonly wait: { argument: null; answer: string };
  readonly fail: { argument: string; answer: null };
  readonly leak: { argument: null; answer: unknown };
};

function setUp(onStart?: (bridge: WorkerBridge<Calls, string>) => void) {
  const workers: FakeWorker<Calls>[] = [];
  const aborted: number[] = [];
  const releases: (() => void)[] = [];
  const events: string[] = [];
  const bridge: WorkerBridge<Calls, string> = new WorkerBridge<Calls, string>({
    name: 'test',
    onEvent: (event) => events.push(event),
    onStart: () => onStart?.(bridge),
    spawn: () => {
      const number = workers.length;
      const worker = new FakeWorker<Calls>({
        double: async (value) => value * 2,
        wait: (_, signal) => {
          signal.addEventListener('abort', () => aborted.push(number));
          return new Promise((resolve) => releases.push(() => resolve(`from worker ${number}`)));
        },
        fail: async (what) => {
          throw new AppError('not-found', { what });
        },
        leak: async () => () => 'functions cannot be cloned',
      });
      workers.push(worker);
      return worker;
    },
  });
  return { bridge, workers, aborted, releases, events };
}

/** Lets everything already under way happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('worker bridge', () => {
  it('a call › when made before the worker is ready › it is queued and answered', async () => {
    const { bridge } = setUp();
    expect(await bridge.call('double', 21)).toBe(42);
    bridge.stop();
  });

  it('a call › when the worker throws a typed error › it rejects with the same code and details', async () => {
    const { bridge } = setUp();
    const error = await bridge.call('fail', 'x').catch((thrown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'not-found', details: { what: 'x' } });
    bridge.stop();
  });

  it('a call › when its answer cannot be cloned › it rejects as internal and the worker lives on', async () => {
    const { bridge, workers } = setUp();
    await expect(bridge.call('leak', null)).rejects.toMatchObject({ code: 'internal' });
    expect(await bridge.call('double', 1)).toBe(2);
    expect(workers).toHaveLength(1);
    bridge.stop();
  });

  it('a call › when its argument cannot be cloned › it rejects and the worker lives on', async () => {
    const { bridge, workers } = setUp();
    await settle();
    const uncloneable = (() => 1) as unknown as number;
    await expect(bridge.call('double', uncloneable)).rejects.toMatchObject({ code: 'internal' });
    expect(workers).toHaveLength(1);
    bridge.stop();
  });

  it('a cancelled call › when the worker is at it › it rejects at once and the worker is told', async () => {
    const { bridge, aborted, releases } = setUp();
    const controller = new AbortController();
    const call = bridge.call('wait', null, controller.signal);
    await settle();
    controller.abort(new Error('superseded'));
    await expect(call).rejects.toThrow('superseded');
    await settle();
    expect(aborted).toEqual([0]);
    releases[0]?.();
    await settle();
    bridge.stop();
  });

  it('a call › when its signal is already aborted › it never reaches the worker', async () => {
    const { bridge, workers } = setUp();
    await settle();
    await expect(bridge.call('double', 1, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(workers[0]?.received).toEqual([]);
    bridge.stop();
  });

  it('a crash › when a call is under way › a fresh worker answers it', async () => {
    const { bridge, workers, releases } = setUp();
    const call = bridge.call('wait', null);
    await settle();
    workers[0]?.crash();
    await vi.advanceTimersByTimeAsync(200);
    releases[1]?.();
    expect(await call).toBe('from worker 1');
    expect(workers[0]?.isTerminated).toBe(true);
    bridge.stop();
  });

  it('a crash › when the same call kills a second worker › it is rejected and others go on', async () => {
    const { bridge, workers } = setUp();
    const call = bridge.call('wait', null).catch((thrown) => thrown);
    await settle();
    workers[0]?.crash();
    await vi.advanceTimersByTimeAsync(200);
    workers[1]?.crash();
    expect(await call).toMatchObject({ code: 'kiosk.worker-failed' });
    await vi.advanceTimersByTimeAsync(500);
    expect(await bridge.call('double', 4)).toBe(8);
    bridge.stop();
  });

  it('a worker that keeps crashing › when past the bound › calls fail at once, and after a rest work again', async () => {
    const { bridge, workers } = setUp();
    for (let crash = 0; crash < 6; crash += 1) {
      await vi.advanceTimersByTimeAsync(4_000);
      workers.at(-1)?.crash();
    }
    const spawned = workers.length;
    await expect(bridge.call('double', 1)).rejects.toMatchObject({ code: 'kiosk.worker-failed' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers).toHaveLength(spawned + 1);
    expect(await bridge.call('double', 1)).toBe(2);
    bridge.stop();
  });

  it('a worker › when the machine slept behind a ping › is asked once more', async () => {
    const { bridge, workers } = setUp();
    await settle();
    const [first] = workers;
    if (first) first.isHung = true;
    await vi.advanceTimersByTimeAsync(15_000);
    if (first) first.isHung = false;
    const awake = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => awake() + 3_600_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await bridge.call('double', 3)).toBe(6);
    expect(workers).toHaveLength(1);
    bridge.stop();
  });

  it('a hung worker › when silent after a ping › it is replaced', async () => {
    const { bridge, workers } = setUp();
    await settle();
    const [first] = workers;
    if (first) first.isHung = true;
    const call = bridge.call('double', 3);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(await call).toBe(6);
    expect(workers.length).toBeGreaterThan(1);
    bridge.stop();
  });

  it('a fresh worker › when it starts › its opening call comes before the ones that wait', async () => {
    const { bridge, workers } = setUp((started) => void started.call('double', 100));
    const call = bridge.call('double', 1);
    await call;
    expect(workers[0]?.received.map((message) => (message as { argument: number }).argument)).toEqual([
      100, 1,
    ]);
    bridge.stop();
  });

  it('an event › when the worker sends one › it reaches the page', async () => {
    const { bridge, workers, events } = setUp();
    await settle();
    workers[0]?.sendEvent('hello');
    expect(events).toEqual(['hello']);
    bridge.stop();
  });

  it('calls › when far too many wait › the next one is refused as too busy', async () => {
    const { bridge } = setUp();
    const waiting = Array.from({ length: 256 }, () => bridge.call('wait', null).catch(() => null));
    await expect(bridge.call('double', 1)).rejects.toMatchObject({ code: 'kiosk.too-busy' });
    bridge.stop();
    await Promise.all(waiting);
  });
});

describe('worker bridge › calls made one at a time', () => {
  /** A bridge whose worker stops a call only when the test lets it, and counts how many it is at. */
  function setUpSearch() {
    const at: number[] = [];
    const ends = new Map<number, () => void>();
    let most = 0;
    const workers: FakeWorker<Calls>[] = [];
    const bridge = new WorkerBridge<Calls, string>({
      name: 'test',
      onEvent: () => undefined,
      oneAtATime: ['double'],
      spawn: () => {
        const worker = new FakeWorker<Calls>({
          double: async (value) => {
            at.push(value);
            most = Math.max(most, ends.size + 1);
            await new Promise<void>((resolve) => ends.set(value, resolve));
            ends.delete(value);
            return value * 2;
          },
          wait: async () => 'at once',
          fail: async () => null,
          leak: async () => null,
        });
        workers.push(worker);
        return worker;
      },
    });
    return { bridge, workers, at, ends, mostAtOnce: () => most };
  }

  it('when each cancels the one before › the worker is at one, and then at the newest only', async () => {
    const { bridge, at, ends, mostAtOnce } = setUpSearch();
    let before: AbortController | null = null;
    let newest: Promise<number> = Promise.resolve(0);
    for (let key = 1; key <= 40; key += 1) {
      before?.abort(new Error('superseded'));
      before = new AbortController();
      newest = bridge.call('double', key, before.signal);
      newest.catch(() => undefined);
      await settle();
    }
    expect(at).toEqual([1]);
    ends.get(1)?.();
    await settle();
    expect(at).toEqual([1, 40]);
    ends.get(40)?.();
    expect(await newest).toBe(80);
    expect(mostAtOnce()).toBe(1);
    bridge.stop();
  });

  it('when nobody cancels › each is answered, in order', async () => {
    const { bridge, at, ends, mostAtOnce } = setUpSearch();
    const calls = [1, 2, 3].map((value) => bridge.call('double', value));
    for (const value of [1, 2, 3]) {
      await settle();
      ends.get(value)?.();
    }
    expect(await Promise.all(calls)).toEqual([2, 4, 6]);
    expect([at, mostAtOnce()]).toEqual([[1, 2, 3], 1]);
    bridge.stop();
  });

  it('when one is under way › calls of other methods are not held up', async () => {
    const { bridge } = setUpSearch();
    const held = bridge.call('double', 1).catch(() => null);
    await settle();
    expect(await bridge.call('wait', null)).toBe('at once');
    bridge.stop();
    await held;
  });

  it('when the answer crosses the cancelling › the next one goes out all the same', async () => {
    const { bridge, at, ends } = setUpSearch();
    const cancel = new AbortController();
    const first = bridge.call('double', 1, cancel.signal).catch(() => null);
    const second = bridge.call('double', 2);
    await settle();
    ends.get(1)?.();
    cancel.abort();
    await settle();
    expect(at).toEqual([1, 2]);
    ends.get(2)?.();
    expect([await first, await second]).toEqual([null, 4]);
    bridge.stop();
  });

  it('when the worker dies meanwhile › a fresh one is given the first that waits, and no cancelled one', async () => {
    const { bridge, workers, at, ends } = setUpSearch();
    const cancel = new AbortController();
    const gone = bridge.call('double', 1, cancel.signal).catch(() => null);
    await settle();
    cancel.abort();
    const next = bridge.call('double', 2);
    workers[0]?.crash();
    await vi.advanceTimersByTimeAsync(200);
    await settle();
    expect(at).toEqual([1, 2]);
    ends.get(2)?.();
    expect([await gone, await next]).toEqual([null, 4]);
    bridge.stop();
  });

  it('when an argument cannot be cloned › the next one goes out', async () => {
    const { bridge, ends } = setUpSearch();
    await settle();
    const uncloneable = (() => 1) as unknown as number;
    await expect(bridge.call('double', uncloneable)).rejects.toMatchObject({ code: 'internal' });
    const next = bridge.call('double', 5);
    await settle();
    ends.get(5)?.();
    expect(await next).toBe(10);
    bridge.stop();
  });
});
