// An outbox in memory for fixtures and unit tests: rows that survive whatever happens to who uses them.
import { Outbox, type OutboxLimits } from '#kiosk/outbox/outbox.ts';
import type { OutboxShelf, WaitingItem } from '#kiosk/outbox/shelf.ts';
import type { TerminalOutbox } from '#kiosk/outbox/terminal-outbox.ts';

/** `rows` is the disk. */
export function memoryShelf(rows = new Map<string, WaitingItem>()): OutboxShelf {
  const read = () => [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    read: async () => read(),
    change: async (decide) => {
      const { put = [], remove = [], answer } = decide(read());
      for (const one of put) rows.set(one.id, one);
      for (const id of remove) rows.delete(id);
      return answer;
    },
  };
}

/** What the screens of a fixture use. */
export function memoryOutbox(
  rows = new Map<string, WaitingItem>(),
  limits?: OutboxLimits,
): TerminalOutbox & { readonly rows: Map<string, WaitingItem> } {
  const outbox = new Outbox(memoryShelf(rows), () => Date.now(), limits);
  return {
    rows,
    hold: (item) => outbox.hold(item),
    put: (item) => outbox.put(item),
    replace: (item) => outbox.replace(item),
    takeBack: (id) => outbox.takeBack(id),
    release: () => outbox.release(),
    count: () => outbox.count(),
    takeOut: () => outbox.takeOut(),
    settle: (answer) => outbox.settle(answer),
  };
}
