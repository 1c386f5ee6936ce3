// Hands the outbox to the hub, a batch after the other, for as long as the hub takes something.
import type { OutboxAnswer, OutboxItem } from '#shared/protocol/outbox-api.ts';
import type { Outbox } from './outbox.ts';

/** Sends one batch; null when no answer came that can be trusted. */
export type PostBatch = (items: readonly OutboxItem[]) => Promise<OutboxAnswer | null>;

/** More than that at once would hold up what else the terminal has to tell; the rest goes with the next look. */
const mostBatches = 20;

/** Resolves whether everything that may leave has arrived. Throws what the store throws; what `post` throws waits. */
export async function sendOutbox(outbox: Outbox, post: PostBatch): Promise<boolean> {
  // What the hub did not name it cannot take just now: it must not stand before what it can.
  const unnamed = new Set<string>();
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const items = await outbox.nextBatch(unnamed);
    if (items.length === 0) return unnamed.size === 0;
    const answer = await post(items).catch(() => null);
    if (answer === null) return false;
    const sent = new Set(items.map(({ id }) => id));
    const settled = answer.settled.filter(({ id }) => sent.has(id));
    for (const id of sent) unnamed.add(id);
    for (const { id } of settled) unnamed.delete(id);
    await outbox.settle({ settled });
  }
  return false;
}

/** Reads the hub's answer; null for anything that is none. */
export function parseOutboxAnswer(value: unknown): OutboxAnswer | null {
  if (typeof value !== 'object' || value === null || !('settled' in value)) return null;
  if (!Array.isArray(value.settled)) return null;
  const settled = value.settled.filter(isSettled).map(({ id, outcome }) => ({ id, outcome }));
  return { settled };
}

function isSettled(value: unknown): value is OutboxAnswer['settled'][number] {
  if (typeof value !== 'object' || value === null) return false;
  const { id, outcome } = value as { readonly id?: unknown; readonly outcome?: unknown };
  return typeof id === 'string' && (outcome === 'taken' || outcome === 'refused');
}
