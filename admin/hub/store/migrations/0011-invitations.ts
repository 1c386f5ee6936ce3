// Migration 11: invitations, second factors with their recovery codes, single sign-on, and when an account was last seen.
import type { Migration } from './migration.ts';

/** Accounts that were there before are active: `invited_at` stays empty for them. */
export const invitations: Migration = {
  number: 11,
  name: 'invitations',
  statements: [
    'alter table accounts add column invited_at text',
    'alter table accounts add column last_seen_at text',
    'alter table accounts add column totp_secret text',
    'alter table accounts add column totp_since text',
    'alter table accounts add column totp_step integer not null default 0',
    `alter table sessions add column via text not null default 'password'
      check (via in ('password', 'single-sign-on'))`,
    `create table invitations (
      id text primary key, account_id text not null references accounts(id),
      kind text not null check (kind in ('invite', 'reset')), clears_second_factor integer not null,
      token_hash text not null unique, created_at text not null, created_by text not null,
      expires_at text not null
    ) strict`,
    'create unique index invitations_account on invitations (account_id)',
    `create table recovery_codes (
      account_id text not null references accounts(id), code_hash text not null,
      primary key (account_id, code_hash)
    ) strict`,
    `create table account_settings (
      id integer primary key check (id = 1), second_factor_roles text not null,
      single_sign_on_json text, client_secret text, updated_at text not null
    ) strict`,
  ],
};
