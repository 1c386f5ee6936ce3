// What a visitor has said this time: one vote per record, wishes, opinions. Kept durably at once, sent after they leave.
import { signal } from '@preact/signals';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import { chinaDay } from '#shared/transfers/transfer-month.ts';
import { type Grade, type RatingAspect, ratingAspects, type UnhelpfulReason } from '#shared/voice/votes.ts';
import type { KioskEngine } from '../engine/engine.ts';
import { forgetAtVisitEnd } from './visit-end.ts';
import { noteVisit } from './visit-notes.ts';

type Rating = Extract<OutboxItem, { kind: 'rating' }>;
type Unhelpful = Extract<OutboxItem, { kind: 'unhelpful' }>;
export type Said = Extract<OutboxItem, { kind: 'wish' | 'opinion' }>;
type VotedRecord = Pick<CatalogueRecord, 'id' | 'version'>;

/** A visitor who has more to say than that says it on the phone: nobody fills the terminal for all others. */
export const mostSaid = 5;

/** Votes of this visit by record id. */
export const ratings = signal<ReadonlyMap<string, Rating>>(new Map());
export const unhelpfuls = signal<ReadonlyMap<string, Unhelpful>>(new Map());
/** Wishes and opinions of this visit, the first first. */
export const saidItems = signal<readonly Said[]>([]);

let isTold = false;

function forget(): void {
  isTold = false;
  ratings.value = new Map();
  unhelpfuls.value = new Map();
  saidItems.value = [];
}

const idBytes = 16;

/** 128 random bits: nobody can tell by it who made it, nor make it again. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(idBytes));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

const common = () => ({ id: newId(), on: chinaDay(Date.now()) });

/** Before the first thing that is held, so that it is let go however the visit ends. */
function beginSaying(engine: KioskEngine): void {
  if (isTold) return;
  isTold = true;
  forgetAtVisitEnd(() => {
    forget();
    engine.outbox.release().catch(() => undefined);
  });
}

function withEntry<Value>(map: ReadonlyMap<string, Value>, key: string, value: Value | null) {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}

const noAspects = Object.fromEntries(ratingAspects.map((aspect) => [aspect, null])) as Rating['aspects'];

/** Rates a record, or puts another grade in the place of the first. Throws `voice.outbox-full`. */
export async function rate(engine: KioskEngine, record: VotedRecord, overall: Grade): Promise<void> {
  const before = ratings.peek().get(record.id);
  const fresh = { ...common(), recordId: record.id, recordVersion: record.version, aspects: noAspects };
  await keepRating(engine, { ...(before ?? fresh), kind: 'rating', overall }, before !== undefined);
}

/** Grades one aspect of a record that was rated; the same grade again takes it away. */
export async function rateAspect(
  engine: KioskEngine,
  recordId: string,
  aspect: RatingAspect,
  grade: Grade,
): Promise<void> {
  const before = ratings.peek().get(recordId);
  if (before === undefined) return;
  const next = before.aspects[aspect] === grade ? null : grade;
  await keepRating(engine, { ...before, aspects: { ...before.aspects, [aspect]: next } }, true);
}

/** Shown at once; put back when it could not be kept. */
async function keepRating(engine: KioskEngine, item: Rating, isKnown: boolean): Promise<void> {
  const before = ratings.peek();
  beginSaying(engine);
  ratings.value = withEntry(before, item.recordId, item);
  try {
    if (!isKnown) {
      await engine.outbox.hold(item);
      noteVisit('rated');
    } else if (!(await engine.outbox.replace(item))) ratings.value = before;
  } catch (thrown) {
    ratings.value = before;
    throw thrown;
  }
}

/** Says that a record was no help, once a visit. Throws `voice.outbox-full`. */
export async function sayUnhelpful(
  engine: KioskEngine,
  record: VotedRecord,
  reason: UnhelpfulReason,
): Promise<void> {
  const item: Unhelpful = {
    ...common(),
    kind: 'unhelpful',
    recordId: record.id,
    recordVersion: record.version,
    reason,
  };
  beginSaying(engine);
  await engine.outbox.hold(item);
  unhelpfuls.value = withEntry(unhelpfuls.peek(), record.id, item);
}

/** Everything of a wish or opinion but what every item has. */
export type Saying = Said extends infer Item ? (Item extends Said ? Omit<Item, 'id' | 'on'> : never) : never;

/** Keeps a wish or an opinion. Throws `voice.outbox-full`, also when this visitor has said enough. */
export async function say(engine: KioskEngine, saying: Saying): Promise<Said> {
  if (saidItems.peek().length >= mostSaid) throw new AppError('voice.outbox-full');
  const item: Said = { ...saying, ...common() };
  beginSaying(engine);
  await engine.outbox.hold(item);
  saidItems.value = [...saidItems.peek(), item];
  return item;
}

/** Takes anything back; false when it has been sent already. It is not shown as said any more either way. */
export async function takeBack(engine: KioskEngine, item: OutboxItem): Promise<boolean> {
  const isBack = await engine.outbox.takeBack(item.id);
  if (item.kind === 'rating') ratings.value = withEntry(ratings.peek(), item.recordId, null);
  else if (item.kind === 'unhelpful') unhelpfuls.value = withEntry(unhelpfuls.peek(), item.recordId, null);
  else saidItems.value = saidItems.peek().filter(({ id }) => id !== item.id);
  return isBack;
}
