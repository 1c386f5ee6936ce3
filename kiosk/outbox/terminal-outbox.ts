// The outbox as screens use it: its code is fetched when the first word of a visitor is to be kept.
import type { OutboxAnswer, OutboxItem } from '#shared/protocol/outbox-api.ts';
import type { Outbox, OutboxCount } from './outbox.ts';

export interface TerminalOutbox {
  /** Keeps a visitor's item durably; it is sent when the visit ends. Throws `voice.outbox-full`. */
  hold(item: OutboxItem): Promise<void>;
  /** Keeps an item that may be sent at once. Throws `voice.outbox-full`. */
  put(item: OutboxItem): Promise<void>;
  /** Puts a held item in the place of the one with its id; false when that one has been sent. */
  replace(item: OutboxItem): Promise<boolean>;
  /** False when it has been sent already. */
  takeBack(id: string): Promise<boolean>;
  /** The visit is over: what was held may be sent. */
  release(): Promise<void>;
  count(): Promise<OutboxCount>;
  /** Everything that waits, for a file on a stick. */
  takeOut(): Promise<readonly OutboxItem[]>;
  /** Lets go of what a hub has settled, as its receipt says. */
  settle(answer: OutboxAnswer): Promise<void>;
}

/** One connection for the page, beside that of the sync worker; `onReleased` is told when there is something to send. */
export function openTerminalOutbox(onReleased: () => void = () => {}): TerminalOutbox {
  let opening: Promise<Outbox> | null = null;
  const open = () => {
    opening ??= connect().catch((thrown) => {
      opening = null;
      throw thrown;
    });
    return opening;
  };
  return {
    hold: async (item) => (await open()).hold(item),
    put: async (item) => (await open()).put(item),
    replace: async (item) => (await open()).replace(item),
    takeBack: async (id) => (await open()).takeBack(id),
    release: async () => {
      await (await open()).release();
      onReleased();
    },
    count: async () => (await open()).count(),
    takeOut: async () => (await open()).takeOut(),
    settle: async (answer) => (await open()).settle(answer),
  };
}

async function connect(): Promise<Outbox> {
  const [{ Outbox }, { openOutboxShelf }] = await Promise.all([
    import('./outbox.ts'),
    import('./outbox-database.ts'),
  ]);
  return new Outbox(openOutboxShelf(), () => Date.now());
}
