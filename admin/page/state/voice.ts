// Visitors' voices fetched for their screens.
import {
  ratingListSchema,
  unhelpfulListSchema,
  voiceSettingsSchema,
  type WishAnswer,
  type WishState,
  wishGroupSchema,
  wishListSchema,
} from '#shared/protocol/voice-api.ts';
import type { UnhelpfulReason } from '#shared/voice/votes.ts';
import { request } from '../api/client.ts';
import { useLoaded } from './loaded.ts';

/** What all lists of voices are narrowed to; empty words are no choice. */
export interface VoiceFilter {
  readonly from: string;
  readonly to: string;
  readonly agency: string;
}

export const noFilter: VoiceFilter = { from: '', to: '', agency: '' };
/** Rows of one look. */
export const listed = 50;

function queryOf(filter: VoiceFilter, more: Readonly<Record<string, string | number>>): string {
  const query = new URLSearchParams({ limit: String(listed) });
  for (const [name, value] of Object.entries({ ...filter, ...more })) {
    if (value !== '') query.set(name, String(value));
  }
  return query.toString();
}

const keys = (filter: VoiceFilter) => [filter.from, filter.to, filter.agency];

export const useRatings = (filter: VoiceFilter, by: 'record' | 'agency', offset: number) =>
  useLoaded(
    (signal) =>
      request('GET', `/voice/ratings?${queryOf(filter, { by, offset })}`, ratingListSchema, { signal }),
    [...keys(filter), by, offset],
  );

export const useUnhelpful = (filter: VoiceFilter, reason: UnhelpfulReason | '', offset: number) =>
  useLoaded(
    (signal) =>
      request('GET', `/voice/unhelpful?${queryOf(filter, { reason, offset })}`, unhelpfulListSchema, {
        signal,
      }),
    [...keys(filter), reason, offset],
  );

export const useWishes = (filter: VoiceFilter, state: WishState | '', offset: number) =>
  useLoaded(
    (signal) =>
      request('GET', `/voice/wishes?${queryOf(filter, { state, offset })}`, wishListSchema, { signal }),
    [...keys(filter), state, offset],
  );

export const useVoiceSettings = () =>
  useLoaded((signal) => request('GET', '/voice/settings', voiceSettingsSchema, { signal }), []);

export const answerWish = (answer: WishAnswer) =>
  request('POST', '/voice/wishes/answer', wishGroupSchema, { body: answer });
