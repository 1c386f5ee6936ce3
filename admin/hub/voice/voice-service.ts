// Visitors' voices as the hub's HTTP side and its command line work with them.
import type { OutboxAnswer } from '#shared/protocol/outbox-api.ts';
import type {
  RatingList,
  RatingQuery,
  UnhelpfulList,
  UnhelpfulQuery,
  WishAnswer,
  WishGroup,
  WishList,
  WishQuery,
} from '#shared/protocol/voice-api.ts';
import type { VenueVoice } from '#shared/voice/venue-voice.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { answerWish } from './answer-wish.ts';
import { listRatings } from './rating-list.ts';
import { takeBatch } from './take-batch.ts';
import { listUnhelpful } from './unhelpful-list.ts';
import type { OutboxSource, VoiceHooks } from './voice-hooks.ts';
import { loadVoice, saveVoice } from './voice-settings.ts';
import { listWishes } from './wish-list.ts';

export interface VoiceService {
  /** Durable when it answers; an item that comes again is taken once. */
  take(items: readonly unknown[], source: OutboxSource): Promise<OutboxAnswer>;
  ratings(query: RatingQuery, actor: Actor): Promise<RatingList>;
  unhelpful(query: UnhelpfulQuery, actor: Actor): Promise<UnhelpfulList>;
  wishes(query: WishQuery, actor: Actor): Promise<WishList>;
  answer(answer: WishAnswer, actor: Actor): Promise<WishGroup>;
  settings(): Promise<VenueVoice>;
  saveSettings(voice: VenueVoice, actor: Actor): Promise<VenueVoice>;
}

export function createVoiceService(desk: Desk, hooks: VoiceHooks): VoiceService {
  return {
    take: (items, source) => takeBatch(desk, hooks, items, source),
    ratings: (query, actor) => listRatings(desk.db, query, actor),
    unhelpful: (query, actor) => listUnhelpful(desk.db, query, actor),
    wishes: (query, actor) => listWishes(desk.db, query, actor),
    answer: (answer, actor) => answerWish(desk, answer, actor),
    settings: () => loadVoice(desk.db),
    saveSettings: (voice, actor) => saveVoice(desk, voice, actor),
  };
}
