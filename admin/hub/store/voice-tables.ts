// The tables of what terminals send up, as Kysely sees them.
import type { UnhelpfulReason, WishWay } from '#shared/voice/votes.ts';

export interface VoiceTables {
  outbox_taken: OutboxTakenTable;
  voice_ratings: RatingTable;
  voice_unhelpful: UnhelpfulTable;
  voice_wishes: WishTable;
  voice_wish_answers: WishAnswerTable;
  voice_settings: VoiceSettingsTable;
}

/** Every item that was ever taken: one that comes again, by whatever way, is known by its id. */
export interface OutboxTakenTable {
  id: string;
  kind: string;
  terminal_id: string;
  way: 'network' | 'stick';
  taken_at: string;
}

export interface RatingTable {
  id: string;
  on_day: string;
  terminal_id: string;
  record_id: string;
  record_version: number;
  overall: number;
  truth: number | null;
  accuracy: number | null;
  completeness: number | null;
  timeliness: number | null;
  regularity: number | null;
}

export interface UnhelpfulTable {
  id: string;
  on_day: string;
  terminal_id: string;
  record_id: string;
  record_version: number;
  reason: UnhelpfulReason;
}

export interface WishTable {
  id: string;
  on_day: string;
  terminal_id: string;
  /** `topic:<id>` or `words:<words as they are compared>`: wishes for the same thing have the same. */
  group_key: string;
  topic_id: string | null;
  words: string;
  way: WishWay;
}

/** What was done about a group of wishes. */
export interface WishAnswerTable {
  group_key: string;
  state: 'noted' | 'tasked' | 'disclosed';
  agency_id: string | null;
  matter_id: string | null;
  due_on: string | null;
  record_id: string | null;
  note: string;
  who: string;
  at: string;
}

/** One row, `id` 1, once staff have saved topics or contacts. */
export interface VoiceSettingsTable {
  id: number;
  /** A VenueVoice (see shared/voice/venue-voice.ts). */
  voice_json: string;
  updated_at: string;
  updated_by: string;
}
