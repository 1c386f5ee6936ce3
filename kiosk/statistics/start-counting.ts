// Counting on this terminal, fetched when the page has come to rest: notices touches, and looks every few minutes what is over.
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import { forgetLastMatch } from '../state/visit-end.ts';
import { countNotes, isNoted, noteVisit } from '../state/visit-notes.ts';
import { KioskStore } from '../store/kiosk-store.ts';
import { createTallyKeeper } from './keep-tally.ts';
import { openTallyStore } from './tally-store.ts';

/** How often it is looked whether an hour is over, in milliseconds. */
const closeEveryMs = 300_000;
const touches = ['pointerdown', 'keydown'] as const;

/** Starts counting for this page, once; `putOutbox` keeps an item until the hub has it. */
export function startCounting(putOutbox: (item: OutboxItem) => Promise<void>): void {
  const keeper = createTallyKeeper({
    store: openTallyStore(new KioskStore()),
    putOutbox,
    now: () => Date.now(),
    randomId,
  });
  for (const touch of touches) {
    addEventListener(touch, () => isNoted('touch') || noteVisit('touch'), { capture: true, passive: true });
  }
  // A store that refuses costs the sums of a visit; nobody at the glass is to hear of it.
  countNotes((visit) =>
    keeper
      .add(visit)
      .catch(() => undefined)
      .finally(forgetLastMatch),
  );
  // What the outbox does not take now is offered again with the next look.
  const look = () => keeper.close().catch(() => undefined);
  setInterval(look, closeEveryMs);
  void look();
}

/** 192 random bits in the letters an item's id may have. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
