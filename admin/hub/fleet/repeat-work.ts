// Work a hub does again and again in the background for as long as it runs.

/** The part of a timer this needs; tests give one they advance by hand. */
export type Schedule = (work: () => void, everyMs: number) => () => void;

/** Runs on Node's timers without keeping the process alive. */
export const everyInterval: Schedule = (work, everyMs) => {
  const timer = setInterval(work, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};

/**
 * Does the work once now and then every so often, never twice at once; a failure is told and the work tried again next
 * time. Returns a function that stops it and waits for what is under way.
 */
export function repeatWork(
  work: () => Promise<unknown>,
  everyMs: number,
  schedule: Schedule,
  onFailure: (cause: unknown) => void,
): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  const run = () => {
    underWay ??= work()
      .then(() => undefined)
      .catch(onFailure)
      .finally(() => {
        underWay = null;
      });
  };
  run();
  const stop = schedule(run, everyMs);
  return async () => {
    stop();
    await underWay;
  };
}
