// The page's own time, which can be moved on: every timer comes in its turn, as if the hours between visits had been waited for.

/** What the script below puts on the page. */
export interface PageTime {
  /** Milliseconds this page has been moved on. */
  readonly aheadMs: number;
  /** Moves on; timers that come due meanwhile are called, and what they set off in workers gets the time to be answered. */
  skip(ms: number): Promise<void>;
}

declare global {
  var pageTime: PageTime;
  /** What went wrong on this page and nobody caught. */
  var problems: string[];
}

/** Keeps what goes wrong unseen; runs in the page like the script below. */
export function watchProblems(): void {
  globalThis.problems = [];
  addEventListener('error', ({ message }) => problems.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(`unhandled: ${reason}`));
}

/**
 * Runs in the page before any script of its own, and uses nothing from outside its own text. The clock stands
 * `dateAheadMs` before the real one; `performance.now()` begins at nothing, as with every page.
 */
export function putPageTime(dateAheadMs: number): void {
  const real = {
    setTimeout: setTimeout.bind(globalThis),
    clearTimeout: clearTimeout.bind(globalThis),
    now: performance.now.bind(performance),
    Date,
  };
  /** Real milliseconds for answers of workers, after a stride that a watch for silent workers might count. */
  const answerMs = 20;
  const longStrideMs = 1_000;
  interface Timer {
    dueMs: number;
    readonly everyMs: number | null;
    readonly call: () => void;
    realId: ReturnType<typeof setTimeout>;
  }
  const timers = new Map<number, Timer>();
  let lastId = 0;
  let aheadMs = 0;
  let isLeaving = false;
  const now = () => real.now() + aheadMs;
  const today = () => real.Date.now() + dateAheadMs + aheadMs;
  const call = (id: number) => {
    const timer = timers.get(id);
    if (!timer) return;
    real.clearTimeout(timer.realId);
    if (timer.everyMs === null) timers.delete(id);
    else {
      timer.dueMs = Math.max(timer.dueMs + timer.everyMs, now());
      wait(id, timer);
    }
    timer.call();
  };
  const wait = (id: number, timer: Timer) => {
    timer.realId = real.setTimeout(() => call(id), Math.max(0, timer.dueMs - now()));
  };
  const put = (handler: unknown, ms: unknown, isRepeated: boolean, values: unknown[]) => {
    lastId += 1;
    const delayMs = Math.max(0, Number(ms) || 0);
    const timer: Timer = {
      dueMs: now() + delayMs,
      everyMs: isRepeated ? Math.max(delayMs, 4) : null,
      call: () => (handler as (...given: unknown[]) => void)(...values),
      realId: 0 as never,
    };
    timers.set(lastId, timer);
    wait(lastId, timer);
    return lastId;
  };
  const remove = (id: unknown) => {
    real.clearTimeout(timers.get(Number(id))?.realId);
    timers.delete(Number(id));
  };
  const next = (untilMs: number) => {
    let first: [number, Timer] | null = null;
    for (const entry of timers)
      if (entry[1].dueMs <= untilMs && (!first || entry[1].dueMs < first[1].dueMs)) first = entry;
    return first;
  };
  /** A page that begins anew has had its time: whoever moves it on is told by its end. */
  const end = () =>
    new Promise((_, reject) => real.setTimeout(reject, 30_000, new Error('The page did not begin anew.')));
  const skip = async (ms: number) => {
    const untilMs = now() + ms;
    for (let due = next(untilMs); due; due = next(untilMs)) {
      const strideMs = Math.max(0, due[1].dueMs - now());
      aheadMs += strideMs;
      call(due[0]);
      if (isLeaving) await end();
      await new Promise((resolve) => real.setTimeout(resolve, strideMs > longStrideMs ? answerMs : 0));
    }
    aheadMs += Math.max(0, untilMs - now());
  };
  class PageDate extends real.Date {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [today()] : given) as [number]));
    }
    static override now = today;
  }
  Object.assign(globalThis, {
    Date: PageDate,
    setTimeout: (handler: unknown, ms?: unknown, ...values: unknown[]) => put(handler, ms, false, values),
    setInterval: (handler: unknown, ms?: unknown, ...values: unknown[]) => put(handler, ms, true, values),
    clearTimeout: remove,
    clearInterval: remove,
    pageTime: {
      skip,
      get aheadMs() {
        return aheadMs;
      },
    },
  });
  performance.now = now;
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    if ((event as Event & { navigationType?: string }).navigationType === 'reload') isLeaving = true;
  });
}
