// Keeps one item of an outbox where it belongs.
import { type Submission, submissionSchema } from '#shared/protocol/cases-api.ts';
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import type { Desk } from '../editorial/desk.ts';
import type { OutboxSource, VoiceHooks } from './voice-hooks.ts';
import { wishKey } from './wish-key.ts';

/** `inside` is the desk within the batch's transaction. */
export async function keepItem(
  inside: Desk,
  hooks: VoiceHooks,
  item: OutboxItem,
  source: OutboxSource,
): Promise<void> {
  if (item.kind === 'opinion') await hooks.takeOpinion(inside, await submissionOf(inside, item));
  else if (item.kind === 'counts') await hooks.takeCounts(inside, item, source);
  else if (item.kind === 'queries') await hooks.takeQueries(inside, item, source);
  else await keepVote(inside, item, source);
}

type Vote = Extract<OutboxItem, { kind: 'rating' | 'unhelpful' | 'wish' }>;

async function keepVote({ db }: Desk, item: Vote, source: OutboxSource): Promise<void> {
  const common = { id: item.id, on_day: item.on, terminal_id: source.terminalId };
  if (item.kind === 'wish') {
    const { topicId: topic_id, words, from: way } = item;
    const group_key = wishKey(item);
    await db
      .insertInto('voice_wishes')
      .values({ ...common, group_key, topic_id, words, way })
      .execute();
    return;
  }
  const about = { ...common, record_id: item.recordId, record_version: item.recordVersion };
  if (item.kind === 'unhelpful') {
    await db
      .insertInto('voice_unhelpful')
      .values({ ...about, reason: item.reason })
      .execute();
  } else {
    await db
      .insertInto('voice_ratings')
      .values({ ...about, overall: item.overall, ...item.aspects })
      .execute();
  }
}

/** An opinion nobody put a name to: nothing but its words, what it is about and whom it is for. */
async function submissionOf(
  { db }: Desk,
  item: Extract<OutboxItem, { kind: 'opinion' }>,
): Promise<Submission> {
  const agency =
    item.agencyId === null
      ? undefined
      : await db.selectFrom('agencies').select('id').where('id', '=', item.agencyId).executeTakeFirst();
  return submissionSchema.parse({
    submissionId: item.id,
    kind: 'opinion',
    agencyId: agency?.id ?? null,
    content: item.words,
    recordCode: item.recordId === null ? null : await codeOf(db, item.recordId),
    consultationPoint: null,
    wantedForm: null,
    wantedRoute: null,
    wrong: '',
    right: '',
    triedSearch: null,
    files: [],
    mayPublish: true,
  });
}

/** The hand-off code of a record, a register or one of its rows; null for what the hub does not know. */
async function codeOf(db: Desk['db'], id: string): Promise<string | null> {
  for (const table of ['records', 'registers', 'register_entries'] as const) {
    const row = await db.selectFrom(table).select('code').where('id', '=', id).executeTakeFirst();
    if (row !== undefined) return row.code;
  }
  return null;
}
