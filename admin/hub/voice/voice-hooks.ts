// What the taking of an outbox hands on to other parts of the hub, within its own transaction.
import type { Submission } from '#shared/protocol/cases-api.ts';
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import type { Desk } from '../editorial/desk.ts';

/** Which terminal an item comes from, and how it came. */
export interface OutboxSource {
  readonly terminalId: string;
  readonly way: 'network' | 'stick';
}

export type TakenCounts = Extract<OutboxItem, { kind: 'counts' }>;
export type TakenQueries = Extract<OutboxItem, { kind: 'queries' }>;

/** Each is called at most once for an id, and what it writes with `inside` is undone when it throws. */
export interface VoiceHooks {
  /** Makes a case of an anonymous opinion. */
  takeOpinion(inside: Desk, opinion: Submission): Promise<unknown>;
  takeCounts(inside: Desk, counts: TakenCounts, source: OutboxSource): Promise<void>;
  takeQueries(inside: Desk, queries: TakenQueries, source: OutboxSource): Promise<void>;
}
