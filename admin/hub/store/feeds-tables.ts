// The tables of the portal connection as Kysely sees them.
import type { FeedKind } from '#shared/protocol/feeds-api.ts';

export interface FeedTables {
  feed_sources: FeedSourceTable;
  arrivals: ArrivalTable;
  push_tokens: PushTokenTable;
  push_requests: PushRequestTable;
}

/** A portal's feed that is polled. */
export interface FeedSourceTable {
  id: string;
  title: string;
  url: string;
  agency_id: string;
  kind: FeedKind;
  node_id: string | null;
  /** A FeedMapping. */
  mapping_json: string;
  /** Hosts of the own network an administrator has allowed for this source. */
  allowed_hosts_json: string;
  interval_minutes: number;
  is_whole: number;
  is_active: number;
  etag: string | null;
  last_modified: string | null;
  next_poll_at: string;
  last_polled_at: string | null;
  last_good_at: string | null;
  last_answer: 'changed' | 'unchanged' | 'failed' | null;
  /** Failures since the last good answer. */
  failures: number;
  /** A PlainError; null when the last answer was good. */
  problem_json: string | null;
  /** What the last good answer brought. */
  last_json: string;
  created_at: string;
  created_by: string;
}

/** An item of a portal and the record it became. */
export interface ArrivalTable {
  /** The id of a feed source, or `push:` with the id of an agency. */
  origin: string;
  /** Digest of what the portal calls the item. */
  item_key: string;
  record_id: string;
  /** Where the portal shows it. */
  address: string | null;
  /** Digest of what the portal said last; the same again changes nothing. */
  digest: string;
  /** What was made of it: the StoredContent and body digest staff found, for telling who changed what since. */
  content_json: string;
  body_hash: string | null;
  published_on: string | null;
  arrived_at: string;
  fetched_at: string;
  /** Since when the portal no longer has it; null while it has. */
  missing_since: string | null;
}

/** A secret by which one portal pushes records in the name of one agency. */
export interface PushTokenTable {
  id: string;
  name: string;
  agency_id: string;
  /** SHA-256 of the token; the token itself is nowhere. */
  token_hash: string;
  created_at: string;
  created_by: string;
  last_used_at: string | null;
  revoked_at: string | null;
}

/** Pushes that were carried out, so that the same one sent again is answered and not done again. */
export interface PushRequestTable {
  token_id: string;
  idempotency_key: string;
  request_hash: string;
  answer_json: string;
  at: string;
}
