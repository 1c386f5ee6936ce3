// Random items of an outbox, the same for the same seed.
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import { ratingAspects, unhelpfulReasons } from '#shared/voice/votes.ts';

export type Random = () => number;

/** Mulberry32: small, and the same everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const below = (random: Random, limit: number) => Math.floor(random() * limit);
export const oneOf = <T>(random: Random, choices: readonly T[]): T =>
  choices[below(random, choices.length)] as T;

const symbols = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
export function randomId(random: Random): string {
  return Array.from({ length: 22 }, () => oneOf(random, [...symbols])).join('');
}

const wishes = ['希望公开廉租房的排队情况', '养老院收费', '公交改线', '学区划分'];

/** Any kind an outbox holds, with nothing the hub would refuse. */
export function randomItem(random: Random): OutboxItem {
  const id = randomId(random);
  const on = `2026-11-${String(1 + below(random, 3)).padStart(2, '0')}`;
  const recordId = `r${below(random, 4)}`;
  const kind = oneOf(random, ['rating', 'unhelpful', 'wish', 'opinion', 'counts', 'counts'] as const);
  if (kind === 'rating') {
    const aspects = Object.fromEntries(
      ratingAspects.map((name) => [name, random() < 0.5 ? null : 1 + below(random, 5)]),
    ) as Extract<OutboxItem, { kind: 'rating' }>['aspects'];
    return { kind, id, on, recordId, recordVersion: 1, overall: 1 + below(random, 5), aspects };
  }
  if (kind === 'unhelpful')
    return { kind, id, on, recordId, recordVersion: 1, reason: oneOf(random, unhelpfulReasons) };
  if (kind === 'wish') return { kind, id, on, topicId: null, words: oneOf(random, wishes), from: 'keypad' };
  if (kind === 'opinion') return { kind, id, on, recordId: null, agencyId: null, words: '大厅的座椅少了些' };
  return randomCounts(random, id, on);
}

export function randomCounts(random: Random, id: string, on: string): OutboxItem {
  const sums = { visits: 1 + below(random, 50), [`opened.${oneOf(random, ['guide', 'notice'])}`]: 1 };
  return { kind: 'counts', id, on, hour: below(random, 24), sums };
}
