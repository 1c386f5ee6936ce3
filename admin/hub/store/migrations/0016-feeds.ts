// Migration 16: feeds of portals, what arrived from them, tokens for pushing, and pushes already carried out.
import type { Migration } from './migration.ts';

export const feeds: Migration = {
  number: 16,
  name: 'feeds',
  statements: [
    `create table feed_sources (
      id text primary key, title text not null, url text not null,
      agency_id text not null references agencies(id), kind text not null,
      node_id text references tree_nodes(id) on delete set null,
      mapping_json text not null, allowed_hosts_json text not null,
      interval_minutes integer not null, is_whole integer not null, is_active integer not null,
      etag text, last_modified text, next_poll_at text not null, last_polled_at text, last_good_at text,
      last_answer text, failures integer not null, problem_json text, last_json text not null,
      created_at text not null, created_by text not null
    ) strict`,
    'create index feed_sources_due on feed_sources (next_poll_at) where is_active = 1',
    `create table arrivals (
      origin text not null, item_key text not null, record_id text not null references records(id),
      address text, digest text not null, content_json text not null, body_hash text, published_on text,
      arrived_at text not null, fetched_at text not null, missing_since text,
      primary key (origin, item_key)
    ) strict`,
    'create index arrivals_of_record on arrivals (record_id)',
    'create index arrivals_missing on arrivals (origin, missing_since) where missing_since is not null',
    `create table push_tokens (
      id text primary key, name text not null, agency_id text not null references agencies(id),
      token_hash text not null unique, created_at text not null, created_by text not null,
      last_used_at text, revoked_at text
    ) strict`,
    `create table push_requests (
      token_id text not null references push_tokens(id), idempotency_key text not null,
      request_hash text not null, answer_json text not null, at text not null,
      primary key (token_id, idempotency_key)
    ) strict`,
  ],
};
