// Runs many small jobs, a few at a time; the first failure stops the rest.

/**
 * Gives every item to `work`, at most `width` at once. When one fails the others are cancelled and awaited, then
 * the first failure is thrown: nothing goes on behind the caller's back.
 */
export async function runParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const controller = new AbortController();
  const failures: unknown[] = [];
  let next = 0;

  async function lane(): Promise<void> {
    while (next < items.length && failures.length === 0) {
      const item = items[next] as T;
      next += 1;
      try {
        await work(item, controller.signal);
      } catch (thrown) {
        failures.push(thrown);
        controller.abort();
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  if (failures.length > 0) throw failures[0];
}
