// Adds visits to the tally and hands what is over to the outbox: a few writes a visit, none a touch.
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import { addVisit, closeTally, dropClosed } from '#shared/statistics/tally.ts';
import { hourOf, sumVisit, type VisitNote } from '#shared/statistics/visit-notes.ts';
import type { TallyStore } from './tally-store.ts';

export interface TallyKeeper {
  /** Adds a visit that ended. */
  add(notes: readonly VisitNote[]): Promise<void>;
  /**
   * Hands hours and days that are over to the outbox. An item keeps its id until the outbox has it: after a crash
   * between the two it is handed over again, and is the same item.
   */
  close(): Promise<void>;
}

export interface KeeperParts {
  readonly store: TallyStore;
  /** Resolves once it is kept durably; the same id again changes nothing. */
  readonly putOutbox: (item: OutboxItem) => Promise<void>;
  readonly now: () => number;
  readonly randomId: () => string;
}

export function createTallyKeeper({ store, putOutbox, now, randomId }: KeeperParts): TallyKeeper {
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other, so that nothing is handed over twice at once. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const close = async () => {
    const { closing } = await store.update((tally) => closeTally(tally, hourOf(now()), randomId));
    if (closing.length === 0) return;
    const kept = new Set<string>();
    try {
      for (const item of closing) {
        await putOutbox(item);
        kept.add(item.id);
      }
    } finally {
      await store.update((tally) => dropClosed(tally, kept));
    }
  };
  return {
    add: (notes) =>
      inTurn(async () => {
        const visit = sumVisit(notes);
        if (Object.keys(visit.hours).length > 0)
          await store.update((tally) => addVisit(tally, visit, randomId)).finally(forgetLastMatch);
      }),
    close: () => inTurn(close),
  };
}

/** Browsers remember the text a pattern matched last (`RegExp.input`): a visitor's words must not be that text. */
function forgetLastMatch(): void {
  /^/.exec('');
}
