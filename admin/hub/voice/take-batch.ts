// Takes a batch of a terminal's outbox: each item once, however often and by whatever way it comes.
import { sql } from 'kysely';
import { AppError } from '#shared/errors/app-error.ts';
import { statusOf } from '#shared/errors/describe-error.ts';
import type { OutboxAnswer } from '#shared/protocol/outbox-api.ts';
import { type OutboxItem, outboxItemSchema } from '#shared/protocol/outbox-api.ts';
import { findPersonal } from '#shared/voice/find-personal.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import { keepItem } from './keep-item.ts';
import type { OutboxSource, VoiceHooks } from './voice-hooks.ts';

type Settled = OutboxAnswer['settled'][number];

/**
 * Keeps what can be kept, in one transaction; what it answers is on disk. An item that is no item, or holds what
 * must not be kept, is refused by itself. One that cannot be kept just now, such as an opinion while the key file of
 * cases is missing, is not named, and comes again. Throws what went wrong where it leaves nothing to answer: one item
 * that fails keeps no others back.
 */
export function takeBatch(
  desk: Desk,
  hooks: VoiceHooks,
  items: readonly unknown[],
  source: OutboxSource,
): Promise<OutboxAnswer> {
  return withTransaction(desk, async (inside) => {
    const settled: Settled[] = [];
    const failures: unknown[] = [];
    for (const raw of items) {
      const outcome = await takeOne(inside, hooks, raw, source).catch((thrown: unknown) => {
        failures.push(thrown);
        return null;
      });
      if (outcome !== null) settled.push(outcome);
    }
    if (settled.length === 0 && failures.length > 0) throw failures[0];
    return { settled };
  });
}

async function takeOne(
  inside: Desk,
  hooks: VoiceHooks,
  raw: unknown,
  source: OutboxSource,
): Promise<Settled | null> {
  const id = idOf(raw);
  if (id === null) return null;
  const parsed = outboxItemSchema.safeParse(raw);
  if (!parsed.success) return { id, outcome: 'refused', code: 'voice.bad-item' };
  if (await isTaken(inside, id)) return { id, outcome: 'taken' };
  if (isPersonal(parsed.data)) return { id, outcome: 'refused', code: 'voice.personal' };
  return await keptOrUndone(inside, id, async () => {
    await inside.db
      .insertInto('outbox_taken')
      .values({
        id,
        kind: parsed.data.kind,
        terminal_id: source.terminalId,
        way: source.way,
        taken_at: instant(inside),
      })
      .execute();
    await keepItem(inside, hooks, parsed.data, source);
  });
}

/** What a terminal calls the item; one without a name cannot be told of. */
function idOf(raw: unknown): string | null {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
  return typeof id === 'string' && id.length <= 60 ? id : null;
}

async function isTaken({ db }: Desk, id: string): Promise<boolean> {
  const row = await db.selectFrom('outbox_taken').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

function isPersonal(item: OutboxItem): boolean {
  if (item.kind === 'queries') return item.words.some(({ words }) => findPersonal(words) !== null);
  return (item.kind === 'wish' || item.kind === 'opinion') && findPersonal(item.words) !== null;
}

/** Undoes what a refused item had begun to write; the items before it stay. */
async function keptOrUndone(inside: Desk, id: string, keep: () => Promise<void>): Promise<Settled | null> {
  await sql`savepoint outbox_item`.execute(inside.db);
  try {
    await keep();
    await sql`release outbox_item`.execute(inside.db);
    return { id, outcome: 'taken' };
  } catch (thrown) {
    await sql`rollback to outbox_item`.execute(inside.db);
    await sql`release outbox_item`.execute(inside.db);
    if (!(thrown instanceof AppError)) throw thrown;
    return statusOf(thrown.code) >= 500 ? null : { id, outcome: 'refused', code: thrown.code };
  }
}
